#include "actions/scan.h"

#include <inttypes.h>

#include "actions/clock.h"
#include "actions/import_feed.h"
#include "actions/load_sbom.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

#define PATHS_MOST 4096

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "feeds", OPTION_LIST, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ "fail-on", OPTION_VALUE, "any|kev|low|medium|high|critical" },
	{ NULL, OPTION_FLAG, NULL },
};

static void tell_skipped(void *ctx, const struct err *why)
{
	struct app *app = ctx;

	fprintf(app->err, "aftercare: skipped: %s\n", why->text);
}

/* The store to scan against: one made of the feeds for this scan alone, or the one that is named. */
/* Nothing found among no records would look like safety. */
static bool refuse_no_data(const struct scan *s, struct err *e)
{
	for (size_t i = 0; i < s->source_count; i++)
		if (s->sources[i].records > 0)
			return true;
	return err_fail(
	    e, ERR_INPUT, "there are no vulnerability records to compare with: import feeds first");
}

static bool open_data(struct app *app, const struct options *o, struct db **out, struct err *e)
{
	const char *paths[PATHS_MOST];
	int count = options_values(o, "feeds", paths, PATHS_MOST);
	struct import_talk talk = { app, tell_skipped, NULL };
	struct import_report report;
	SCOPED_DB *db = NULL;

	if (count == 0)
		return session_open(o, DB_READ, out, e);
	if (count > PATHS_MOST)
		return err_fail(e, ERR_USAGE, "more than %d paths behind --feeds", PATHS_MOST);
	if (!db_open("", DB_SCRATCH, &db, e) ||
	    !import_feeds_scratch(db, paths, (size_t)count, instant_now(), talk, &report, e))
		return false;
	*out = db;
	db = NULL;
	return true;
}

static void print_age(struct app *app, const struct scan *s)
{
	char text[INSTANT_TEXT_SIZE];

	for (size_t i = 0; i < s->source_count; i++)
		fprintf(app->out, "data: " STR_FMT ", %" PRId64 " records, newest %s\n",
		    STR_ARG(s->sources[i].name), s->sources[i].records,
		    instant_is_known(s->sources[i].newest) ? instant_write(s->sources[i].newest, text)
							   : "not stated");
}

static void print_row(struct app *app, const struct scan *s, const struct scan_row *row)
{
	const struct component *c = &s->components[row->finding.component];
	char score[16] = "-";

	if (row->score_count)
		snprintf(score, sizeof(score), "%u.%u", (unsigned)row->scores[0].tenths / 10u % 100u,
		    (unsigned)row->scores[0].tenths % 10u);
	print_line(app->out, "%-24.*s %-14.*s %-20.*s %c %5s %-8s %s%s", STR_ARG(c->name),
	    STR_ARG(c->version), STR_ARG(row->vulnerability), (char)row->finding.tier, score,
	    scan_severity_name(scan_row_severity(row)), row->kev ? "KEV " : "",
	    row->finding.state == FINDING_AFFECTED ? "" : finding_state_name(row->finding.state));
	for (size_t i = 0; i < row->finding.trace_count; i++)
		print_line(app->out, "    " STR_FMT, STR_ARG(row->finding.trace[i]));
}

static void print_unmatched(struct app *app, const struct scan *s)
{
	size_t unmatched = 0;

	for (size_t i = 0; i < s->component_count; i++) {
		struct str why = component_why_not_matchable(&s->components[i]);

		if (why.len == 0 || s->components[i].is_subject)
			continue;
		if (unmatched++ == 0)
			fputs("\nno source can see these components:\n", app->out);
		print_line(app->out, "    " STR_FMT " " STR_FMT ": " STR_FMT, STR_ARG(s->components[i].name),
		    STR_ARG(s->components[i].version), STR_ARG(why));
	}
}

static void print_counts(struct app *app, const struct scan *s, const struct scan_counts *counts)
{
	fprintf(app->out, "\n" STR_FMT ": %zu components, %zu findings", STR_ARG(s->file),
	    scan_component_count(s), counts->rows);
	for (size_t i = 0; i < SCAN_SEVERITY_COUNT; i++)
		if (counts->of[i])
			fprintf(
			    app->out, ", %zu %s", counts->of[i], scan_severity_name((enum scan_severity)i));
	fprintf(app->out, "%s%.0zu%s\n", counts->kev ? ", " : "", counts->kev, counts->kev ? " in KEV" : "");
}

/* Does the scan hold what --fail-on names? Unscored counts from "low" on. */
static bool fails_on(const struct scan_counts *counts, const char *what)
{
	static const char *const names[] = { "critical", "high", "medium", "low" };
	size_t found = 0;

	if (strcmp(what, "kev") == 0)
		return counts->kev > 0;
	for (size_t i = 0; i < COUNT(names); i++) {
		found += counts->of[i];
		if (strcmp(what, names[i]) == 0)
			return found + (strcmp(what, "low") == 0 ? counts->of[SCAN_UNSCORED] : 0) > 0;
	}
	return found + counts->of[SCAN_NONE] + counts->of[SCAN_UNSCORED] > 0;
}

static bool write_table(
    struct app *app, const struct scan *s, struct scanner *scanner, struct scan_counts *counts, struct err *e)
{
	const struct scan_row *row;

	for (;;) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			break;
		print_row(app, s, row);
		scan_count_row(counts, row);
	}
	print_unmatched(app, s);
	print_counts(app, s, counts);
	print_age(app, s);
	return true;
}

static bool write_json(
    struct app *app, const struct scan *s, struct scanner *scanner, struct scan_counts *counts, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);
	const struct scan_row *row;

	scan_write_begin(s, w);
	for (;;) {
		if (!scan_next(scanner, &row, e)) {
			json_out_drop(w);
			return false;
		}
		if (!row)
			break;
		scan_write_row(s->components, row, w);
		scan_count_row(counts, row);
	}
	scan_write_end(s, counts, w);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}

static bool report(struct app *app, struct db *db, const struct loaded_sbom *sbom, const char *format,
    struct scan_counts *counts, struct err *e)
{
	SCOPED_SCANNER *scanner = NULL;
	struct scan about;

	if (!scan_open(db, sbom->components, sbom->count, 0, &scanner, e))
		return false;
	about = scan_about(scanner);
	if (!refuse_no_data(&about, e))
		return false;
	about.file = sbom->file;
	about.format = sbom->head.format;
	about.digest = sbom->digest;
	if (format && strcmp(format, "json") == 0)
		return write_json(app, &about, scanner, counts, e);
	return write_table(app, &about, scanner, counts, e);
}

static bool scan(struct app *app, const struct options *o, int *status, struct err *e)
{
	const char *path, *format = options_value(o, "format"), *fail_on = options_value(o, "fail-on");
	SCOPED_ARENA arena = { 0 };
	SCOPED_LOADED_SBOM sbom = { 0 };
	SCOPED_DB *db = NULL;
	struct scan_counts counts = { 0 };
	bool done;

	if (!options_words(o, 1, 1, "the SBOM", e))
		return false;
	if (options_has(o, "store") && options_has(o, "feeds"))
		return err_fail(e, ERR_USAGE, "--store and --feeds exclude each other");
	options_values(o, NULL, &path, 1);
	if (!load_sbom(path, &arena, &sbom, e))
		return false;
	for (size_t i = 0; i < sbom.warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(sbom.warnings[i]));
	if (!open_data(app, o, &db, e) || !db_read_begin(db, e))
		return false;
	done = report(app, db, &sbom, format, &counts, e);
	db_read_end(db);
	*status = done && fail_on && fails_on(&counts, fail_on);
	return done;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) || !scan(app, &o, &status, &e))
		return command_fails(app, &e);
	return status;
}

const struct command command_scan = {
	.name = "scan",
	.synopsis = "SBOM [--store URL | --feeds PATH...] [--format table|json] [--fail-on WHAT]",
	.summary = "which vulnerabilities touch the components of an SBOM, and why",
	.help =
	    "The SBOM is CycloneDX JSON 1.2-1.7, SPDX 2.2 or 2.3 in JSON or tag-value; compressed is fine.\n"
	    "Vulnerability records come from the store, or with --feeds from files and folders of feeds\n"
	    "(see aftercare help feed import); such a scan leaves nothing behind.\n\n"
	    "--fail-on any|kev|low|medium|high|critical: exit 1 if a finding of that severity or worse is "
	    "there.\n"
	    "An unscored vulnerability counts for low and any.\n\n"
	    "Tiers: A exact package and version, B exact CPE with version, C through an alias,\n"
	    "D version or update not confirmed.\n",
	.run = run,
};
