#include <inttypes.h>
#include <string.h>

#include "actions/clock.h"
#include "actions/sboms/check_sbom.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "reports/sbom_check_json.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "require", OPTION_VALUE, "ntia|cisa|fda" },
	{ "format", OPTION_VALUE, "table|json" },
	{ "today", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

/* One of the words that the option takes, or none. */
static enum check_regime regime_of(const struct options *o)
{
	struct str word = options_text(o, "require");
	enum check_regime regime = CHECK_FDA;

	(void)check_regime_find(word, &regime);
	return regime;
}

static void print_elements(struct app *app, const struct sbom_check_result *r)
{
	static const struct print_column columns[] = {
		{ "element", false },
		{ "NTIA", false },
		{ "CISA", false },
		{ "FDA", false },
		{ "asked", true },
		{ "there", true },
		{ "missing", true },
		{ NULL, false },
	};
	SCOPED_PRINT_TABLE *table = print_table_new(columns);

	for (int i = 0; i < CHECK_ELEMENT_COUNT; i++) {
		print_cell(table, str_of(check_elements[i].title));
		for (int regime = CHECK_NTIA; regime <= CHECK_FDA; regime *= 2)
			print_cell(table, check_elements[i].regimes & regime ? STR("yes") : STR("-"));
		print_cell_int(table, (int64_t)r->wanted[i]);
		print_cell_int(table, (int64_t)r->met[i]);
		print_cell_int(table, (int64_t)(r->wanted[i] - r->met[i]));
	}
	print_table_write(table, app->out);
}

/* What the regime asks for and the component does not say, one line a component. */
static void print_gaps(struct app *app, const struct sbom_check_result *r, enum check_regime regime)
{
	size_t shown = 0;

	for (size_t i = 0; i < r->component_count; i++) {
		const struct check_component *c = &r->components[i];
		SCOPED_BUF gaps = buf_new(1024);

		for (int k = 0; k < CHECK_ELEMENT_COUNT; k++)
			if ((c->gaps & 1U << k) && (check_elements[k].regimes & (int)regime))
				buf_printf(&gaps, "%s%s", gaps.len > 0 ? ", " : "", check_elements[k].title);
		if (gaps.len == 0)
			continue;
		if (shown++ == 0)
			fputs("\nmissing:\n", app->out);
		print_line(app->out, "    " STR_FMT "%s" STR_FMT ": " STR_FMT, STR_ARG(c->name),
		    c->version.len > 0 ? " " : "", STR_ARG(c->version), STR_ARG(buf_str(&gaps)));
	}
}

static void print_findings(struct app *app, const struct sbom_check_result *r)
{
	size_t all = 0;

	for (int i = 0; i < CHECK_FINDING_KIND_COUNT; i++)
		all += r->of_kind[i];
	for (size_t i = 0; i < r->finding_count; i++) {
		if (i == 0)
			fputs("\nfound:\n", app->out);
		print_line(app->out, "    %-5s " STR_FMT,
		    check_finding_kinds[r->findings[i].kind].is_error ? "error" : "note",
		    STR_ARG(r->findings[i].text));
	}
	if (all > r->finding_count)
		fprintf(app->out, "    and %zu more\n", all - r->finding_count);
}

/* By a table of life cycles, beside what the SBOM states. */
static void print_ended(struct app *app, const struct checked_sbom *s, struct arena *arena)
{
	for (size_t i = 0; i < s->ended_count; i++) {
		const struct life_of *of = &s->ended[i];

		if (i == 0)
			fputs("\nend of life:\n", app->out);
		for (size_t k = 0; k < of->count; k++)
			print_line(app->out, "    " STR_FMT "%s" STR_FMT ": " STR_FMT,
			    STR_ARG(of->component.name), of->component.version.len ? " " : "",
			    STR_ARG(of->component.version),
			    STR_ARG(life_words(&of->lives[k], &of->component, s->today, arena)));
	}
}

static void print_score(struct app *app, const struct checked_sbom *s, const struct sbom_check_result *r,
    enum check_regime regime)
{
	size_t errors = check_error_count(r), missing = 0;
	int ntia = check_score(r, CHECK_NTIA), cisa = check_score(r, CHECK_CISA),
	    fda = check_score(r, CHECK_FDA);

	for (int i = 0; i < CHECK_ELEMENT_COUNT; i++)
		if (check_elements[i].regimes & (int)regime)
			missing += r->wanted[i] - r->met[i];
	fputc('\n', app->out);
	print_line(app->out, STR_FMT ": " STR_FMT ", %zu component%s", STR_ARG(s->reading.file),
	    STR_ARG(s->reading.head.format), check_component_count(r), PLURAL(check_component_count(r)));
	fprintf(app->out, "score: NTIA %d.%d %%, CISA %d.%d %%, FDA %d.%d %%\n", ntia / 10, ntia % 10,
	    cisa / 10, cisa % 10, fda / 10, fda % 10);
	fprintf(app->out, "%s for %s: %zu missing, %zu error%s\n", check_passes(r, regime) ? "yes" : "no",
	    check_regime_name(regime), missing, errors, PLURAL(errors));
}

static bool write_json(struct app *app, const struct checked_sbom *s, enum check_regime regime, struct err *e)
{
	struct json_out *w = json_out_file(app->out, true);

	checked_sbom_json(w, s, regime);
	return json_out_close(w) || err_fail(e, ERR_IO, "the output could not be written");
}

static bool check(struct app *app, const struct options *o, int *status, struct err *e)
{
	SCOPED_CHECKED_SBOM sbom = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct date today = options_date(o, "today");
	const char *path;

	if (!options_words(o, 1, 1, "the SBOM", e))
		return false;
	options_values(o, NULL, &path, 1);
	if (!date_is_known(today))
		today = instant_date(instant_now(), 0);
	if (!check_sbom(path, today, &arena, &sbom, e))
		return false;
	if (options_has(o, "store") &&
	    (!session_open(o, DB_READ, &db, e) || !check_sbom_file_lives(db, path, today, &arena, &sbom, e)))
		return false;
	*status = !check_passes(sbom.result, regime_of(o));
	if (session_wants_json(o))
		return write_json(app, &sbom, regime_of(o), e);
	for (size_t i = 0; i < sbom.reading.warning_count; i++)
		print_line(app->err, "aftercare: " STR_FMT, STR_ARG(sbom.reading.warnings[i]));
	print_elements(app, sbom.result);
	print_gaps(app, sbom.result, regime_of(o));
	print_findings(app, sbom.result);
	print_ended(app, &sbom, &arena);
	print_score(app, &sbom, sbom.result, regime_of(o));
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) || !check(app, &o, &status, &e))
		return command_fails(app, &e);
	return status;
}

const struct command command_sbom_check = {
	.name = "sbom check",
	.synopsis = "SBOM [--require ntia|cisa|fda] [--store URL] [--format table|json] [--today DATE]",
	.summary = "does an SBOM say what is asked of it, and is it sound?",
	.help =
	    "Each element of NTIA's minimum (2021), of CISA's draft (2025), and of FDA's: NTIA's with level "
	    "and\n"
	    "end of support. What each component does not say, what is wrong in the document as a whole, "
	    "and\n"
	    "a score: how much of what is asked for is there.\n\n"
	    "Exit 1 if anything that --require (fda where nothing is said) asks for is missing, or the\n"
	    "document has an error: no components, a reference given twice or leading nowhere, a package "
	    "URL\n"
	    "that cannot be read or names another version. Circles, components that cannot be reached from\n"
	    "the subject, names unlike their package URL and support that has ended are notes.\n\n"
	    "With --store the table of life cycles that was imported there (endoflife.date) is asked too: "
	    "what "
	    "is at\n"
	    "the end of its life is told beside what the SBOM states, and decides nothing.\n",
	.options = specs,
	.run = run,
};
