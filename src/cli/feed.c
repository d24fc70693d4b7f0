#include <inttypes.h>
#include <unistd.h>

#include "actions/feeds/feed_json.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/skips.h"
#include "store/coverage.h"

#define PATHS_MOST 16384

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "strict", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec status_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void tell_skipped(void *ctx, const struct err *why)
{
	struct app *app = ctx;

	fprintf(app->err, "aftercare: skipped: %s\n", why->text);
}

/* A line that is written over and over, on a terminal only. */
static void tell_document(void *ctx, struct str name, const char *feed, const struct import_report *so_far)
{
	struct app *app = ctx;
	size_t records = 0;

	if (so_far->documents % 64 != 1 && so_far->records[PUT_NEW] % 1000 < 900)
		return;
	for (size_t i = 0; i < PUT_RESULT_COUNT; i++)
		records += so_far->records[i];
	fprintf(app->err, "\r\033[K%zu record%s, %s " STR_FMT, records, PLURAL(records), feed,
	    STR_ARG(str_first(name, 60)));
	fflush(app->err);
}

static void print_report(struct app *app, const struct import_report *r)
{
	fprintf(app->out,
	    "%zu document%s: %zu new record%s, %zu changed, %zu unchanged, %zu older, %zu skipped\n",
	    r->documents, PLURAL(r->documents), r->records[PUT_NEW], PLURAL(r->records[PUT_NEW]),
	    r->records[PUT_CHANGED], r->records[PUT_UNCHANGED], r->records[PUT_OLDER], r->skipped);
	if (r->unchanged_files)
		fprintf(app->out, "%zu file%s unchanged since an earlier import\n", r->unchanged_files,
		    PLURAL(r->unchanged_files));
	if (r->other_documents)
		fprintf(app->out, "%zu document%s passed over: no feed\n", r->other_documents,
		    PLURAL(r->other_documents));
}

static void write_report(struct app *app, const struct import_report *r)
{
	struct json_out *w = json_out_file(app->out, true);

	import_report_json(w, r);
	json_out_close(w);
}

static bool import(struct app *app, const struct options *o, struct import_report *report, struct err *e)
{
	const char *paths[PATHS_MOST];
	int count = options_values(o, NULL, paths, PATHS_MOST);
	bool terminal = isatty(fileno(app->err));
	struct import_talk talk = { app, tell_skipped, terminal ? tell_document : NULL, STR_NONE };
	SCOPED_DB *db = NULL;
	bool done;

	if (!options_words(o, 1, PATHS_MOST, "a file or folder of feeds", e) ||
	    !session_open(o, DB_WRITE, &db, e))
		return false;
	done = import_feeds(db, paths, (size_t)count, session_by(o), talk, report, e);
	if (terminal)
		fputs("\r\033[K", app->err);
	return done;
}

static int run_import(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct import_report report;
	struct err e = { 0 };

	if (!options_parse(argc, argv, import_specs, &o, &e) || !import(app, &o, &report, &e))
		return command_fails(app, &e);
	if (session_wants_json(&o))
		write_report(app, &report);
	else
		print_report(app, &report);
	return options_has(&o, "strict") && report.skipped ? err_exit_status(ERR_INPUT) : 0;
}

const struct command command_feed_import = {
	.name = "feed import",
	.synopsis = "PATH... [--store URL] [--strict] [--by NAME] [--why TEXT] [--format table|json]",
	.summary = "take vulnerability records into the store",
	.help =
	    "PATH is a file or a folder: NVD JSON 2.0 (and supplementary configurations in that form), CVE "
	    "5,\n"
	    "OSV, CISA KEV (JSON, CSV), EPSS (CSV), CSAF 2.0; plain, .gz, .zst, .xz, .bz2, .zip or .tar.*.\n"
	    "What it is, is told from content. All of it is one transaction: a document that breaks off "
	    "undoes\n"
	    "everything. One bad record is told and passed over; with --strict that gives exit 3.\n"
	    "The same record again changes nothing, a newer revision replaces, an older one does not.\n",
	.options = import_specs,
	.run = run_import,
};

static void print_sources(struct app *app, const struct source_row *rows, size_t count)
{
	char newest[INSTANT_TEXT_SIZE], imported[INSTANT_TEXT_SIZE];

	fprintf(app->out, "%-24s %10s  %-27s %s\n", "source", "records", "newest", "imported");
	for (size_t i = 0; i < count; i++)
		fprintf(app->out, "%-24.*s %10" PRId64 "  %-27s %s\n", STR_ARG(rows[i].name), rows[i].records,
		    instant_is_known(rows[i].newest) ? instant_write(rows[i].newest, newest) : "not stated",
		    instant_write(rows[i].imported, imported));
}

static void write_sources(struct app *app, const struct source_row *rows, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	feed_sources_json(w, rows, count);
	json_out_close(w);
}

static bool show_status(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct source_row *rows;
	struct feed_skip *skips;
	size_t count, skip_count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !sources_list(db, &arena, &rows, &count, e) ||
	    !feed_skip_list(db, &arena, &skips, &skip_count, e))
		return false;
	if (session_wants_json(o)) {
		write_sources(app, rows, count);
		return true;
	}
	print_sources(app, rows, count);
	for (size_t i = 0; i < count; i++)
		if (source_is_off(&rows[i].off))
			print_line(
			    app->out, STR_FMT, STR_ARG(source_off_words(rows[i].name, &rows[i].off, &arena)));
	for (size_t i = 0; i < skip_count; i++)
		skips_print(app->out, skips[i].feed, skips[i].skipped, skips[i].reasons);
	return true;
}

static int run_status(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, status_specs, show_status);
}

const struct command command_feed_status = {
	.name = "feed status",
	.synopsis = "[--store URL] [--format table|json]",
	.summary = "each source with its records and how fresh it is",
	.options = status_specs,
	.run = run_status,
};
