/*
 * control - the catalogue of compensating controls: what they are, what customers are told of them, version
 * by version; and casefiles that take one out of it.
 */
#include "actions/json_merge.h"
#include "actions/program/program_json.h"
#include "cli/case_options.h"
#include "cli/print.h"
#include "cli/session.h"
#include "formats/json_write.h"
#include "reports/casefile_record.h"

#define CONTROL_MOST 65536

/* --- the catalogue --- */

static const struct case_field catalogue_fields[] = {
	{ "text", "text", CASE_TEXT, true, NULL },
	{ "customer-text", "customer_text", CASE_TEXT, true, NULL },
	{ "term", "term", CASE_TEXT, true, "interim|long_term" },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static bool add(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_BUF content = buf_new(CONTROL_MOST);
	struct program_version version;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *name;

	if (!options_words(o, 1, 1, "the control's name", e) ||
	    !case_write_options(catalogue_fields, o, true, &content, e))
		return false;
	options_values(o, NULL, &name, 1);
	if (str_eq(buf_str(&content), STR("{}")))
		return err_fail(e, ERR_USAGE, "nothing is stated: see --help for the options");
	if (buf_full(&content))
		return err_fail(e, ERR_LIMIT, "a control takes at most %d bytes", CONTROL_MOST);
	if (!session_open(o, DB_CHANGE, &db, e) || !program_state(db, "control", str_of(name),
						       buf_str(&content), session_by(o), &arena, &version, e))
		return false;
	print_line(app->out, "control %s: version %lld", name, (long long)version.number);
	return true;
}

static const struct option_spec *catalogue_options(const char *of, struct arena *arena)
{
	(void)of;
	return case_options_of(catalogue_fields, NULL, arena);
}

static int run_add(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, catalogue_options(NULL, &arena), add);
}

const struct command command_control_add = {
	.name = "control add",
	.synopsis = "NAME [--text TEXT] [--customer-text TEXT] [--term interim|long_term]",
	.summary = "keep a compensating control in the catalogue, or a further version of it",
	.help = "A version keeps what is not given anew; every version stays. --customer-text is what a "
		"communication "
		"tells.\n",
	.options_made = catalogue_options,
	.run = run_add,
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool print_last(struct app *app, const struct program_version *versions, size_t count, struct err *e)
{
	static const struct print_column columns[] = { { "control", false }, { "version", true },
		{ "term", false }, { "text", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct report_fields f = { 0 };

		if (!report_fields_read(versions[i].content, &arena, &f, e))
			return false;
		print_cell(t, versions[i].name);
		print_cell_int(t, versions[i].number);
		print_cell(t, report_fields_text(&f, STR("term")));
		print_cell(t, report_fields_text(&f, STR("text")));
	}
	print_table_write(t, app->out);
	return true;
}

static bool write_versions(
    struct app *app, const struct program_version *versions, size_t count, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);

	if (!control_list_json(w, versions, count, e)) {
		json_out_drop(w);
		return false;
	}
	json_out_close(w);
	return true;
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	struct program_version *versions;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	size_t count;

	return options_words(o, 0, 0, "nothing", e) && session_open(o, DB_READ, &db, e) &&
	       program_last_of_each(db, "control", &arena, &versions, &count, e) &&
	       (session_wants_json(o) ? write_versions : print_last)(app, versions, count, e);
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_control_list = {
	.name = "control list",
	.synopsis = "[--format table|json]",
	.summary = "the catalogue of compensating controls, the last version of each",
	.options = list_specs,
	.run = run_list,
};

static bool print_versions(
    struct app *app, const struct program_version *versions, size_t count, struct err *e)
{
	char at[INSTANT_TEXT_SIZE];

	(void)e;
	for (size_t i = 0; i < count; i++)
		print_line(app->out, "version %lld, %s, " STR_FMT ": %.*s", (long long)versions[i].number,
		    instant_write(versions[i].at, at), STR_ARG(versions[i].who),
		    STR_WHOLE(versions[i].content));
	return true;
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct program_version *versions;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *name;
	size_t count;

	if (!options_words(o, 1, 1, "the control's name", e))
		return false;
	options_values(o, NULL, &name, 1);
	if (!session_open(o, DB_READ, &db, e) ||
	    !program_versions_of(db, "control", str_of(name), &arena, &versions, &count, e))
		return false;
	if (count == 0)
		return err_fail(e, ERR_INPUT,
		    "the catalogue has no control \"%s\"; aftercare control list shows all", name);
	return (session_wants_json(o) ? write_versions : print_versions)(app, versions, count, e);
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, show);
}

const struct command command_control_show = {
	.name = "control show",
	.synopsis = "NAME [--format table|json]",
	.summary = "every version of a compensating control",
	.options = list_specs,
	.run = run_show,
};

/* --- of a casefile --- */

static int run_control(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "control", argc, argv);
}

const struct command command_case_control = {
	.name = "case control",
	.synopsis =
	    "CASEFILE --identified-on DATE [--from CONTROL] [--long-term yes|no] [--adds-risk yes|no]\n"
	    "       [--withdrawn-on DATE] [--text TEXT] [--amends NUMBER]",
	.summary = "record a compensating control, in words or out of the catalogue",
	.help = "--from takes the text for customers and the term from the catalogue; what is stated besides "
		"stands over it.\n--withdrawn-on: from when it is recommended no more, as one that adds risk "
		"must "
		"not be.\n--amends NUMBER adds a record that stands in for record NUMBER and keeps "
		"what is "
		"not given anew.\n",
	.options_made = case_options_made,
	.options_of = "control",
	.run = run_control,
};
