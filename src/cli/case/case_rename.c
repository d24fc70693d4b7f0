#include "actions/intake/case_rename.h"
#include "cli/case_options.h"
#include "cli/case_renamed.h"
#include "cli/command.h"
#include "cli/session.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "vulnerability", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool rename_casefile(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "vulnerability", NULL };
	struct case_renamed renamed;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t id;

	if (!case_id_of(o, &id, e) || !options_needed(o, needed, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !case_rename(db, id, options_text(o, "vulnerability"), session_by(o), &arena, &renamed, e))
		return false;
	case_print_renamed(app, &renamed);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, rename_casefile);
}

const struct command command_case_rename = {
	.name = "case rename",
	.synopsis = "CASEFILE --vulnerability CVE-ID --why TEXT [--by NAME]",
	.summary = "file a casefile under the CVE id that its vulnerability was given",
	.help =
	    "From then on what the records of the feeds say of that id is what they say of the casefile, a "
	    "closed\none too. The title stays, and so does the name of before, in a record and in the "
	    "trail: whoever\nnames the vulnerability by it is understood. Refused while another casefile "
	    "on that id in the device\nis open. signal cve does the same to the casefiles of a signal.\n",
	.options = specs,
	.run = run,
};
