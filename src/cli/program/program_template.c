/*
 * aftercare program template - texts of notices with places to fill in, version by version.
 */
#include "actions/program/program_json.h"
#include "cli/print.h"
#include "cli/program/program_print.h"
#include "cli/session.h"
#include "formats/input.h"

#define TEMPLATE_MOST (1024 * 1024)

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static bool import(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_BUF text = buf_new(TEMPLATE_MOST);
	struct program_version version;
	SCOPED_ARENA arena = { 0 };
	SCOPED_INPUT *in = NULL;
	SCOPED_DB *db = NULL;
	const char *words[2];

	if (!options_words(o, 2, 2, "a name and a file", e))
		return false;
	options_values(o, NULL, words, 2);
	if (!input_open_file(words[1], &in, e) || !input_read_all(in, &text, e) ||
	    !session_open(o, DB_WRITE, &db, e))
		return false;
	if (!program_import_template(
		db, str_of(words[0]), buf_str(&text), session_by(o), &arena, &version, e))
		return err_within(e, "%s", words[1]);
	print_line(app->out, "template %s: version %lld", words[0], (long long)version.number);
	return true;
}

static int run_import(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, import_specs, import);
}

const struct command command_program_template_import = {
	.name = "program template import",
	.synopsis = "NAME FILE",
	.summary = "keep the text of a communication, with places such as {{device}}; every version stays",
	.help =
	    "Places: advisory, casefile, contact, controls, cvss, date, device, fix, impact, manufacturer, "
	    "releases,\n"
	    "strategy, summary, vulnerability. Another one is refused.\n",
	.options = import_specs,
	.run = run_import,
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_versions(struct app *app, const struct program_version *versions, size_t count)
{
	static const struct print_column columns[] = { { "template", false }, { "version", true },
		{ "imported", false }, { "by", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char at[INSTANT_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		print_cell(t, versions[i].name);
		print_cell_int(t, versions[i].number);
		print_cell(t, str_of(instant_write(versions[i].at, at)));
		print_cell(t, versions[i].who);
	}
	print_table_write(t, app->out);
}

static void write_versions(struct app *app, const struct program_version *versions, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	template_list_json(w, versions, count);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	struct program_version *versions;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !program_versions(db, STR("template"), &arena, &versions, &count, e))
		return false;
	(session_wants_json(o) ? write_versions : print_versions)(app, versions, count);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_program_template_list = {
	.name = "program template list",
	.synopsis = "[--format table|json]",
	.summary = "all versions of all templates",
	.options = list_specs,
	.run = run_list,
};

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ "number", OPTION_NUMBER, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct program_version version;
	int64_t number = 0;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *name;
	struct str text;

	if (!options_words(o, 1, 1, "the template's name", e) ||
	    !options_number(o, "number", 1, INT64_MAX, &number, e))
		return false;
	options_values(o, NULL, &name, 1);
	if (!session_open(o, DB_READ, &db, e) ||
	    !program_template(db, str_of(name), number, &arena, &version, &text, e))
		return false;
	fwrite(text.ptr, 1, text.len, app->out);
	return true;
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_program_template_show = {
	.name = "program template show",
	.synopsis = "NAME [--number N]",
	.summary = "the text of a template, its last version or another",
	.options = show_specs,
	.run = run_show,
};
