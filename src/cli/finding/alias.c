#include "actions/matching/alias_json.h"
#include "actions/matching/teach_alias.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "matching/alias_read.h"

static const struct option_spec change_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "shipped", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec check_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool add(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct alias_name left, right;
	const char *names[2];
	int64_t number;

	if (!options_words(o, 2, 2, "two names of one product", e))
		return false;
	options_values(o, NULL, names, 2);
	if (!alias_read(str_of(names[0]), &arena, &left, e) ||
	    !alias_read(str_of(names[1]), &arena, &right, e) || !session_open(o, DB_WRITE, &db, e) ||
	    !teach_alias(db, left, right, session_by(o), &number, e))
		return false;
	print_line(app->out, "rule %lld: " STR_FMT " = " STR_FMT, (long long)number,
	    STR_ARG(alias_words(left, &arena)), STR_ARG(alias_words(right, &arena)));
	return true;
}

static int run_add(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, change_specs, add);
}

const struct command command_alias_add = {
	.name = "alias add",
	.synopsis = "NAME NAME --why TEXT",
	.summary = "teach that two packages are one product",
	.help = "A NAME is a package URL or a CPE name, both without version, or VENDOR:PRODUCT. What an "
		"alias finds\n"
		"is tier C. It holds at once for every component, and is never learned by itself.\n",
	.options = change_specs,
	.run = run_add,
};

static bool forget(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;
	int64_t number;

	if (!options_words(o, 1, 1, "the rule's number", e) ||
	    !options_word_number(o, "number of a rule", &number, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !forget_alias(db, number, session_by(o), e))
		return false;
	fprintf(app->out, "rule %lld is taken back\n", (long long)number);
	return true;
}

static int run_forget(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, change_specs, forget);
}

const struct command command_alias_remove = {
	.name = "alias remove",
	.synopsis = "NUMBER --why TEXT",
	.summary = "take back a rule of your own",
	.help = "The trail keeps that it was there. Shipped rules cannot be removed.\n",
	.options = change_specs,
	.run = run_forget,
};

static void print_rules(struct app *app, const struct package_alias *rules, size_t count, struct arena *arena)
{
	static const struct print_column columns[] = { { "rule", true }, { "package", false },
		{ "is also", false }, { "since", false }, { "by", false }, { "why", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char text[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		print_cell_int(t, rules[i].id);
		print_cell(t, alias_words(rules[i].left, arena));
		print_cell(t, alias_words(rules[i].right, arena));
		print_cell(t, str_of(date_write(instant_date(rules[i].at, 0), text)));
		print_cell(t, rules[i].who);
		print_cell(t, rules[i].why);
	}
	print_table_write(t, app->out);
}

static void write_rules(struct app *app, const struct package_alias *rules, size_t count, struct arena *arena)
{
	struct json_out *w = json_out_file(app->out, true);

	alias_rules_json(w, rules, count, arena);
	json_out_close(w);
}

/* A rule a line: its names, then why they are one. */
static void print_shipped(struct app *app, struct arena *arena)
{
	for (size_t rule = 0; rule < alias_shipped_count(); rule++) {
		struct alias_name names[ALIAS_SHIPPED_NAMES_MOST];
		const char *why;
		size_t count = alias_shipped(rule, names, COUNT(names), &why);

		for (size_t i = 0; i < count && i < COUNT(names); i++)
			fprintf(
			    app->out, "%s" STR_FMT, i ? " = " : "", STR_ARG(alias_words(names[i], arena)));
		fprintf(app->out, "; %s\n", why);
	}
}

static void write_shipped(struct app *app, struct arena *arena)
{
	struct json_out *w = json_out_file(app->out, true);

	alias_shipped_json(w, 0, alias_shipped_count(), arena);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct package_alias *rules;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (options_has(o, "shipped")) {
		(session_wants_json(o) ? write_shipped : print_shipped)(app, &arena);
		return true;
	}
	if (!session_open(o, DB_READ, &db, e) || !package_alias_list(db, &arena, &rules, &count, e))
		return false;
	(session_wants_json(o) ? write_rules : print_rules)(app, rules, count, &arena);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_alias_list = {
	.name = "alias list",
	.synopsis = "[--shipped] [--format table|json]",
	.summary = "the rules you have taught, or those that come with aftercare",
	.options = list_specs,
	.run = run_list,
};

static void print_places(struct app *app, const struct alias_place *places, size_t count, struct arena *arena)
{
	static const struct print_column columns[] = { { "package", false }, { "records", false },
		{ "through", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		print_cell(t, alias_words(places[i].name, arena));
		print_cell(t, places[i].known ? STR("yes") : STR("no"));
		print_cell(t, places[i].through);
	}
	print_table_write(t, app->out);
}

static void write_places(struct app *app, const struct alias_place *places, size_t count, struct arena *arena)
{
	struct json_out *w = json_out_file(app->out, true);

	alias_check_json(w, places, count, arena);
	json_out_close(w);
}

static bool check(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct alias_place *places;
	struct alias_name name;
	const char *word;
	size_t count;

	if (!options_words(o, 1, 1, "the name of a package", e))
		return false;
	options_values(o, NULL, &word, 1);
	if (!alias_read(str_of(word), &arena, &name, e) || !session_open(o, DB_READ, &db, e) ||
	    !alias_check(db, name, &arena, &places, &count, e))
		return false;
	(session_wants_json(o) ? write_places : print_places)(app, places, count, &arena);
	return true;
}

static int run_check(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, check_specs, check);
}

const struct command command_alias_check = {
	.name = "alias check",
	.synopsis = "NAME [--format table|json]",
	.summary = "where the name of a package leads, and whether records know it",
	.help = "All packages whose records a component of that name is held against, by which rule, and "
		"whether the\n"
		"store has ranges of versions in them.\n",
	.options = check_specs,
	.run = run_check,
};
