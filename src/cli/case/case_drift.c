/*
 * case drift - which assessments rest on what no longer holds.
 */
#include "actions/casework/case_drift_json.h"

#include "actions/clock.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "today", OPTION_DATE, NULL },
	{ "fail-on", OPTION_VALUE, "any|" CONTEXT_CHOICES },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static struct str day_of(struct date d, char text[DATE_TEXT_SIZE])
{
	return date_is_known(d) ? str_of(date_write(d, text)) : STR_NONE;
}

static void print_head(struct app *app, const struct case_drift *d)
{
	char on[DATE_TEXT_SIZE];
	struct str closed = day_of(d->casefile.closed_on, on);

	print_line(app->out, "casefile %lld: " STR_FMT " in " STR_FMT "%s" STR_FMT, (long long)d->casefile.id,
	    STR_ARG(d->casefile.vulnerability), STR_ARG(d->device), closed.ptr ? ", closed on " : "",
	    STR_ARG(closed));
}

static void print_drift(struct app *app, const struct case_drift *d, struct arena *arena)
{
	char on[DATE_TEXT_SIZE];

	print_head(app, d);
	print_line(app->out, "  assessed on %s (record %lld)", date_write(d->assessed_on, on),
	    (long long)d->assessment);
	for (size_t i = 0; i < d->change_count; i++)
		print_line(
		    app->out, "  since then: " STR_FMT, STR_ARG(context_change_says(&d->changes[i], arena)));
	if (!d->kept)
		print_line(
		    app->out, "  it kept nothing of what was known then: assess again to have it watched");
}

static void print_all(struct app *app, const struct case_drift *rows, size_t count, struct arena *arena)
{
	size_t shown = 0, assessed = 0;

	for (size_t i = 0; i < count; i++) {
		assessed += rows[i].assessment != 0;
		if (!rows[i].assessment || (rows[i].change_count == 0 && rows[i].kept))
			continue;
		print_drift(app, &rows[i], arena);
		shown++;
	}
	if (shown == 0)
		print_line(app->out, "assessments that count: %zu, nothing has changed under them", assessed);
}

static void write_all(struct app *app, const struct case_drift *rows, size_t count, struct arena *arena)
{
	struct json_out *w = json_out_file(app->out, true);

	case_drift_json(w, rows, count, arena);
	json_out_close(w);
}

static bool fails_on(const struct case_drift *d, struct str what)
{
	bool any = str_eq(what, STR("any"));

	for (size_t i = 0; i < d->change_count; i++)
		if (any || str_eq(what, str_of(d->changes[i].what)))
			return true;
	return false;
}

static bool read_rows(struct db *db, const struct options *o, struct arena *arena, struct case_drift **rows,
    size_t *count, struct err *e)
{
	struct date today = options_date(o, "today");
	struct case_view view;
	int64_t id;

	if (options_values(o, NULL, NULL, 0) == 0)
		return case_drift_list(db, today, instant_now(), arena, rows, count, e);
	*rows = arena_alloc(arena, 1, sizeof(**rows));
	*count = 1;
	return case_id_of(o, &id, e) && case_view(db, id, today, instant_now(), arena, &view, e) &&
	       case_drift_of(db, &view, arena, *rows, e);
}

static bool show(struct app *app, const struct options *o, int *status, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct case_drift *rows;
	size_t count;
	bool done;

	if (!session_open(o, DB_READ, &db, e) || !db_read_begin(db, e))
		return false;
	done = read_rows(db, o, &arena, &rows, &count, e);
	db_read_end(db);
	if (!done)
		return false;
	(session_wants_json(o) ? write_all : print_all)(app, rows, count, &arena);
	for (size_t i = 0; i < count && options_has(o, "fail-on"); i++)
		if (fails_on(&rows[i], options_text(o, "fail-on")))
			*status = 1;
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) ||
	    !options_words(&o, 0, 1, "a casefile's number", &e) || !show(app, &o, &status, &e))
		return command_fails(app, &e);
	return status;
}

const struct command command_case_drift = {
	.name = "case drift",
	.synopsis = "[CASEFILE] [--fail-on WHAT] [--today DATE] [--format table|json]",
	.summary = "which assessments rest on what no longer holds: each difference since, by name",
	.help = "Of what was known when the assessment was made: KEV, EPSS, exploits that records tell of, "
		"scores, the\n"
		"records of sources, the releases affected, the answers to the rubric. --fail-on "
		"any, " CONTEXT_CHOICES ":\n"
		"exit 1 where there is such a difference.\n",
	.options = specs,
	.run = run,
};
