#include "actions/casework/case_reopen.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static bool reopen_casefile(struct app *app, const struct options *o, struct err *e)
{
	char day[DATE_TEXT_SIZE];
	struct date closed_on;
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!case_id_of(o, &id, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !case_reopen(db, id, session_by(o), &closed_on, e))
		return false;
	fprintf(app->out, "casefile %lld: open again; it was closed on %s\n", (long long)id,
	    date_write(closed_on, day));
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, reopen_casefile);
}

const struct command command_case_reopen = {
	.name = "case reopen",
	.synopsis = "CASEFILE --why TEXT [--by NAME]",
	.summary = "open a closed casefile again, whose facts turn out to be wrong",
	.help = "The closing and its signature stay on record, with who opened the file again, when and why. "
		"What\nis owed counts from its own days again, and so may be overdue at once. Refused while "
		"another\ncasefile on the same vulnerability in the device is open. An event that became "
		"known after the\nclosing opens the file by itself (A16).\n",
	.options = specs,
	.run = run,
};
