#include "cli/manual/completion.h"

#include "cli/manual/option_text.h"

/* --- the words of commands as a tree: "case" leads to "case open" --- */

/* The word of the name that follows on path, if the name begins with it: for "case" of "case open" "open". */
static bool word_behind(struct str name, struct str path, struct str *word)
{
	struct str rest = name;

	if (path.len) {
		if (!str_starts(name, path) || name.len <= path.len || name.ptr[path.len] != ' ')
			return false;
		rest = str_from(name, path.len + 1);
	}
	return str_next(&rest, ' ', word);
}

/* What has been called already; commands of a group need not stand together. */
struct seen {
	struct str *items;
	size_t count, room;
};

static bool is_new(struct seen *seen, struct str s, struct arena *arena)
{
	for (size_t i = 0; i < seen->count; i++)
		if (str_eq(seen->items[i], s))
			return false;
	seen->items = arena_room(arena, seen->items, seen->count, &seen->room, sizeof(*seen->items));
	seen->items[seen->count++] = s;
	return true;
}

static const struct command *command_named(struct str name)
{
	for (size_t i = 0; commands[i]; i++)
		if (str_eq(str_of(commands[i]->name), name))
			return commands[i];
	return NULL;
}

/* Calls each for every word that may follow on path, with the path it leads to. */
struct follower {
	FILE *to;
	void (*each)(FILE *to, struct str path, struct str word, struct str whole);
};

static void follow(struct str path, struct follower f)
{
	SCOPED_ARENA arena = { 0 };
	struct seen seen = { 0 };
	struct str word;

	for (size_t i = 0; commands[i]; i++)
		if (word_behind(str_of(commands[i]->name), path, &word) && is_new(&seen, word, &arena)) {
			size_t len = path.len + (path.len ? 1 : 0) + word.len;

			f.each(f.to, path, word, str_first(str_of(commands[i]->name), len));
		}
}

/* Every path that words follow on: "", "case", "program policy". */
static void for_each_path(FILE *to, void (*each)(FILE *to, struct str path))
{
	SCOPED_ARENA arena = { 0 };
	struct seen seen = { 0 };

	each(to, STR(""));
	for (size_t i = 0; commands[i]; i++) {
		struct str name = str_of(commands[i]->name);

		for (size_t at = 0; at < name.len; at++)
			if (name.ptr[at] == ' ' && is_new(&seen, str_first(name, at), &arena))
				each(to, str_first(name, at));
	}
}

/* a|b|c with another sign between, and only what a shell takes as one word. */
static void put_choices(FILE *to, struct str choices, char between)
{
	for (size_t i = 0; i < choices.len; i++)
		fputc(choices.ptr[i] == '|' ? between : choices.ptr[i], to);
}

/* Within single quotes, as all three shells read them. */
static void put_quoted(FILE *to, struct str s, const char *also)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '\'')
			fputs("'\\''", to);
		else {
			if (strchr(also, s.ptr[i]))
				fputc('\\', to);
			fputc(s.ptr[i], to);
		}
	}
}

/* --- bash --- */

static void put_word(FILE *to, struct str path, struct str word, struct str whole)
{
	(void)path;
	(void)whole;
	fprintf(to, " " STR_FMT, STR_ARG(word));
}

static void put_bash_words(FILE *to, struct str path)
{
	fprintf(to, "\t'" STR_FMT "') echo '", STR_ARG(path));
	follow(path, (struct follower){ to, put_word });
	fputs(path.len ? "' ;;\n" : " help' ;;\n", to);
}

static void put_bash_options(FILE *to, const struct command *c, bool flags)
{
	SCOPED_ARENA arena = { 0 };

	fprintf(to, "\t'%s') echo '", c->name);
	for (const struct option_spec *o = option_table(c, &arena); (o = option_next(o)); o++)
		if (!flags || o->kind == OPTION_FLAG)
			fprintf(to, " --%s", o->name);
	fputs(flags ? "' ;;\n" : " --help' ;;\n", to);
}

/* What a value is: choices, or FILE where it names one. */
static void put_bash_values(FILE *to, const struct command *c)
{
	SCOPED_ARENA arena = { 0 };

	for (const struct option_spec *o = option_table(c, &arena); (o = option_next(o)); o++) {
		if (!o->choices && !option_is_path(option_value_name(c, o, &arena)))
			continue;
		fprintf(to, "\t'%s --%s') echo '", c->name, o->name);
		put_choices(to, o->choices ? str_of(o->choices) : STR("FILE"), ' ');
		fputs("' ;;\n", to);
	}
}

static const char bash_end[] =
    "_aftercare()\n"
    "{\n"
    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} path= word values i\n"
    "\tlocal prev=${COMP_WORDS[COMP_CWORD-1]}\n"
    "\tCOMPREPLY=()\n"
    "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
    "\t\tword=${COMP_WORDS[i]}\n"
    "\t\t[[ $i == 1 && $word == help ]] && continue\n"
    "\t\t[[ \" $(_aftercare_words \"$path\") \" == *\" $word \"* ]] || break\n"
    "\t\tpath=${path:+$path }$word\n"
    "\tdone\n"
    "\tif [[ $prev == --* && \" $(_aftercare_flags \"$path\") \" != *\" $prev \"* ]]; then\n"
    "\t\tvalues=$(_aftercare_values \"$path $prev\")\n"
    "\t\tif [[ $values == FILE ]]; then\n"
    "\t\t\tcompopt -o filenames 2>/dev/null\n"
    "\t\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
    "\t\telse\n"
    "\t\t\tmapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$cur\")\n"
    "\t\tfi\n"
    "\telif [[ $cur == -* ]]; then\n"
    "\t\tmapfile -t COMPREPLY < <(compgen -W \"$(_aftercare_options \"$path\")\" -- \"$cur\")\n"
    "\telse\n"
    "\t\t((i == COMP_CWORD)) && values=$(_aftercare_words \"$path\")\n"
    "\t\t[[ $values ]] && mapfile -t COMPREPLY < <(compgen -W \"$values\" -- \"$cur\")\n"
    "\t\tif [[ $path && $(_aftercare_options \"$path\") && ${#COMPREPLY[@]} == 0 ]]; then\n"
    "\t\t\tcompopt -o filenames 2>/dev/null\n"
    "\t\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
    "\t\tfi\n"
    "\tfi\n"
    "}\n"
    "complete -F _aftercare aftercare\n";

void completion_bash(FILE *to)
{
	fputs("# bash completion for aftercare(1); written from its table of commands.\n"
	      "_aftercare_words()\n{\n\tcase $1 in\n",
	    to);
	for_each_path(to, put_bash_words);
	fputs("\tesac\n}\n_aftercare_options()\n{\n\tcase $1 in\n\t'') echo '--help --version' ;;\n", to);
	for (size_t i = 0; commands[i]; i++)
		put_bash_options(to, commands[i], false);
	fputs("\tesac\n}\n_aftercare_flags()\n{\n\tcase $1 in\n\t'') echo '--help --version' ;;\n", to);
	for (size_t i = 0; commands[i]; i++)
		put_bash_options(to, commands[i], true);
	fputs("\tesac\n}\n_aftercare_values()\n{\n\tcase $1 in\n", to);
	for (size_t i = 0; commands[i]; i++)
		put_bash_values(to, commands[i]);
	fputs("\tesac\n}\n", to);
	fputs(bash_end, to);
}

/* --- zsh --- */

static const char *summary_of(struct str path)
{
	const struct command *c = command_named(path);

	return c ? c->summary : "";
}

static void put_zsh_word(FILE *to, struct str path, struct str word, struct str whole)
{
	(void)path;
	fputs(" '", to);
	put_quoted(to, word, ":");
	fputc(':', to);
	put_quoted(to, str_of(summary_of(whole)), "");
	fputc('\'', to);
}

static void put_zsh_words(FILE *to, struct str path)
{
	fprintf(to, "\t'" STR_FMT "') reply=(", STR_ARG(path));
	follow(path, (struct follower){ to, put_zsh_word });
	fputs(path.len ? ") ;;\n" : " 'help:tells more about a command') ;;\n", to);
}

static void put_zsh_option(FILE *to, const struct command *c, const struct option_spec *o)
{
	SCOPED_ARENA arena = { 0 };
	struct str value = option_value_name(c, o, &arena);

	fprintf(to, " '%s--%s", option_repeats(o) ? "*" : "", o->name);
	if (value.ptr) {
		fputc(':', to);
		put_quoted(to, o->choices ? str_of(o->name) : value, ":");
		fputc(':', to);
		if (o->choices) {
			fputc('(', to);
			put_choices(to, value, ' ');
			fputc(')', to);
		} else if (option_is_path(value))
			fputs("_files", to);
	}
	fputc('\'', to);
}

static void put_zsh_options(FILE *to, const struct command *c)
{
	SCOPED_ARENA arena = { 0 };

	fprintf(to, "\t'%s') reply=(", c->name);
	for (const struct option_spec *o = option_table(c, &arena); (o = option_next(o)); o++)
		put_zsh_option(to, c, o);
	fputs(" '--help') ;;\n", to);
}

static const char zsh_end[] = "_aftercare()\n"
			      "{\n"
			      "\tlocal path_= word\n"
			      "\tlocal -a reply\n"
			      "\tlocal -i i=2\n"
			      "\t[[ $words[2] == help ]] && (( CURRENT > 2 )) && i=3\n"
			      "\tfor (( ; i < CURRENT; i++ )); do\n"
			      "\t\t_aftercare_words \"$path_\"\n"
			      "\t\tword=$words[i]\n"
			      "\t\t(( ${reply[(I)$word:*]} )) || break\n"
			      "\t\tpath_=${path_:+$path_ }$word\n"
			      "\tdone\n"
			      "\tif (( i == CURRENT )); then\n"
			      "\t\t_aftercare_words \"$path_\"\n"
			      "\t\tif (( $#reply )) && [[ $words[CURRENT] != -* ]]; then\n"
			      "\t\t\t_describe command reply\n"
			      "\t\t\t_aftercare_options \"$path_\"\n"
			      "\t\t\tif (( $#reply )); then _files; fi\n"
			      "\t\t\treturn 0\n"
			      "\t\tfi\n"
			      "\tfi\n"
			      "\t_aftercare_options \"$path_\"\n"
			      "\twords=( aftercare \"${(@)words[i,-1]}\" )\n"
			      "\t(( CURRENT -= i - 2 ))\n"
			      "\t_arguments $reply '*: :_files'\n"
			      "}\n"
			      "_aftercare \"$@\"\n";

void completion_zsh(FILE *to)
{
	fputs("#compdef aftercare\n# zsh completion for aftercare(1); written from its table of commands.\n"
	      "_aftercare_words()\n{\n\treply=()\n\tcase $1 in\n",
	    to);
	for_each_path(to, put_zsh_words);
	fputs("\tesac\n}\n_aftercare_options()\n{\n\treply=()\n\tcase $1 in\n", to);
	for (size_t i = 0; commands[i]; i++)
		put_zsh_options(to, commands[i]);
	fputs("\tesac\n}\n", to);
	fputs(zsh_end, to);
}

/* --- fish --- */

static void put_fish_word(FILE *to, struct str path, struct str word, struct str whole)
{
	/* files too, where the words so far are a command by themselves */
	fprintf(to, "complete -c aftercare%s -n \"__aftercare_at '" STR_FMT "'\" -a " STR_FMT " -d '",
	    command_named(path) ? "" : " -f", STR_ARG(path), STR_ARG(word));
	put_quoted(to, str_of(summary_of(whole)), "");
	fputs("'\n", to);
}

static void put_fish_words(FILE *to, struct str path)
{
	follow(path, (struct follower){ to, put_fish_word });
}

static void put_fish_options(FILE *to, const struct command *c)
{
	SCOPED_ARENA arena = { 0 };

	for (const struct option_spec *o = option_table(c, &arena); (o = option_next(o)); o++) {
		struct str value = option_value_name(c, o, &arena);

		fprintf(to, "complete -c aftercare -n \"__aftercare_within '%s'\" -l %s", c->name, o->name);
		if (o->choices) {
			fputs(" -x -a '", to);
			put_choices(to, value, ' ');
			fputc('\'', to);
		} else if (value.ptr)
			fputs(option_is_path(value) ? " -r -F" : " -x", to);
		fputc('\n', to);
	}
}

static void put_fish_path(FILE *to, struct str path, struct str word, struct str whole)
{
	(void)path;
	(void)word;
	fprintf(to, " '" STR_FMT "'", STR_ARG(whole));
}

static void put_fish_paths(FILE *to, struct str path)
{
	follow(path, (struct follower){ to, put_fish_path });
}

static const char fish_functions[] = "function __aftercare_path\n"
				     "\tset -l path ''\n"
				     "\tfor word in (commandline -opc)[2..-1]\n"
				     "\t\tset -l next \"$path $word\"\n"
				     "\t\ttest -z \"$path\"; and set next \"$word\"\n"
				     "\t\tcontains -- \"$next\" $__aftercare_paths; or break\n"
				     "\t\tset path \"$next\"\n"
				     "\tend\n"
				     "\techo \"$path\"\n"
				     "end\n"
				     "# The words so far are these, and nothing else.\n"
				     "function __aftercare_at\n"
				     "\tset -l words (commandline -opc)[2..-1]\n"
				     "\ttest \"$words[1]\" = help; and set -e words[1]\n"
				     "\ttest \"$words\" = \"$argv[1]\"\n"
				     "end\n"
				     "# The words so far begin with this command.\n"
				     "function __aftercare_within\n"
				     "\tset -l path (__aftercare_path)\n"
				     "\ttest \"$path\" = \"$argv[1]\"\n"
				     "end\n";

void completion_fish(FILE *to)
{
	fputs("# fish completion for aftercare(1); written from its table of commands.\nset -g "
	      "__aftercare_paths",
	    to);
	for_each_path(to, put_fish_paths);
	fputc('\n', to);
	fputs(fish_functions, to);
	fputs("complete -c aftercare -f -n \"__aftercare_at ''\" -a help -d 'tells more about a command'\n",
	    to);
	for_each_path(to, put_fish_words);
	for (size_t i = 0; commands[i]; i++)
		put_fish_options(to, commands[i]);
}
