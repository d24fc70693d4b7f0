#include "actions/vex/vex_import.h"
#include "actions/vex/vex_list_json.h"

#include "base/number.h"
#include "cli/command.h"
#include "cli/finding/vex_print.h"
#include "cli/print.h"
#include "cli/session.h"

#define PATHS_MOST 4096

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "device", OPTION_VALUE, NULL },
	{ "release", OPTION_VALUE, NULL },
	{ "dry-run", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool print_reports(
    struct app *app, const struct options *o, const struct vex_report *reports, size_t count, struct err *e)
{
	struct json_out *w;

	if (!session_wants_json(o)) {
		for (size_t i = 0; i < count; i++)
			vex_print_report(&reports[i], app->out);
		return true;
	}
	w = json_out_file(app->out, true);
	vex_reports_write(reports, count, w);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}

static bool import(struct app *app, const struct options *o, struct err *e)
{
	const char *paths[PATHS_MOST];
	struct vex_import what = { .paths = paths,
		.device = options_text(o, "device"),
		.release = options_text(o, "release"),
		.dry_run = options_has(o, "dry-run") };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct vex_report *reports;
	size_t count;

	if (!options_words(o, 1, PATHS_MOST, "a VEX document", e))
		return false;
	if (what.release.len && !what.device.len)
		return err_fail(e, ERR_USAGE, "--device is missing");
	what.count = (size_t)options_values(o, NULL, paths, PATHS_MOST);
	return session_open(o, DB_CHANGE, &db, e) &&
	       vex_import(db, &what, session_by(o), &arena, &reports, &count, e) &&
	       print_reports(app, o, reports, count, e);
}

static int run_import(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, import_specs, import);
}

const struct command command_vex_import = {
	.name = "vex import",
	.synopsis = "FILE... [--device NAME [--release VERSION]] [--dry-run] [--format table|json]",
	.summary = "take suppliers' VEX statements, and tell what becomes of each",
	.help =
	    "OpenVEX 0.0.1-0.2.0, CSAF 2.0 of any profile, CycloneDX 1.4-1.7; told by content.\n"
	    "A supplier's statement is a claim: it ranks above the records of feeds and below own decisions\n"
	    "(aftercare finding set). Every statement is reported: applied and where, ambiguous, unmatched,\n"
	    "incomplete or unreadable, and why. The report is kept: aftercare vex list.\n\n"
	    "--device and --release say what the documents are about. --dry-run keeps nothing.\n",
	.options = import_specs,
	.run = run_import,
};

/* --- list --- */

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "report", OPTION_NUMBER, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool print_kept(
    struct app *app, const struct options *o, struct db *db, struct arena *arena, struct err *e)
{
	struct str report;
	int64_t id;

	if (!options_number(o, "report", 1, INT64_MAX, &id, e) ||
	    !vex_document_report(db, id, arena, &report, e))
		return false;
	fwrite(report.ptr, 1, report.len, app->out);
	fputc('\n', app->out);
	return true;
}

static void print_documents(struct app *app, const struct vex_document *documents, size_t count)
{
	static const struct print_column columns[] = { { "number", true }, { "document", false },
		{ "version", false }, { "author", false }, { "format", false }, { "file", false },
		{ "life", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		print_cell_int(t, documents[i].id);
		print_cell(t, documents[i].name);
		print_cell(t, documents[i].version);
		print_cell(t, documents[i].author);
		print_cell(t, documents[i].format);
		print_cell(t, documents[i].file);
		print_cell(t, str_of(vex_life_name(documents[i].life)));
	}
	print_table_write(t, app->out);
}

static void write_documents(struct app *app, const struct vex_document *documents, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	vex_list_json(w, documents, count);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct vex_document *documents;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e))
		return false;
	if (options_has(o, "report"))
		return print_kept(app, o, db, &arena, e);
	if (!vex_document_list(db, &arena, &documents, &count, e))
		return false;
	(session_wants_json(o) ? write_documents : print_documents)(app, documents, count);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_vex_list = {
	.name = "vex list",
	.synopsis = "[--format table|json] | --report NUMBER",
	.summary = "the VEX documents taken; with --report, what was said of each statement then, as JSON",
	.options = list_specs,
	.run = run_list,
};
