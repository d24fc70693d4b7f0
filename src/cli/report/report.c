/*
 * aftercare report casefile - everything in a casefile, for people and for machines.
 */
#include "actions/clock.h"
#include "actions/reports/report_casefile.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/document_output.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "reports/casefile_document.h"
#include "reports/casefile_json.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	DOCUMENT_OPTIONS,
	{ "today", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static void write_object(const void *r, struct json_out *w)
{
	casefile_write_json(r, w);
}

static bool report(struct app *app, const struct options *o, struct err *e)
{
	struct casefile_report r;
	struct document_object object = { write_object, &r };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	return case_id_of(o, &id, e) && session_open(o, DB_READ, &db, e) &&
	       report_casefile(db, id, options_date(o, "today"), instant_now(), &arena, &r, e) &&
	       warn_of_embargo(app, db, id, e) &&
	       document_output(app, o, casefile_document(&r, &arena), &object, e);
}

static int run_casefile(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, report);
}

const struct command command_report_casefile = {
	.name = "report casefile",
	.synopsis = "CASEFILE " DOCUMENT_SYNOPSIS " [--today DATE]",
	.summary = "everything in a casefile, what the rules say of it, and its audit trail",
	.help = DOCUMENT_HELP
	"--today asks what the rules say on another day; what is dated later is then not yet known to "
	"them.\n"
	"The JSON form is described in docs/man/report.md.\n",
	.options = specs,
	.run = run_casefile,
};
