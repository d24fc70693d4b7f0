#include "actions/clock.h"
#include "actions/users/alert.h"
#include "cli/command.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_STORE_OPTION,
	{ "config", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool tell(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct alert_config config;
	struct instant now = instant_now();
	int64_t number, events = 0;

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (!options_has(o, "config"))
		return err_fail(e, ERR_USAGE, "--config is missing: a file that says who is told");
	if (!alert_config_read(options_value(o, "config"), &arena, &config, e) ||
	    !session_open(o, DB_CHANGE, &db, e) || !alert_begin(db, &config, now, &number, e) ||
	    !alert_tell(db, &config, now, &number, &events, e))
		return false;
	fprintf(app->out, "%lld security event%s told\n", (long long)events, events == 1 ? "" : "s");
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, tell);
}

const struct command command_audit_alert = {
	.name = "audit alert",
	.synopsis = "--config FILE [--store URL]",
	.summary = "tell of security events by mail: those that nobody was told of yet",
	.help =
	    "For a store without a server: serve --alerts does it by itself, as they happen. The first time "
	    "begins\n"
	    "with what comes after it. FILE: docs/man/alerts.md.\n",
	.options = specs,
	.run = run,
};
