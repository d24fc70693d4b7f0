#include "actions/users/sign_in.h"

#include <inttypes.h>
#include <unistd.h>

#include "actions/users/access.h"
#include "actions/users/security_events.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/secret_input.h"
#include "cli/session.h"
#include "store/users.h"

static const struct option_spec in_specs[] = {
	SESSION_STORE_OPTION,
	{ "secret-file", OPTION_VALUE, NULL },
	{ "new-secret-file", OPTION_VALUE, NULL },
	{ "new-secret", OPTION_FLAG, NULL },
	{ "code-file", OPTION_VALUE, NULL },
	{ "accept", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec out_specs[] = {
	SESSION_STORE_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

static bool read_new_secret(const struct options *o, struct arena *arena, struct str *out, struct err *e)
{
	struct str again;

	*out = STR_NONE;
	if (options_has(o, "new-secret-file"))
		return secret_input(o, "new-secret-file", "", arena, out, e);
	if (!options_has(o, "new-secret"))
		return true;
	return secret_input(o, "new-secret-file", "new secret", arena, out, e) &&
	       secret_input(o, "new-secret-file", "the new secret once more", arena, &again, e) &&
	       ((out->ptr && again.ptr && str_eq(*out, again)) ||
		   err_fail(e, ERR_INPUT, "the new secret was not written twice alike"));
}

/* 21 CFR 11.300(b): that the secret has aged, and who keeps the users that they are to be reviewed. */
static bool tell_access(
    struct app *app, struct db *db, const struct user *u, struct instant now, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct access_standing s;
	char day[DATE_TEXT_SIZE];

	if (!access_standing(db, now, &arena, &s, e))
		return false;
	if (access_secret_over(&s.rules, u, now))
		fprintf(app->err,
		    "your secret is older than %" PRId64
		    " days: choose a new one (sign-in --new-secret); nothing is signed with this one\n",
		    s.rules.secret_days);
	if (s.review_overdue && u->roles & ROLE_ADMINISTRATOR)
		fprintf(app->err, "the review of access was due on %s: aftercare user review\n",
		    date_write(s.review_due, day));
	return true;
}

/* 21 CFR 11.300(d): who keeps the users hears at once of attempts that were refused. */
static bool tell_events(struct app *app, struct db *db, struct str name, struct instant now, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct user u;
	int64_t count;
	bool found;

	if (!user_find(db, name, &arena, &u, &found, e) || (found && !tell_access(app, db, &u, now, e)))
		return false;
	if (!found || !(u.roles & ROLE_ADMINISTRATOR))
		return found;
	if (!security_events_since(db, name, &count, e))
		return false;
	if (count)
		fprintf(app->err,
		    "%" PRId64 " security event%s since your last sign-in: aftercare audit events\n", count,
		    PLURAL(count));
	return true;
}

static bool read_code(const struct options *o, struct arena *arena, struct str *out, struct err *e)
{
	return secret_input(o, "code-file", "code of the second factor", arena, out, e);
}

/* The code is asked for where the user has a second factor, which is heard of when the secret is right. */
static bool enter_with_code(struct db *db, const struct options *o, struct sign_in *s,
    char token[SECRET_WORD_SIZE], struct arena *arena, struct err *e)
{
	struct err first;

	if (options_has(o, "code-file") && !read_code(o, arena, &s->code, e))
		return false;
	if (sign_in(db, s, session_by(o), token, &first))
		return true;
	if (s->wants_code && !s->code.ptr) {
		if (!read_code(o, arena, &s->code, e))
			return false;
		if (s->code.len)
			return sign_in(db, s, session_by(o), token, e);
	}
	*e = first;
	return false;
}

static bool enter(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	char token[SECRET_WORD_SIZE], host[128] = "";
	struct sign_in s = { .accepts = options_has(o, "accept") };
	const char *name;

	if (!options_words(o, 1, 1, "the name of the user", e))
		return false;
	options_values(o, NULL, &name, 1);
	s.name = str_of(name);
	gethostname(host, sizeof(host) - 1);
	s.terminal = str_of(host);
	if (!secret_input(o, "secret-file", "secret", &arena, &s.secret, e) ||
	    !read_new_secret(o, &arena, &s.new_secret, e))
		return false;
	if (!s.secret.ptr)
		return err_fail(
		    e, ERR_USAGE, "there is no terminal to ask for the secret: give --secret-file");
	if (!session_open(o, DB_CHANGE, &db, e))
		return false;
	if (!enter_with_code(db, o, &s, token, &arena, e)) {
		if (e->code == ERR_CONFLICT && !s.accepts && str_has(str_of(e->text), STR("accept")))
			fprintf(
			    app->err, "%s\nWho signs in accepts this once, with --accept.\n", user_statement);
		return false;
	}
	if (!session_keep_proof(o, s.name, str_of(token), e))
		return false;
	secret_wipe(token, sizeof(token));
	fprintf(app->out, "signed in as %s\n", name);
	return tell_events(app, db, s.name, session_by(o).at, e);
}

static int run_in(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, in_specs, enter);
}

const struct command command_sign_in = {
	.name = "sign-in",
	.synopsis =
	    "NAME [--secret-file FILE] [--code-file FILE] [--new-secret | --new-secret-file FILE] [--accept]",
	.summary = "prove who you are: changes to a store with users need it",
	.help =
	    "The secret is asked for on the terminal, or read from the first line of FILE (\"-\": standard\n"
	    "input); so is the code of the second factor, where there is one (aftercare second-factor), or "
	    "a\n"
	    "recovery code. --new-secret replaces the secret; one that an administrator gave must be "
	    "replaced. --accept:\n"
	    "the statement of accountability, which is shown where it is still to be accepted. A session "
	    "ends\n"
	    "after 30 minutes without use, after 12 hours, and with sign-out.\n",
	.options = in_specs,
	.run = run_in,
};

static bool leave(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !sign_out(db, session_by(o), e))
		return false;
	session_forget_proof(o);
	fputs("signed out\n", app->out);
	return true;
}

static int run_out(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, out_specs, leave);
}

const struct command command_sign_out = {
	.name = "sign-out",
	.synopsis = "[--store URL]",
	.summary = "end your session",
	.options = out_specs,
	.run = run_out,
};
