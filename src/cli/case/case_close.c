#include "actions/casework/case_close.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/secret_input.h"
#include "cli/session.h"
#include "store/users.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "on", OPTION_DATE, NULL },
	{ "secret-file", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool close_casefile(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "on", NULL };
	SCOPED_ARENA arena = { 0 };
	struct str secret = STR_NONE;
	SCOPED_DB *db = NULL;
	int64_t id;
	bool any;

	if (!case_id_of(o, &id, e) || !options_needed(o, needed, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !user_any(db, &any, e) ||
	    (any && !secret_input(o, "secret-file", "secret, to sign the closing", &arena, &secret, e)) ||
	    !case_close(db, id, options_date(o, "on"), secret, session_by(o), e))
		return false;
	fprintf(app->out, "casefile %lld: closed on %s\n", (long long)id, options_value(o, "on"));
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, close_casefile);
}

const struct command command_case_close = {
	.name = "case close",
	.synopsis = "CASEFILE --on DATE [--secret-file FILE] [--by NAME] [--why TEXT]",
	.summary = "close a casefile; refused while what holds it open is still owed",
	.help = "In a store with users who closes it signs that, with the secret (asked for on the terminal, "
		"or the "
		"first\nline of FILE), and every assessment, clock decision, plan, fix and correction must "
		"bear its "
		"signatures.\n",
	.options = specs,
	.run = run,
};
