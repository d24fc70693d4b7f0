#include "actions/matching/coverage.h"

#include <inttypes.h>

#include "actions/clock.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/skips.h"

#define CELL_BYTES_MOST ((size_t)16 << 10)

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "release", OPTION_VALUE, NULL },
	{ "record", OPTION_FLAG, NULL },
	{ "at", OPTION_INSTANT, NULL },
	{ "stale-after", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* "nvd 12, osv:pypa 3 by name": the records that each source has of it. */
static void print_seen_by(
    struct print_table *t, const struct coverage *c, const struct coverage_component *of)
{
	SCOPED_BUF text = buf_new(CELL_BYTES_MOST);

	for (size_t i = 0; i < of->sight_count; i++)
		buf_printf(&text, "%s" STR_FMT " %" PRId64 "%s", i ? ", " : "",
		    STR_ARG(c->sources[of->sights[i].source].name), of->sights[i].records,
		    !coverage_is_sight(&of->sights[i]) ? " by name"
		    : of->sights[i].through.len	       ? " by alias"
						       : "");
	print_cell(t, text.len ? buf_str(&text) : STR("-"));
}

/* Why it is not seen; or where that is through aliases alone, by the first of them. */
static struct str why_of(const struct coverage_component *of)
{
	struct str alias = STR("");

	for (size_t i = 0; i < of->sight_count; i++) {
		const struct coverage_sight *sight = &of->sights[i];

		if (coverage_is_sight(sight) && sight->through.len == 0)
			return of->why;
		if (alias.len == 0)
			alias = sight->through;
	}
	return of->why.len ? of->why : alias;
}

static void print_components(struct app *app, const struct coverage *c)
{
	static const struct print_column columns[] = { { "component", false }, { "version", false },
		{ "releases", true }, { "state", false }, { "seen by", false }, { "why", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < c->component_count; i++) {
		const struct coverage_component *of = &c->components[i];

		print_cell(t, of->component->name);
		print_cell(t, of->component->version);
		print_cell_int(t, of->releases);
		print_cell(t, str_of(coverage_state_name(of->state)));
		print_seen_by(t, c, of);
		print_cell(t, why_of(of));
	}
	print_table_write(t, app->out);
	if (c->component_count)
		fputc('\n', app->out);
}

static void print_sources(struct app *app, const struct coverage *c, struct arena *arena)
{
	static const struct print_column columns[] = { { "source", false }, { "records", true },
		{ "newest", false }, { "days old", true }, { "", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char text[INSTANT_TEXT_SIZE];

	for (size_t i = 0; i < c->source_count; i++) {
		const struct coverage_source *s = &c->sources[i];

		print_cell(t, s->name);
		print_cell_int(t, s->records);
		print_cell(t,
		    instant_is_known(s->newest) ? str_of(instant_write(s->newest, text)) : STR("not stated"));
		if (s->days >= 0)
			print_cell_int(t, s->days);
		else
			print_cell(t, STR("-"));
		print_cell(t, source_is_off(&s->off) ? STR("turned off") : s->stale ? STR("stale") : STR(""));
	}
	print_table_write(t, app->out);
	for (size_t i = 0; i < c->source_count; i++)
		if (source_is_off(&c->sources[i].off))
			print_line(app->out, STR_FMT,
			    STR_ARG(source_off_words(c->sources[i].name, &c->sources[i].off, arena)));
	for (size_t i = 0; i < c->skip_count; i++)
		skips_print(app->out, c->skips[i].feed, c->skips[i].skipped, c->skips[i].reasons);
}

/* What has ended alone: the rest is in JSON. */
static void print_lives(struct app *app, const struct coverage *c, struct arena *arena)
{
	struct date today = instant_date(c->at, 0);
	size_t shown = 0;

	for (size_t i = 0; i < c->component_count; i++)
		for (size_t k = 0; k < c->components[i].life_count; k++) {
			const struct coverage_component *of = &c->components[i];

			if (!life_is_over(&of->lives[k], today))
				continue;
			if (shown++ == 0)
				fputs("\nend of life:\n", app->out);
			print_line(app->out, "    " STR_FMT " " STR_FMT ": " STR_FMT,
			    STR_ARG(of->component->name), STR_ARG(of->component->version),
			    STR_ARG(life_words(&of->lives[k], of->component, today, arena)));
		}
}

static void print_totals(struct app *app, const struct coverage *c)
{
	int64_t matchable = coverage_matchable(c);
	char text[NUMBER_TEXT_SIZE];

	fprintf(app->out, "\n%zu component%s", c->component_count, PLURAL(c->component_count));
	for (size_t i = 0; i < COVERAGE_STATE_COUNT; i++)
		fprintf(app->out, "%s %zu %s", i ? "," : ":", coverage_count(c, (enum coverage_state)i),
		    coverage_state_name((enum coverage_state)i));
	if (matchable >= 0) {
		struct str percent = number_write_decimal(matchable, 1, text);

		fprintf(app->out, "; " STR_FMT " %% can be matched", STR_ARG(percent));
	}
	fputc('\n', app->out);
	for (size_t i = 0; i < c->bare_count; i++)
		print_line(app->out, "no SBOM, so nothing is known of it: " STR_FMT, STR_ARG(c->bare[i]));
}

static void print_changes(struct app *app, const struct coverage *c)
{
	char text[INSTANT_TEXT_SIZE];

	if (!instant_is_known(c->since)) {
		fputs("no run has been recorded to compare with\n", app->out);
		return;
	}
	fprintf(app->out, "since the run of %s:%s\n", instant_write(c->since, text),
	    c->change_count ? "" : " no change");
	for (size_t i = 0; i < c->change_count; i++)
		print_line(app->out, "    " STR_FMT, STR_ARG(c->changes[i].says));
}

static void print(struct app *app, const struct options *o, const struct coverage *c, struct arena *arena)
{
	struct json_out *w;

	if (session_wants_json(o)) {
		w = json_out_file(app->out, true);
		coverage_write_json(c, w);
		json_out_close(w);
		return;
	}
	print_components(app, c);
	print_sources(app, c, arena);
	print_lives(app, c, arena);
	print_totals(app, c);
	print_changes(app, c);
}

static bool cover(struct app *app, const struct options *o, struct err *e)
{
	struct coverage_query query = { .release = str_of(options_value(o, "release")) };
	bool record = options_has(o, "record");
	const char *device = NULL;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct coverage c;

	if (!options_words(o, 0, 1, "a device", e))
		return false;
	options_values(o, NULL, &device, 1);
	query.device = str_of(device);
	if (query.release.len && !query.device.len)
		return err_fail(e, ERR_USAGE, "--release needs a device");
	if (record && query.device.len)
		return err_fail(e, ERR_USAGE, "--record is of all devices: leave \"%s\" out", device);
	query.at = options_instant(o, "at", instant_now());
	if (!session_stale_after(o, &query.stale_days, e) ||
	    !session_open(o, record ? DB_CHANGE : DB_READ, &db, e) ||
	    !coverage_make(db, &query, &arena, &c, e))
		return false;
	if (record && !coverage_record(db, &c, session_by(o), e))
		return false;
	print(app, o, &c, &arena);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, cover);
}

const struct command command_coverage = {
	.name = "coverage",
	.synopsis = "[DEVICE] [--release VERSION] [--record] [--at INSTANT] [--stale-after DAYS]\n"
		    "       [--format table|json]",
	.summary = "which sources could have seen which component, and which could not and why",
	.help =
	    "Each component of the releases, of all devices where none is named: seen (a source has records "
	    "of\n"
	    "it), no records (it could be looked up), not served (no source has its kind of package), not\n"
	    "matchable (it names nothing that can be looked up). Then how fresh each source is, what "
	    "imports\n"
	    "could not read, and what has changed since the run that was recorded last.\n"
	    "--record keeps this run for later ones to be compared with; best right after the day's "
	    "imports.\n",
	.options = specs,
	.run = run,
};
