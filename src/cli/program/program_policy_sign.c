#include "actions/program/program_policy.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "cli/signing.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "user", OPTION_VALUE, NULL },
	{ "secret-file", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_approval(
    const struct options *o, struct arena *arena, struct policy_approval *a, struct err *e)
{
	static const char *const needed[] = { "user", NULL };

	if (!options_words(o, 1, 1, "the number of the draft", e) ||
	    !options_word_number(o, "draft", &a->draft, e) || !options_needed(o, needed, e))
		return false;
	a->name = options_text(o, "user");
	return signing_secret(o, arena, &a->secret, e);
}

static bool sign(struct app *app, const struct options *o, struct err *e)
{
	struct program_version version;
	struct policy_approval a = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!read_approval(o, &arena, &a, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !policy_approve(db, &a, session_by(o), &arena, &version, e))
		return false;
	print_line(app->out, "policy number %lld is approved and in force", (long long)version.number);
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, sign);
}

const struct command command_program_policy_sign = {
	.name = "program policy sign",
	.synopsis = "DRAFT --user NAME [--secret-file FILE] [--why TEXT]",
	.summary = "approve a draft of the policy with your name and secret, and put it in force",
	.help = "In a store with users an imported policy is a draft until a second person has approved it: "
		"who has the\n"
		"role of reviewer or designated person and did not import it. The signature covers the "
		"document word by\n"
		"word.\n",
	.options = specs,
	.run = run,
};
