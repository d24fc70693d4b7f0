/*
 * aftercare report - documents about what is in the store, for people and for machines.
 */
#include "actions/clock.h"
#include "actions/report_casefile.h"
#include "base/number.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/output_file.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "reports/casefile_html.h"
#include "reports/casefile_json.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "html|json" },
	{ "today", OPTION_DATE, NULL },
	{ "output", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* Whether the stream failed is told by whoever ends it. */
static void write_report(const struct casefile_report *r, const struct options *o, FILE *to)
{
	struct json_out *w;
	struct html *h;

	if (session_wants_json(o)) {
		w = json_out_file(to, true);
		casefile_write_json(r, w);
		json_out_close(w);
		return;
	}
	h = html_file(to);
	casefile_write_html(r, h);
	html_close(h);
}

static bool write_to_file(
    const struct casefile_report *r, const struct options *o, const char *path, struct err *e)
{
	SCOPED_OUTPUT_FILE *file = NULL;
	struct output_file *kept;

	if (!output_file_open(path, &file, e))
		return false;
	write_report(r, o, output_file_stream(file));
	kept = file;
	file = NULL;
	return output_file_keep(kept, e);
}

static bool report(struct app *app, const struct options *o, struct err *e)
{
	const char *path = options_value(o, "output");
	struct casefile_report r;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!case_id_of(o, &id, e) || !session_open(o, DB_READ, &db, e) ||
	    !report_casefile(db, id, options_date(o, "today"), instant_now(), &arena, &r, e) ||
	    !warn_of_embargo(app, db, id, e))
		return false;
	if (path)
		return write_to_file(&r, o, path, e);
	write_report(&r, o, app->out);
	return true;
}

static int run_casefile(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, report);
}

const struct command command_report_casefile = {
	.name = "report casefile",
	.synopsis = "CASEFILE [--format html|json] [--today DATE] [--output FILE]",
	.summary = "everything in a casefile, what the rules say of it, and its audit trail",
	.help =
	    "The page needs nothing from outside and prints well. --today asks what the rules say on another "
	    "day;\n"
	    "what is dated later is then not yet known to them. --output writes the file whole or not at "
	    "all.\n"
	    "The JSON form is described in docs/man/report.md.\n",
	.run = run_casefile,
};
