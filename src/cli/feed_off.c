#include "actions/feeds/turn_source.h"

#include <inttypes.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

typedef bool turning(
    struct db *db, struct str source, struct change_by by, struct match_run *run, struct err *e);

static bool turn(struct app *app, const struct options *o, turning *to, const char *says, struct err *e)
{
	struct match_run run;
	const char *source;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 1, 1, "the name of a source", e))
		return false;
	options_values(o, NULL, &source, 1);
	if (!session_open(o, DB_CHANGE, &db, e) || !to(db, str_of(source), session_by(o), &run, e))
		return false;
	print_line(app->out,
	    "%s is turned %s; findings of components: %" PRId64 " appeared, %" PRId64 " vanished, %" PRId64
	    " changed",
	    source, says, run.appeared, run.vanished, run.changed);
	return true;
}

static bool off(struct app *app, const struct options *o, struct err *e)
{
	return turn(app, o, turn_source_off, "off", e);
}

static int run_off(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, off);
}

const struct command command_feed_off = {
	.name = "feed off",
	.synopsis = "SOURCE --why TEXT [--store URL] [--by NAME]",
	.summary = "turn a source off: what it says is not matched",
	.help =
	    "SOURCE is a name of feed status. Its records stay, and imports go on; none of them is matched, "
	    "scored\n"
	    "or counted until it is turned on again. Every scan, feed status and coverage say that it is "
	    "off, by whom\n"
	    "and why. Findings that only it made are gone, and each is told by match --events; decisions "
	    "about them stay.\n",
	.options = specs,
	.run = run_off,
};

static bool on(struct app *app, const struct options *o, struct err *e)
{
	return turn(app, o, turn_source_on, "on", e);
}

static int run_on(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, on);
}

const struct command command_feed_on = {
	.name = "feed on",
	.synopsis = "SOURCE --why TEXT [--store URL] [--by NAME]",
	.summary = "turn a source on again",
	.help = "What was imported meanwhile counts at once.\n",
	.options = specs,
	.run = run_on,
};
