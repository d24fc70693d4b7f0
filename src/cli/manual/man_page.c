#include "cli/manual/man_page.h"

#include "cli/manual/option_text.h"

/* What roff would read as its own is escaped; a line never begins with a control character. */
static void put(FILE *to, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == '\\')
			fputs("\\e", to);
		else if (c == '-')
			fputs("\\-", to);
		else if (c == '^')
			fputs("\\(ha", to);
		else if (c == '~')
			fputs("\\(ti", to);
		else if (c == '`')
			fputs("\\(ga", to);
		else if (c == '\'')
			fputs("\\(aq", to);
		else if (c == '|')
			fputs("|\\:", to); /* long choices break here */
		else
			fputc(c, to);
	}
}

static void put_line(FILE *to, struct str s)
{
	if (s.len && s.ptr[0] == '.')
		fputs("\\&", to);
	put(to, s);
	fputc('\n', to);
}

static void put_text(FILE *to, const char *text)
{
	put_line(to, str_of(text));
}

/* --- help: paragraphs, and lines that are indented and stand as they are --- */

struct prose {
	FILE *to;
	bool literal, begun;
};

static void prose_line(struct prose *p, struct str line)
{
	bool literal = line.len > 0 && line.ptr[0] == ' ';

	if (literal != p->literal) {
		fputs(literal ? ".PP\n.nf\n" : ".fi\n.PP\n", p->to);
		p->literal = literal;
	}
	if (line.len == 0) {
		if (p->begun)
			fputs(".PP\n", p->to);
		p->begun = false;
		return;
	}
	p->begun = !literal;
	put_line(p->to, line);
}

static void put_prose(FILE *to, const char *text)
{
	struct prose p = { .to = to };
	struct str rest = str_of(text), line;

	while (str_next(&rest, '\n', &line))
		if (line.len || rest.len)
			prose_line(&p, line);
	if (p.literal)
		fputs(".fi\n", to);
}

/* --- a page --- */

struct str man_page_name(const struct command *c, struct arena *arena)
{
	struct str name = arena_printf(arena, "aftercare-%s", c->name);
	char *at = arena_text(arena, name);

	for (char *space = at; *space; space++)
		if (*space == ' ')
			*space = '-';
	return str_of(at);
}

static void put_head(FILE *to, struct str name, const char *date, const char *summary)
{
	fputs(".TH ", to);
	put(to, name);
	fprintf(to, " 1 \"%s\" \"aftercare " PROGRAM_VERSION "\" \"User Commands\"\n.ad l\n.nh\n.SH NAME\n",
	    date);
	put(to, name);
	fputs(" \\- ", to);
	put_text(to, summary);
}

/* Each word of the synopsis by itself, so that a long one breaks where words end. */
static void put_synopsis(FILE *to, const struct command *c)
{
	struct str rest = str_of(c->synopsis), word;

	fputs(".SH SYNOPSIS\n.SY \"aftercare ", to);
	put(to, str_of(c->name));
	fputs("\"\n", to);
	while (str_next(&rest, ' ', &word)) {
		struct str line = str_trim(word);

		if (line.len)
			put_line(to, line);
	}
	fputs(".YS\n", to);
}

static const char *said_of(const struct option_spec *o)
{
	static const struct {
		const char *name, *says;
	} shared_options[] = { { "store", "The store: sqlite:PATH or PATH." }, { "by", "Who changes." },
		{ "why", "The reason, for the audit trail." }, { "format", "The form of what is printed." },
		{ "amends", "The record for which this one stands in." } };

	for (size_t i = 0; i < COUNT(shared_options); i++)
		if (strcmp(o->name, shared_options[i].name) == 0)
			return shared_options[i].says;
	switch (o->kind) {
	case OPTION_FLAG:
		return "Without a value.";
	case OPTION_DATE:
		return "A day, YYYY-MM-DD.";
	case OPTION_INSTANT:
		return "An instant with its offset, 2026-05-04T12:00:00Z.";
	case OPTION_WHEN:
		return "A day, YYYY-MM-DD, or an instant with its offset.";
	case OPTION_NUMBER:
		return "A number.";
	case OPTION_VALUE:
		return o->choices ? "One of these." : "A value.";
	case OPTION_MANY:
		return "A value; any number of times.";
	case OPTION_LIST:
		return "Values: all words up to the next option.";
	}
	return "";
}

static void put_option(FILE *to, const struct command *c, const struct option_spec *o, struct arena *arena)
{
	struct str value = option_value_name(c, o, arena);

	fputs(".TP\n.B \\-\\-", to);
	put(to, str_of(o->name));
	if (value.ptr) {
		fputs("\\fR \\fI", to);
		put(to, value);
		fputs("\\fR", to);
	}
	fputc('\n', to);
	put_text(to, said_of(o));
}

static void put_options(FILE *to, const struct command *c)
{
	SCOPED_ARENA arena = { 0 };

	fputs(".SH OPTIONS\nOptions stand anywhere behind the name of the command; \\-\\- ends them. What is "
	      "said of "
	      "each above goes before what stands here.\n",
	    to);
	for (const struct option_spec *o = option_table(c, &arena); (o = option_next(o)); o++)
		put_option(to, c, o, &arena);
}

static void put_examples(FILE *to, const struct command *c, const struct examples *examples)
{
	bool any = false;

	for (size_t i = 0; i < examples->count; i++) {
		if (examples->rows[i].command != c)
			continue;
		if (!any)
			fputs(".SH EXAMPLES\n.nf\n", to);
		any = true;
		put_line(to, examples->rows[i].line);
	}
	if (any)
		fputs(".fi\n", to);
}

static const char shared[] =
    ".SH ENVIRONMENT\n"
    ".TP\n.B AFTERCARE_STORE\nThe store, where \\-\\-store is not given: sqlite:PATH or PATH. Without "
    "either, "
    "aftercare/aftercare.db in XDG_DATA_HOME, or else in ~/.local/share.\n"
    ".TP\n.B AFTERCARE_USER\nWho changes, where \\-\\-by is not given. Without either, who has signed in, or "
    "else the "
    "system's name for the user.\n"
    ".TP\n.B AFTERCARE_TOKEN_FILE\nA file that holds an access token alone, in place of a session.\n"
    ".TP\n.B AFTERCARE_STALE_AFTER\nDays after which a source of records is called old, or never.\n"
    ".SH EXIT STATUS\n"
    ".TP\n.B 0\nDone.\n"
    ".TP\n.B 1\nThe answer is no: something was found, or does not hold.\n"
    ".TP\n.B 2\nWrong usage.\n"
    ".TP\n.B 3\nBad or missing input; the message names the file, the place and the reason.\n"
    ".TP\n.B 4\nThe store failed.\n"
    ".TP\n.B 5\nRefused: not permitted, in the wrong order, or changed by somebody else meanwhile.\n";

/* The other commands of the group: case open, case close ... */
static void put_see_also(FILE *to, const struct command *c)
{
	struct str group, rest = str_of(c->name);
	SCOPED_ARENA arena = { 0 };

	fputs(".SH SEE ALSO\n.BR aftercare (1)", to);
	if (str_cut(&rest, ' ', &group))
		for (size_t i = 0; commands[i]; i++) {
			struct str other = str_of(commands[i]->name);

			if (commands[i] == c || !str_starts(other, group) || other.len == group.len ||
			    other.ptr[group.len] != ' ')
				continue;
			fputs(",\n.BR ", to);
			put(to, man_page_name(commands[i], &arena));
			fputs(" (1)", to);
		}
	fputc('\n', to);
}

void man_page_command(FILE *to, const struct command *c, const struct man_source *source)
{
	SCOPED_ARENA arena = { 0 };

	put_head(to, man_page_name(c, &arena), source->date, c->summary);
	put_synopsis(to, c);
	if (c->help) {
		fputs(".SH DESCRIPTION\n", to);
		put_prose(to, c->help);
	}
	if (option_next(option_table(c, &arena)))
		put_options(to, c);
	put_examples(to, c, source->examples);
	fputs(shared, to);
	put_see_also(to, c);
}

void man_page_overview(FILE *to, const struct man_source *source)
{
	SCOPED_ARENA arena = { 0 };

	put_head(to, STR("aftercare"), source->date,
	    "cybersecurity of medical devices after they have left the factory");
	fputs(".SH SYNOPSIS\n.SY aftercare\n.I COMMAND\n.RI [ WORD ...]\n.YS\n.SY \"aftercare help\"\n.RI [ "
	      "COMMAND ]\n.YS\n.SY \"aftercare \\-\\-version\"\n.YS\n.SH DESCRIPTION\n",
	    to);
	put_text(to, "Which of our devices in the field does a newly known vulnerability touch, how badly "
		     "could it hurt a "
		     "patient, what must we do, by when, whom must we tell, and can we prove that we did.");
	fputs(".PP\nEach command has a page of its own, aftercare\\-COMMAND(1), with a hyphen between its "
	      "words.\n"
	      ".SH COMMANDS\n",
	    to);
	for (size_t i = 0; commands[i]; i++) {
		fputs(".TP\n.BR ", to);
		put(to, man_page_name(commands[i], &arena));
		fputs(" (1)\n", to);
		put_text(to, commands[i]->summary);
	}
	fputs(shared, to);
	fputs(".SH FILES\n.TP\n.I ~/.local/share/aftercare/aftercare.db\nThe store, where none is named.\n"
	      ".TP\n.I ~/.local/state/aftercare\nThe sessions of who has signed in at the terminal.\n",
	    to);
}
