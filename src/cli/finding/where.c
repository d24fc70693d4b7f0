#include "actions/matching/where_json.h"

#include "actions/clock.h"
#include "actions/firm_day.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/warnings.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "today", OPTION_DATE, NULL },
	WARNINGS_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_rows(struct app *app, const struct where *w)
{
	static const struct print_column columns[] = { { "device", false }, { "release", false },
		{ "units", true }, { "component", false }, { "version", false }, { "state", false },
		{ "why", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < w->count; i++) {
		const struct where_row *row = &w->rows[i];

		print_cell(t, row->device.name);
		print_cell(t, row->release.version);
		if (row->release.units >= 0)
			print_cell_int(t, row->release.units);
		else
			print_cell(t, STR("-"));
		print_cell(t, row->component.name);
		print_cell(t, row->component.version);
		print_cell(t, row->state);
		print_cell(t, row->statement.len ? row->statement : row->why);
	}
	print_table_write(t, app->out);
}

static void write_rows(struct app *app, const struct where *found)
{
	struct json_out *w = json_out_file(app->out, true);

	where_json(w, found);
	json_out_close(w);
}

/* What the answer does not know must not look like "nowhere". */
static bool warn(
    struct app *app, const struct options *o, struct db *db, const struct where *found, struct err *e)
{
	bool vulnerability = found->kind == WHERE_VULNERABILITY;

	return (!vulnerability || warn_of_age(app, o, db, e)) && warn_of_store(app, db, vulnerability, e);
}

static bool find(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct where found;
	struct date today;
	const char *query;

	if (!options_words(o, 1, 1, "a component, purl, CPE or vulnerability", e))
		return false;
	options_values(o, NULL, &query, 1);
	if (!*query)
		return err_fail(e, ERR_INPUT, "the query is empty");
	if (!session_open(o, DB_READ, &db, e) ||
	    !firm_day(db, options_date(o, "today"), instant_now(), &today, e) ||
	    !where_is(db, str_of(query), today, &arena, &found, e) || !warn(app, o, db, &found, e))
		return false;
	if (session_wants_json(o))
		write_rows(app, &found);
	else if (found.count)
		print_rows(app, &found);
	else
		fputs("nowhere\n", app->out);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, find);
}

const struct command command_where = {
	.name = "where",
	.synopsis = "QUERY [--today DATE] [--stale-after DAYS|never] [--format table|json]",
	.summary = "which devices and releases have it: component, purl, CPE or vulnerability",
	.help =
	    "QUERY is a component's name, a purl, a CPE name, or a vulnerability by any of its names.\n"
	    "For a vulnerability the state and the reason stand beside each component; one that no "
	    "record in\n"
	    "the store says anything of is refused: \"nowhere\" would not be known. What the answer cannot "
	    "know,\n"
	    "old data, components that no source can see, releases without an SBOM, is told on stderr.\n",
	.options = specs,
	.run = run,
};
