#include "actions/matching/teach_alias.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "formats/json_write.h"
#include "matching/alias_read.h"
#include "store/package_aliases.h"
#include "store/packages.h"

#define SHIPPED_NAMES_MOST 64

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
	char text[INSTANT_TEXT_SIZE];

	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_int(w, "rule", rules[i].id);
		json_field_text(w, "package", alias_words(rules[i].left, arena));
		json_field_text(w, "is_also", alias_words(rules[i].right, arena));
		json_field_text(w, "at", str_of(instant_write(rules[i].at, text)));
		json_field_text(w, "by", rules[i].who);
		json_field_text(w, "why", rules[i].why);
		json_close_object(w);
	}
	json_close_array(w);
	json_out_close(w);
}

/* A rule a line: its names, then why they are one. */
static void print_shipped(struct app *app, struct arena *arena)
{
	for (size_t rule = 0; rule < alias_shipped_count(); rule++) {
		struct alias_name names[SHIPPED_NAMES_MOST];
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

	json_open_array(w);
	for (size_t rule = 0; rule < alias_shipped_count(); rule++) {
		struct alias_name names[SHIPPED_NAMES_MOST];
		const char *why;
		size_t count = alias_shipped(rule, names, COUNT(names), &why);

		json_open_object(w);
		json_key(w, "names");
		json_open_array(w);
		for (size_t i = 0; i < count && i < COUNT(names); i++)
			json_put_text(w, alias_words(names[i], arena));
		json_close_array(w);
		json_field_text(w, "why", str_of(why));
		json_close_object(w);
	}
	json_close_array(w);
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
	.run = run_list,
};

/* What is known of a package: whether records have ranges in it. */
static bool has_records(struct db *db, struct alias_name name, bool *known, struct err *e)
{
	struct str packed = STR("");
	int64_t id;

	if (!packages_find(db, name.kind, name.package, &id, e) ||
	    (id && !packages_ranges(db, id, &packed, e)))
		return false;
	*known = packed.len > 0;
	return true;
}

static bool check_one(struct db *db, struct alias_name name, struct str through, struct print_table *t,
    struct json_out *w, struct arena *arena, struct err *e)
{
	bool known;

	if (!has_records(db, name, &known, e))
		return false;
	if (w) {
		json_open_object(w);
		json_field_text(w, "package", alias_words(name, arena));
		json_field_bool(w, "records", known);
		json_field_text(w, "through", through);
		json_close_object(w);
	} else {
		print_cell(t, alias_words(name, arena));
		print_cell(t, known ? STR("yes") : STR("no"));
		print_cell(t, through);
	}
	return true;
}

static bool check_all(struct db *db, struct alias_name name, struct print_table *t, struct json_out *w,
    struct arena *arena, struct err *e)
{
	struct alias_book own;
	struct alias *found;
	size_t count;

	if (!package_alias_book(db, arena, &own, e) ||
	    !check_one(db, name, STR("the name itself"), t, w, arena, e))
		return false;
	count = alias_reach(&own, name, arena, &found);
	for (size_t i = 0; i < count; i++)
		if (!check_one(db, found[i].name, found[i].through, t, w, arena, e))
			return false;
	return true;
}

static bool check(struct app *app, const struct options *o, struct err *e)
{
	static const struct print_column columns[] = { { "package", false }, { "records", false },
		{ "through", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct alias_name name;
	struct json_out *w;
	const char *word;
	bool done;

	if (!options_words(o, 1, 1, "the name of a package", e))
		return false;
	options_values(o, NULL, &word, 1);
	if (!alias_read(str_of(word), &arena, &name, e) || !session_open(o, DB_READ, &db, e))
		return false;
	if (!session_wants_json(o)) {
		done = check_all(db, name, t, NULL, &arena, e);
		if (done)
			print_table_write(t, app->out);
		return done;
	}
	w = json_out_file(app->out, true);
	json_open_array(w);
	done = check_all(db, name, t, w, &arena, e);
	if (!done) {
		json_out_drop(w);
		return false;
	}
	json_close_array(w);
	json_out_close(w);
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
	.run = run_check,
};
