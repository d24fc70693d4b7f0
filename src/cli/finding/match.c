#include <inttypes.h>

#include "actions/matching/match_events_json.h"
#include "actions/matching/rematch.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "matching/change.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "full", OPTION_FLAG, NULL },
	{ "events", OPTION_FLAG, NULL },
	{ "since", OPTION_NUMBER, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* "affected A"; empty: none. */
static struct str words_of(unsigned char code, char out[64])
{
	if (!code)
		return STR("");
	snprintf(
	    out, 64, "%s %c", finding_state_name(finding_code_state(code)), (char)finding_code_tier(code));
	return str_of(out);
}

static bool print_event(void *ctx, const struct match_event_row *row, struct err *e)
{
	struct print_table *t = ctx;
	char before[64], after[64];

	(void)e;
	print_cell_int(t, row->run->id);
	print_cell(t, str_of(match_cause_name(row->run->cause)));
	print_cell(t, str_of(match_event_kind(row)));
	print_cell(t, row->vulnerability);
	print_cell(t, row->component->name);
	print_cell(t, row->component->version);
	print_cell(t, row->device ? row->device->name : STR("-"));
	print_cell(t, row->release ? row->release->version : STR("-"));
	print_cell(t, words_of(row->before, before));
	print_cell(t, words_of(row->after, after));
	print_cell(t, row->cause);
	return true;
}

static bool write_event(void *ctx, const struct match_event_row *row, struct err *e)
{
	(void)e;
	match_event_json(ctx, row);
	return true;
}

static bool show_events(struct app *app, const struct options *o, struct err *e)
{
	static const struct print_column columns[] = { { "run", true }, { "by", false }, { "what", false },
		{ "vulnerability", false }, { "component", false }, { "version", false }, { "device", false },
		{ "release", false }, { "before", false }, { "after", false }, { "advisory", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = NULL;
	SCOPED_DB *db = NULL;
	struct json_out *w;
	int64_t behind = 0;
	bool done;

	if (!options_number(o, "since", 0, INT64_MAX, &behind, e) || !session_open(o, DB_READ, &db, e))
		return false;
	if (!session_wants_json(o)) {
		t = print_table_new(columns);
		if (!match_events_read(db, behind, (struct match_event_sink){ t, print_event }, e))
			return false;
		print_table_write(t, app->out);
		return true;
	}
	w = json_out_file(app->out, true);
	json_open_array(w);
	done = match_events_read(db, behind, (struct match_event_sink){ w, write_event }, e);
	json_close_array(w);
	json_out_close(w);
	return done;
}

static bool bring_up_to_date(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;
	struct match_run run;
	bool done;

	if (!session_open(o, DB_CHANGE, &db, e) ||
	    !rematch(db, options_has(o, "full"), session_by(o), &done, &run, e))
		return false;
	if (!done)
		fputs("matches are up to date\n", app->out);
	else if (!run.id)
		fputs("everything matched: no finding has changed\n", app->out);
	else
		fprintf(app->out,
		    "everything matched: %" PRId64 " finding%s appeared, %" PRId64 " vanished, %" PRId64
		    " changed; run %" PRId64 "\n",
		    run.appeared, PLURAL(run.appeared), run.vanished, run.changed, run.id);
	return true;
}

static bool match(struct app *app, const struct options *o, struct err *e)
{
	bool events = options_has(o, "events");

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (events && options_has(o, "full"))
		return err_fail(e, ERR_USAGE, "--full and --events are two things");
	if (!events && (options_value(o, "since") || options_value(o, "format")))
		return err_fail(e, ERR_USAGE, "--since and --format belong to --events");
	return events ? show_events(app, o, e) : bring_up_to_date(app, o, e);
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, match);
}

const struct command command_match = {
	.name = "match",
	.synopsis = "[--full] | --events [--since RUN] [--format table|json]",
	.summary = "bring kept matches up to date; tell which findings are new, gone or changed",
	.help =
	    "Imports of feeds and SBOMs keep matches up to date by themselves. --full makes all of them\n"
	    "again: the result is the same, byte for byte. --events tells what each import, SBOM or full\n"
	    "match let appear, vanish or change, oldest first; --since RUN only what came behind that run.\n",
	.options = specs,
	.run = run,
};
