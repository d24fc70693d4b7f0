#include "actions/users/access.h"
#include "actions/users/identities.h"
#include "actions/users/user_list_json.h"
#include "actions/users/users.h"
#include "base/secret.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "store/users.h"

static const struct option_spec add_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "full-name", OPTION_VALUE, NULL },
	{ "roles", OPTION_VALUE, NULL },
	{ "identity-verified-on", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ "secret-older-than", OPTION_NUMBER, NULL },
	{ "unused", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec set_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "roles", OPTION_VALUE, NULL },
	{ "state", OPTION_VALUE, "active|disabled" },
	{ "identity-verified-on", OPTION_DATE, NULL },
	{ "training", OPTION_VALUE, NULL },
	{ "training-until", OPTION_DATE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec reset_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static bool one_name(const struct options *o, struct str *out, struct err *e)
{
	const char *name;

	if (!options_words(o, 1, 1, "the name of the user", e))
		return false;
	options_values(o, NULL, &name, 1);
	*out = str_of(name);
	return true;
}

static bool roles_of(const struct options *o, unsigned *roles, struct err *e)
{
	const char *words = options_value(o, "roles");

	*roles = 0;
	return !words || roles_parse(str_of(words), roles, e) || err_within(e, "--roles");
}

static void say_secret(struct app *app, struct str name, const char *secret)
{
	print_line(app->out, "user " STR_FMT ": the secret for one sign-in is %s", STR_ARG(name), secret);
	fputs("It is shown once and kept nowhere.\n", app->err);
}

static bool add(struct app *app, const struct options *o, struct err *e)
{
	static const char *const needed[] = { "full-name", "roles", NULL };
	struct enrolment n = { .full_name = options_text(o, "full-name"),
		.verified_on = options_date(o, "identity-verified-on") };
	char secret[SECRET_WORD_SIZE];
	SCOPED_DB *db = NULL;

	if (!one_name(o, &n.name, e) || !options_needed(o, needed, e) || !roles_of(o, &n.roles, e) ||
	    !session_open(o, DB_WRITE, &db, e) || !user_enrol(db, &n, session_by(o), secret, e))
		return false;
	say_secret(app, n.name, secret);
	return true;
}

static int run_add(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, add_specs, add);
}

const struct command command_user_add = {
	.name = "user add",
	.synopsis = "NAME --full-name TEXT --roles ROLE[,ROLE...] [--identity-verified-on DATE]",
	.summary = "enrol somebody who may act in the store",
	.help = "Roles: reader, security, regulatory, reviewer, designated_person, administrator. With the "
		"first user,\n"
		"an administrator, the store begins to ask who changes it. Whoever enrols the others has "
		"verified\n"
		"their identity, on the day given. The name is never given to anybody else.\n",
	.options = add_specs,
	.run = run_add,
};

static void print_users(struct app *app, const struct user *users, size_t count, struct instant now)
{
	static const struct print_column columns[] = { { "name", false }, { "full name", false },
		{ "roles", false }, { "state", false }, { "identity attested by", false },
		{ "training until", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct user *u = &users[i];
		SCOPED_BUF roles = buf_new(256);

		roles_write(u->roles, &roles);
		print_cell(t, u->name);
		print_cell(t, u->full_name);
		print_cell(t, buf_str(&roles));
		print_cell(t, str_of(user_state_word(u, now)));
		print_cell(t, u->attested_by.len ? u->attested_by : STR("nobody yet"));
		print_cell(t,
		    date_is_known(u->training_until) ? str_of(date_write(u->training_until, day)) : STR("-"));
	}
	print_table_write(t, app->out);
}

static void write_users(struct app *app, const struct user *users, size_t count,
    const struct access_rules *rules, struct instant now)
{
	struct json_out *w = json_out_file(app->out, true);

	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		user_json_state(w, &users[i], rules, now);
	json_close_array(w);
	json_out_close(w);
}

static bool is_old(const struct user *u, int64_t days, struct instant now)
{
	return u->state == USER_ACTIVE && u->secret.len && instant_days_since(u->secret_at, now) >= days;
}

/* Of those who can sign in only whose secret is so many days old, or who have not signed in for long: 21 CFR
 * 11.300(b) has them checked periodically. */
static bool keep_asked(const struct options *o, struct user *users, size_t *count,
    const struct access_rules *rules, struct instant now, struct err *e)
{
	int64_t days = -1;
	size_t kept = 0;

	if (!options_number(o, "secret-older-than", 0, ACCESS_DAYS_MOST, &days, e))
		return false;
	if (options_has(o, "unused") && !rules->stale_days)
		return err_fail(e, ERR_CONFLICT,
		    "no rule says when an account is unused: aftercare user access --stale-days DAYS");
	for (size_t i = 0; i < *count; i++)
		if ((days < 0 || is_old(&users[i], days, now)) &&
		    (!options_has(o, "unused") || access_is_stale(rules, &users[i], now)))
			users[kept++] = users[i];
	*count = kept;
	return true;
}

/* What whoever looks at the users has to see to. */
static void tell_standing(struct app *app, const struct access_standing *s, const struct user *users,
    size_t count, struct instant now)
{
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		const struct user *u = &users[i];

		if (u->state == USER_ACTIVE && access_secret_over(&s->rules, u, now))
			print_line(app->err, STR_FMT ": the secret is older than %lld days", STR_ARG(u->name),
			    (long long)s->rules.secret_days);
		if (access_is_stale(&s->rules, u, now))
			print_line(app->err, STR_FMT ": has not signed in for more than %lld days",
			    STR_ARG(u->name), (long long)s->rules.stale_days);
	}
	if (s->review_overdue)
		print_line(app->err, "the review of access was due on %s: aftercare user review",
		    date_write(s->review_due, day));
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct instant now = session_by(o).at;
	struct access_standing s;
	struct user *users;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !user_list(db, &arena, &users, &count, e) || !access_standing(db, now, &arena, &s, e) ||
	    !keep_asked(o, users, &count, &s.rules, now, e))
		return false;
	if (session_wants_json(o))
		write_users(app, users, count, &s.rules, now);
	else
		print_users(app, users, count, now);
	tell_standing(app, &s, users, count, now);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_user_list = {
	.name = "user list",
	.synopsis = "[--secret-older-than DAYS] [--unused] [--format table|json]",
	.summary = "who may act in the store, and what",
	.help =
	    "--secret-older-than: of those who are active only whose secret was set so long ago (21 CFR "
	    "11.300(b)).\n"
	    "--unused: of those who are active only who has not signed in for as long as user access says.\n",
	.options = list_specs,
	.run = run_list,
};

static bool set_what_is_given(struct db *db, const struct options *o, struct str name, struct err *e)
{
	const char *state = options_value(o, "state"), *training = options_value(o, "training");
	struct date verified = options_date(o, "identity-verified-on");
	struct date until = options_date(o, "training-until");
	unsigned roles;

	if (!roles_of(o, &roles, e))
		return false;
	if (state && !user_set_state(db, name, strcmp(state, "active") == 0 ? USER_ACTIVE : USER_DISABLED,
			 session_by(o), e))
		return false;
	return (!options_has(o, "roles") || user_set_roles(db, name, roles, session_by(o), e)) &&
	       (!date_is_known(verified) || user_attest(db, name, verified, session_by(o), e)) &&
	       (!training || user_train(db, name, str_of(training), until, session_by(o), e));
}

static bool set(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DB *db = NULL;
	struct str name;

	(void)app;
	return one_name(o, &name, e) && session_open(o, DB_CHANGE, &db, e) &&
	       set_what_is_given(db, o, name, e);
}

static int run_set(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, set_specs, set);
}

const struct command command_user_set = {
	.name = "user set",
	.synopsis = "NAME [--roles ROLE[,ROLE...]] [--state active|disabled] [--identity-verified-on DATE]\n"
		    "       [--training REFERENCE [--training-until DATE]]",
	.summary = "change what a user may do; a disabled one is out at once",
	.options = set_specs,
	.run = run_set,
};

static bool reset(struct app *app, const struct options *o, struct err *e)
{
	char secret[SECRET_WORD_SIZE];
	SCOPED_DB *db = NULL;
	struct str name;
	bool given;

	if (!one_name(o, &name, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !user_reset(db, name, session_by(o), secret, &given, e))
		return false;
	if (given)
		say_secret(app, name, secret);
	else
		print_line(
		    app->out, "user " STR_FMT ": a second administrator must ask for it too", STR_ARG(name));
	return true;
}

static int run_reset(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, reset_specs, reset);
}

const struct command command_user_reset = {
	.name = "user reset",
	.synopsis = "NAME",
	.summary = "a new secret for one who lost it: takes two administrators",
	.options = reset_specs,
	.run = run_reset,
};

static const struct option_spec identity_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "issuer", OPTION_VALUE, NULL },
	{ "subject", OPTION_VALUE, NULL },
	{ "email", OPTION_VALUE, NULL },
	{ "none", OPTION_FLAG, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool identity(struct app *app, const struct options *o, struct err *e)
{
	struct person_identity i = { options_text(o, "issuer"), options_text(o, "subject"),
		options_text(o, "email") };
	SCOPED_DB *db = NULL;
	struct str name;

	if (!one_name(o, &name, e))
		return false;
	if (options_has(o, "none") == options_has(o, "issuer"))
		return err_fail(e, ERR_USAGE, "give --issuer with --subject or --email, or --none");
	if (!session_open(o, DB_CHANGE, &db, e))
		return false;
	if (options_has(o, "none") ? !identity_unlink(db, name, session_by(o), e)
				   : !identity_link(db, name, &i, session_by(o), e))
		return false;
	print_line(app->out, "user " STR_FMT ": %s", STR_ARG(name),
	    options_has(o, "none") ? "known at no provider" : "known at the provider");
	return true;
}

static int run_identity(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, identity_specs, identity);
}

const struct command command_user_identity = {
	.name = "user identity",
	.synopsis = "NAME --issuer URL (--subject TEXT | --email ADDRESS) | --none",
	.summary = "say who a user is at a provider, where they may sign in then",
	.help = "An e-mail address counts where the provider has verified it, and until the first sign-in "
		"has told\n"
		"the subject. See docs/man/oidc.md.\n",
	.options = identity_specs,
	.run = run_identity,
};
