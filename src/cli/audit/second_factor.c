#include "actions/users/second_factor.h"

#include "base/secret.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/secret_input.h"
#include "cli/session.h"
#include "records/user.h"

static const struct option_spec own_specs[] = {
	SESSION_STORE_OPTION,
	{ "code-file", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec change_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static bool offer(struct app *app, struct db *db, const struct options *o, struct err *e)
{
	struct second_factor_offer made;

	if (!second_factor_offer(db, session_by(o), &made, e))
		return false;
	print_line(app->out, "%s", made.secret);
	print_line(app->out, "%s", made.address);
	fputs(
	    "It is shown once. Type it into an authenticator, then: aftercare second-factor --code-file -\n",
	    app->err);
	secret_wipe(&made, sizeof(made));
	return true;
}

static bool begin(struct app *app, struct db *db, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct recovery_codes made;
	struct str code;

	if (!secret_input(o, "code-file", "code", &arena, &code, e) ||
	    !second_factor_begin(db, code, session_by(o), &made, e))
		return false;
	for (size_t i = 0; i < RECOVERY_CODES; i++)
		print_line(app->out, "%s", made.codes[i]);
	fputs("It is asked for from now on. Each of these stands in for it once; they are shown once.\n",
	    app->err);
	secret_wipe(&made, sizeof(made));
	return true;
}

static bool own(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_CHANGE, &db, e))
		return false;
	return options_has(o, "code-file") ? begin(app, db, o, e) : offer(app, db, o, e);
}

static int run_own(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, own_specs, own);
}

const struct command command_second_factor = {
	.name = "second-factor",
	.synopsis = "[--code-file FILE]",
	.summary = "set up a second factor for yourself: a code that sign-in asks for beside the secret",
	.help =
	    "Prints the secret for an authenticator (RFC 6238), as text and as an otpauth address. With a "
	    "code\n"
	    "of it, the first line of FILE (\"-\": standard input), it is asked for from then on, and ten\n"
	    "recovery codes are printed.\n",
	.options = own_specs,
	.run = run_own,
};

static bool one_word(const struct options *o, const char *what, struct str *out, struct err *e)
{
	const char *word;

	if (!options_words(o, 1, 1, what, e))
		return false;
	options_values(o, NULL, &word, 1);
	*out = str_of(word);
	return true;
}

static bool take_off(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;
	struct str name;

	if (!one_word(o, "the name of the user", &name, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !second_factor_take_off(db, name, session_by(o), e))
		return false;
	print_line(app->out, "user " STR_FMT ": no second factor any more", STR_ARG(name));
	return true;
}

static int run_take_off(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, change_specs, take_off);
}

const struct command command_second_factor_off = {
	.name = "second-factor off",
	.synopsis = "NAME --why TEXT",
	.summary = "take the second factor off one who lost it",
	.options = change_specs,
	.run = run_take_off,
};

static bool demand(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_BUF said = buf_new(256);
	SCOPED_DB *db = NULL;
	struct str words;
	unsigned roles = 0;

	if (!one_word(o, "roles with commas between them, or none", &words, e))
		return false;
	if (!str_eq(words, STR("none")) && !roles_parse(words, &roles, e))
		return false;
	if (!session_open(o, DB_CHANGE, &db, e) || !second_factor_demand(db, roles, session_by(o), e))
		return false;
	roles_write(roles, &said);
	print_line(app->out, "a second factor is asked for of: " STR_FMT,
	    STR_ARG(said.len ? buf_str(&said) : STR("nobody")));
	return true;
}

static int run_demand(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, change_specs, demand);
}

const struct command command_second_factor_demand = {
	.name = "second-factor demand",
	.synopsis = "ROLE[,ROLE...]|none",
	.summary = "say which roles must have a second factor",
	.help = "Who has one of them and no second factor can sign in, and do nothing but set one up.\n",
	.options = change_specs,
	.run = run_demand,
};
