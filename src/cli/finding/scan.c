#include "actions/matching/scan.h"

#include "actions/clock.h"
#include "actions/feeds/import_feed.h"
#include "actions/firm_day.h"
#include "actions/sboms/load_sbom.h"
#include "actions/vex/vex_embedded.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/finding/scan_output.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"
#include "store/coverage.h"

#define PATHS_MOST 4096

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "feeds", OPTION_LIST, NULL },
	SCAN_OUTPUT_OPTIONS,
	WARNINGS_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "hints", OPTION_FLAG, NULL },
	{ "fail-on", OPTION_VALUE, "any|kev|low|medium|high|critical" },
	{ NULL, OPTION_FLAG, NULL },
};

static void tell_skipped(void *ctx, const struct err *why)
{
	struct app *app = ctx;

	fprintf(app->err, "aftercare: skipped: %s\n", why->text);
}

/* Nothing found among no records would look like safety. */
static bool refuse_no_data(struct db *db, const struct scan *s, struct err *e)
{
	bool any = false, served;

	if (!coverage_is_any_served(db, &served, e))
		return false;
	for (size_t i = 0; i < s->source_count; i++)
		any = any || s->sources[i].records > 0;
	if (served)
		return true;
	return err_fail(e, ERR_INPUT, "%s",
	    any ? "no record says which versions are affected, as EPSS and KEV do not: import NVD, CVE 5, "
		  "OSV or CSAF"
		: "there are no vulnerability records to compare with: import feeds first");
}

/* Neither are findings looked for in nothing. */
static bool refuse_no_components(const struct scan *s, struct err *e)
{
	for (size_t i = 0; i < s->component_count; i++)
		if (!s->components[i].is_subject || s->components[i].identity_count)
			return true;
	return err_fail(
	    e, ERR_INPUT, STR_FMT ": names no component: there is nothing to compare", STR_ARG(s->file));
}

/* The store to scan against: one made of the feeds for this scan alone, or the one that is named. */
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

/* Is there what --fail-on names? Unscored counts from "low" on. */
static bool fails_on(const size_t of[SCAN_SEVERITY_COUNT], size_t kev, const char *what)
{
	static const char *const names[] = { "critical", "high", "medium", "low" };
	size_t found = 0;

	if (strcmp(what, "kev") == 0)
		return kev > 0;
	for (size_t i = 0; i < COUNT(names); i++) {
		found += of[i];
		if (strcmp(what, names[i]) == 0)
			return found + (strcmp(what, "low") == 0 ? of[SCAN_UNSCORED] : 0) > 0;
	}
	return found + of[SCAN_NONE] + of[SCAN_UNSCORED] > 0;
}

/* A gate that statements hold open says so: one of them may be about everything that is made. */
static bool judge(struct app *app, const struct scan_counts *counts, const char *fail_on)
{
	bool fails = fails_on(counts->of, counts->kev, fail_on);
	SCOPED_ARENA arena = { 0 };
	struct str line = scan_held_line(&counts->held, &arena);

	if (line.len)
		print_line(app->err, "aftercare: " STR_FMT "%s", STR_WHOLE(line),
		    !fails && fails_on(counts->held_of, counts->held_kev, fail_on)
			? "; without them the answer would be 1"
			: "");
	return fails;
}

static bool next_row(void *ctx, const struct scan_row **row, struct err *e)
{
	return scan_next(ctx, row, e);
}

/* What is asked for behind the findings. */
struct hinting {
	struct scanner *scanner;
	bool turned;
};

static bool next_hint(void *ctx, const struct scan_row **row, struct err *e)
{
	struct hinting *h = ctx;

	if (!h->turned && !scan_turn_to_hints(h->scanner, e))
		return false;
	h->turned = true;
	return scan_next(h->scanner, row, e);
}

/* What the SBOM says of vulnerabilities itself. */
static bool take_embedded(struct app *app, struct db *db, struct positions *positions,
    const struct positions_file *file, const char *path, struct arena *arena, struct err *e)
{
	struct vex_embedded taken;

	if (!vex_embedded(db, positions, file, path, arena, &taken, e))
		return false;
	if (!taken.judged)
		print_line(app->err, "aftercare: the SBOM makes %zu statement%s about vulnerabilities",
		    taken.count, PLURAL(taken.count));
	else if (taken.count)
		print_line(app->err,
		    "aftercare: the SBOM makes %zu statement%s about vulnerabilities: %zu applied, %zu "
		    "ambiguous, "
		    "%zu unmatched, %zu incomplete",
		    taken.count, PLURAL(taken.count), taken.counts[VEX_APPLIED], taken.counts[VEX_AMBIGUOUS],
		    taken.counts[VEX_UNMATCHED], taken.counts[VEX_INCOMPLETE]);
	return true;
}

/* Statements hold for the release that this SBOM was imported for; the wider ones for any SBOM. */
static bool open_positions(struct app *app, const struct options *o, struct db *db,
    const struct loaded_sbom *sbom, struct arena *arena, struct positions **out, struct err *e)
{
	struct positions_file file = { &sbom->digest, sbom->serial, sbom->components, sbom->count };
	SCOPED_POSITIONS *positions = NULL;
	struct date today;
	size_t releases;

	if (!firm_day(db, options_date(o, "today"), instant_now(), &today, e) ||
	    !positions_open(db, today, &positions, e) || !positions_at_file(positions, &file, &releases, e))
		return false;
	if (releases > 1)
		print_line(app->err,
		    "aftercare: %zu releases have this SBOM: what was decided for one of them is not applied",
		    releases);
	/* an SBOM of one release has its statements in the store */
	if (sbom->statement_count && releases != 1 &&
	    !take_embedded(app, db, positions, &file, arena_text(arena, sbom->file), arena, e))
		return false;
	*out = positions;
	positions = NULL;
	return true;
}

static bool report(struct app *app, const struct options *o, struct db *db, const struct loaded_sbom *sbom,
    int *status, struct err *e)
{
	SCOPED_ARENA embedded = { 0 };
	SCOPED_POSITIONS *positions = NULL;
	SCOPED_SCANNER *scanner = NULL;
	const char *fail_on = options_value(o, "fail-on");
	struct scan_counts counts = { 0 };
	struct hinting hinting = { 0 };
	struct scan about;

	if (!open_positions(app, o, db, sbom, &embedded, &positions, e) ||
	    !scan_open(db, sbom->components, sbom->count, 0, &scanner, e) || !scan_find_unserved(scanner, e))
		return false;
	scan_use(scanner, positions);
	about = scan_about(scanner);
	if (!refuse_no_data(db, &about, e))
		return false;
	about.file = sbom->file;
	about.format = sbom->head.format;
	about.serial = sbom->head.serial;
	about.digest = sbom->digest;
	if (!refuse_no_components(&about, e))
		return false;
	if (!warn_of_age(app, o, db, e) ||
	    (scan_format_is_vex(options_value(o, "format")) && !warn_of_embargo(app, db, 0, e)))
		return false;
	hinting.scanner = scanner;
	if (!scan_output(app, o, &about, (struct scan_rows){ scanner, next_row },
		(struct scan_rows){ &hinting, options_has(o, "hints") ? next_hint : NULL },
		sbom->head.created, &counts, e))
		return false;
	*status = fail_on && judge(app, &counts, fail_on);
	return true;
}

static bool scan(struct app *app, const struct options *o, int *status, struct err *e)
{
	const char *path;
	SCOPED_ARENA arena = { 0 };
	SCOPED_LOADED_SBOM sbom = { 0 };
	SCOPED_DB *db = NULL;
	bool done;

	if (!options_words(o, 1, 1, "the SBOM", e))
		return false;
	if (options_has(o, "store") && options_has(o, "feeds"))
		return err_fail(e, ERR_USAGE, "--store and --feeds exclude each other");
	if (options_has(o, "hints") && !scan_format_has_hints(options_value(o, "format")))
		return err_fail(e, ERR_USAGE,
		    "--hints goes with --format table or json: the other formats hold findings alone");
	options_values(o, NULL, &path, 1);
	if (!load_sbom(path, &arena, &sbom, e))
		return false;
	for (size_t i = 0; i < sbom.warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(sbom.warnings[i]));
	if (!open_data(app, o, &db, e) || !db_read_begin(db, e))
		return false;
	done = report(app, o, db, &sbom, status, e);
	db_read_end(db);
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
	.synopsis = "SBOM [--store URL | --feeds PATH...] [--format FORMAT] [--output FILE] [--fail-on WHAT]"
		    " [--hints] [--author NAME] [--namespace URI] [--at INSTANT] [--stale-after DAYS]"
		    " [--today DATE]",
	.summary = "which vulnerabilities touch the components of an SBOM, and why",
	.help =
	    "The SBOM is CycloneDX 1.0-1.7 in JSON or XML, SPDX 2.2 or 2.3 in JSON or tag-value, SPDX 3.0 "
	    "in\n"
	    "JSON, a SWID tag, or CSV; compressed is fine.\n"
	    "Vulnerability records come from the store, or with --feeds from files and folders of feeds\n"
	    "(see aftercare help feed import); such a scan leaves nothing behind.\n\n"
	    "--fail-on any|kev|low|medium|high|critical: exit 1 if a finding of that severity or worse is "
	    "there.\n"
	    "An unscored vulnerability counts for low and any.\n"
	    "--format " SCAN_FORMATS ":\n"
	    "to stdout, or with --output to a file. The last three are documents of statements (VEX): "
	    "--author NAME\n"
	    "and --namespace URI say whose, --at INSTANT of when; else of the newest record.\n"
	    "--stale-after DAYS|never: tell of sources whose newest record is older; 7 where nothing is "
	    "said.\n\n"
	    "Tiers: A exact package and version, B exact CPE with version, C through an alias,\n"
	    "D version or update not confirmed. --hints adds tier E behind the findings, in table and JSON: "
	    "a\n"
	    "record that may mean a component, for only the names are alike. Hints are not counted.\n",
	.options = specs,
	.run = run,
};
