/*
 * aftercare program check - the self-assessment: questions, answers, and what the store itself can tell.
 */
#include "actions/program/program_check_json.h"

#include "actions/clock.h"
#include "actions/users/access.h"
#include "cli/case_options.h"
#include "cli/print.h"
#include "cli/program/program_print.h"
#include "cli/session.h"
#include "limits.h"

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "set", OPTION_VALUE, NULL },
	{ "answer", OPTION_VALUE, "yes|partly|no|n.a." },
	{ "evidence", OPTION_VALUE, NULL },
	{ "owner", OPTION_VALUE, NULL },
	{ "on", OPTION_DATE, NULL },
	{ "next-step", OPTION_VALUE, NULL },
	{ "strict", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static bool set(struct app *app, const struct options *o, struct err *e)
{
	static const struct case_field fields[] = {
		{ "answer", "answer", CASE_TEXT, false, NULL },
		{ "evidence", "evidence", CASE_TEXT, false, NULL },
		{ "owner", "owner", CASE_TEXT, false, NULL },
		{ "on", "on", CASE_TEXT, false, NULL },
		{ "next-step", "next_step", CASE_TEXT, false, NULL },
		{ NULL, NULL, CASE_TEXT, false, NULL },
	};
	const struct self_question *q = self_question_find(options_text(o, "set"));
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct program_version version;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!q)
		return err_fail(e, ERR_INPUT, "--set: there is no question \"" STR_FMT "\"",
		    STR_ARG(options_text(o, "set")));
	if (!case_write_options(fields, o, false, &json, e))
		return false;
	if (str_eq(buf_str(&json), STR("{}")))
		return err_fail(e, ERR_USAGE, "--set takes an answer, or what goes with it");
	if (!session_open(o, DB_WRITE, &db, e) ||
	    !program_state(db, "check", str_of(q->id), buf_str(&json), session_by(o), &arena, &version, e))
		return false;
	print_line(app->out, "%s: answered, version %lld", q->id, (long long)version.number);
	return true;
}

static struct str or_dash(struct str s)
{
	return s.len ? s : STR("-");
}

static void print_answers(struct app *app, const struct check_answer *answers, size_t count)
{
	static const struct print_column columns[] = { { "id", false }, { "answer", false },
		{ "the store says", false }, { "owner", false }, { "next step", false },
		{ "question", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t i = 0; i < count; i++) {
		const struct check_answer *a = &answers[i];

		print_cell(t, str_of(a->question->id));
		print_cell(t, or_dash(a->answer));
		print_cell(t, or_dash(a->computed));
		print_cell(t, or_dash(a->owner));
		print_cell(t, or_dash(a->next_step));
		print_cell(t, str_of(a->question->asks));
	}
	print_table_write(t, app->out);
}

static void write_answers(struct app *app, const struct check_answer *answers, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	program_check_json(w, answers, count);
	json_out_close(w);
}

/* Where people and store do not agree, and what is open. */
static size_t sum_up(struct app *app, const struct check_answer *answers, size_t count)
{
	size_t unanswered = 0, no = 0, partly = 0;

	for (size_t i = 0; i < count; i++) {
		const struct check_answer *a = &answers[i];

		unanswered += a->answer.len == 0;
		no += str_eq(a->answer, STR("no"));
		partly += str_eq(a->answer, STR("partly"));
		if (str_eq(a->answer, STR("yes")) && a->speaks_against)
			print_line(app->err, "aftercare: %s is answered yes, and the store says: " STR_FMT,
			    a->question->id, STR_ARG(a->computed));
	}
	print_line(app->err, "aftercare: %zu questions, %zu not answered, %zu no, %zu partly", count,
	    unanswered, no, partly);
	return unanswered + no;
}

static bool check(struct app *app, const struct options *o, int *status, struct err *e)
{
	struct check_answer *answers;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct access_standing access;
	char day[DATE_TEXT_SIZE];
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (options_has(o, "set"))
		return set(app, o, e);
	if (!session_open(o, DB_READ, &db, e) ||
	    !program_check(db, instant_now(), &arena, &answers, &count, e) ||
	    !access_standing(db, instant_now(), &arena, &access, e))
		return false;
	if (access.review_overdue)
		print_line(app->err, "aftercare: the review of access was due on %s: aftercare user review",
		    date_write(access.review_due, day));
	(session_wants_json(o) ? write_answers : print_answers)(app, answers, count);
	*status = sum_up(app, answers, count) > 0 && options_has(o, "strict");
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };
	int status = 0;

	if (!options_parse(argc, argv, specs, &o, &e) || !check(app, &o, &status, &e))
		return command_fails(app, &e);
	return status;
}

const struct command command_program_check = {
	.name = "program check",
	.synopsis =
	    "[--strict] [--format table|json]\n"
	    "       --set SA-NN [--answer yes|partly|no|n.a.] [--evidence LINK] [--owner NAME] [--on DATE] "
	    "[--next-step TEXT]",
	.summary = "the self-assessment of the programme: 37 questions, the answers, what the store can tell",
	.help = "--set answers one; what is not given anew is kept, and every version stays. --strict: exit "
		"status 1 while\n"
		"anything is answered no or not at all.\n",
	.options = specs,
	.run = run,
};
