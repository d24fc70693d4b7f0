/*
 * user access, user review, user sessions - the periodic checks of 21 CFR 11.300(b), and who is signed in
 * where.
 */
#include "actions/users/access.h"
#include "actions/users/access_json.h"
#include "actions/users/sessions.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"

static const struct option_spec access_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "secret-days", OPTION_NUMBER, NULL },
	{ "review-days", OPTION_NUMBER, NULL },
	{ "stale-days", OPTION_NUMBER, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec review_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "on", OPTION_DATE, NULL },
	{ "note", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static const struct option_spec sessions_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "end", OPTION_VALUE, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_days(struct app *app, const char *what, int64_t days)
{
	if (days)
		print_line(app->out, "%s: %lld days", what, (long long)days);
	else
		print_line(app->out, "%s: no limit", what);
}

static void print_standing(struct app *app, const struct access_standing *s)
{
	char day[DATE_TEXT_SIZE];

	print_days(app, "a secret may be used to sign for", s->rules.secret_days);
	print_days(app, "an account is called unused after", s->rules.stale_days);
	print_days(app, "access is reviewed every", s->rules.review_days);
	if (date_is_known(s->review.on))
		print_line(app->out, "last review: %s by " STR_FMT "%s" STR_FMT,
		    date_write(s->review.on, day), STR_ARG(s->review.by), s->review.note.len ? ": " : "",
		    STR_ARG(s->review.note));
	else
		print_line(app->out, "last review: none");
	if (date_is_known(s->review_due))
		print_line(app->out, "next review: by %s%s", date_write(s->review_due, day),
		    s->review_overdue ? ", OVERDUE" : "");
}

static bool write_standing(struct app *app, const struct options *o, struct db *db, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct access_standing s;
	struct json_out *w;

	if (!access_standing(db, session_by(o).at, &arena, &s, e))
		return false;
	if (!session_wants_json(o)) {
		print_standing(app, &s);
		return true;
	}
	w = json_out_file(app->out, true);
	access_json(w, &s);
	json_out_close(w);
	return true;
}

static bool rule(const struct options *o, const char *option, int64_t *days, struct err *e)
{
	return options_number(o, option, 0, ACCESS_DAYS_MOST, days, e);
}

static bool access_run(struct app *app, const struct options *o, struct err *e)
{
	bool sets =
	    options_has(o, "secret-days") || options_has(o, "review-days") || options_has(o, "stale-days");
	struct access_rules rules;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, sets ? DB_CHANGE : DB_READ, &db, e) ||
	    !access_rules_get(db, &rules, e) || !rule(o, "secret-days", &rules.secret_days, e) ||
	    !rule(o, "review-days", &rules.review_days, e) || !rule(o, "stale-days", &rules.stale_days, e))
		return false;
	return (!sets || access_set(db, &rules, session_by(o), e)) && write_standing(app, o, db, e);
}

static int run_access(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, access_specs, access_run);
}

const struct command command_user_access = {
	.name = "user access",
	.synopsis = "[--secret-days DAYS] [--review-days DAYS] [--stale-days DAYS] [--format table|json]",
	.summary = "how old a secret may be, and how often access is reviewed",
	.help = "Who signs with an older secret is asked to choose a new one first (21 CFR 11.300(b)). 0: no "
		"limit.\n",
	.options = access_specs,
	.run = run_access,
};

static bool review(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct access_standing s;
	char day[DATE_TEXT_SIZE];

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !access_review(db, options_date(o, "on"), options_text(o, "note"), session_by(o), e) ||
	    !access_standing(db, session_by(o).at, &arena, &s, e))
		return false;
	print_line(app->out, "access reviewed on %s by " STR_FMT, date_write(s.review.on, day),
	    STR_ARG(s.review.by));
	if (date_is_known(s.review_due))
		print_line(app->out, "next review: by %s", date_write(s.review_due, day));
	return true;
}

static int run_review(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, review_specs, review);
}

const struct command command_user_review = {
	.name = "user review",
	.synopsis = "[--on DATE] [--note TEXT]",
	.summary = "record that you have reviewed who has access",
	.help = "The entry in the trail says who had which roles then. user list shows what there is to "
		"review.\n",
	.options = review_specs,
	.run = run_review,
};

static void print_sessions(struct app *app, const struct open_session *all, size_t count)
{
	static const struct print_column columns[] = { { "session", false }, { "user", false },
		{ "terminal", false }, { "began", false }, { "used", false }, { "ends", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char at[INSTANT_TEXT_SIZE];

	for (size_t i = 0; i < count; i++) {
		print_cell(t, str_of(all[i].name));
		print_cell(t, all[i].user);
		print_cell(t, all[i].terminal);
		print_cell(t, str_of(instant_write(all[i].began_at, at)));
		print_cell(t, str_of(instant_write(all[i].used_at, at)));
		print_cell(t, str_of(instant_write(all[i].ends_at, at)));
	}
	print_table_write(t, app->out);
}

static bool list_sessions(
    struct app *app, const struct options *o, struct str user, struct db *db, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct change_by by = session_by(o);
	struct open_session *all;
	struct json_out *w;
	size_t count;

	if (!sessions_open(db, user, by.token, by.at, &arena, &all, &count, e))
		return false;
	if (!session_wants_json(o)) {
		print_sessions(app, all, count);
		return true;
	}
	w = json_out_file(app->out, true);
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		open_session_json(w, &all[i]);
	json_close_array(w);
	json_out_close(w);
	return true;
}

static bool sessions(struct app *app, const struct options *o, struct err *e)
{
	const char *end = options_value(o, "end"), *name = NULL;
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, end ? 0 : 1, end ? "nothing" : "the name of the user", e) ||
	    !session_open(o, end ? DB_CHANGE : DB_READ, &db, e))
		return false;
	if (end) {
		if (!sessions_end(db, str_of(end), session_by(o), e))
			return false;
		print_line(app->out, "session %s has ended", end);
		return true;
	}
	options_values(o, NULL, &name, 1);
	return list_sessions(app, o, name ? str_of(name) : STR_NONE, db, e);
}

static int run_sessions(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, sessions_specs, sessions);
}

const struct command command_user_sessions = {
	.name = "user sessions",
	.synopsis = "[NAME] [--format table|json] | --end SESSION",
	.summary = "who is signed in where; end a session",
	.help = "A session ends after 30 minutes without use and after 12 hours; your own you end, and an\n"
		"administrator anybody's.\n",
	.options = sessions_specs,
	.run = run_sessions,
};
