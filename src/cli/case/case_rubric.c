/*
 * case rubric - asks the questions of the rubric for medical devices, keeps the answers, shows what they lead
 * to.
 */
#include "actions/casework/case_rubric_json.h"

#include "actions/casework/rubric_answers.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/session.h"
#include "store/casefiles.h"

#define LINE_MOST 200
#define ANSWERS_MOST 200

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "answer", OPTION_MANY, NULL },
	{ "answers", OPTION_VALUE, NULL },
	{ "cvss-version", OPTION_VALUE, "3.0|3.1" },
	{ "xprs-unknown", OPTION_VALUE, "none|low" },
	{ "show", OPTION_FLAG, NULL },
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

/* --- showing --- */

static void print_result(struct app *app, const struct case_rubric *r, struct arena *arena)
{
	struct cvss_scores s;

	if (r->result.open) {
		print_line(app->out, "questions open: %zu", r->result.open);
		return;
	}
	cvss_score(&r->cvss, &s);
	print_line(app->out, STR_FMT "  %d.%d %s", STR_ARG(case_rubric_vector(r, arena)), s.score / 10,
	    s.score % 10, cvss_band_name(cvss_band(r->version, s.score)));
	if (r->result.safety_count == 0)
		return;
	fputs("potential impact to patient safety:", app->out);
	for (size_t i = 0; i < r->result.safety_count; i++)
		fprintf(app->out, " %s", rubric_questions[r->result.safety[i]].id);
	fputs("; a hazard analysis says how badly a patient can be hurt, a score never does\n", app->out);
}

static void print_sheet(struct app *app, const struct case_rubric *r, struct arena *arena)
{
	static const struct print_column columns[] = { { "question", false }, { "answer", false },
		{ "gives", false }, { "", false }, { NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);

	for (size_t q = 0; q < RUBRIC_QUESTIONS; q++) {
		if (!r->result.asked[q])
			continue;
		print_cell(t, str_of(rubric_questions[q].id));
		print_cell(
		    t, r->sheet.answers[q] ? str_of(rubric_answer_word(r->sheet.answers[q])) : STR("-"));
		print_cell(t, str_of(case_rubric_gives(r, q)));
		print_cell(t, str_of(rubric_questions[q].text));
	}
	print_table_write(t, app->out);
	print_result(app, r, arena);
}

static void write_sheet(struct app *app, const struct case_rubric *r, struct arena *arena)
{
	struct json_out *w = json_out_file(app->out, true);

	case_rubric_json(w, r, arena);
	json_out_close(w);
}

/* --- asking --- */

/* One question until it is answered; an empty line takes what stands. *later: to go on another time. */
static bool ask(struct app *app, size_t q, enum rubric_answer *answer, bool *later, struct err *e)
{
	char line[LINE_MOST];
	struct err bad;

	for (;;) {
		struct str word;

		fprintf(app->out, "%s  %s\n  %s%s%s%s: ", rubric_questions[q].id, rubric_questions[q].text,
		    rubric_questions[q].choices, *answer ? " [" : "", rubric_answer_word(*answer),
		    *answer ? "]" : "");
		fflush(app->out);
		if (!fgets(line, sizeof(line), stdin))
			return err_fail(e, ERR_INPUT,
			    "the answers end at %s: nothing is kept (\"later\" keeps them)",
			    rubric_questions[q].id);
		word = str_trim(str_of(line));
		*later = str_eq_nocase(word, STR("later"));
		if (*later || (word.len == 0 && *answer))
			return true;
		if (word.len && rubric_answer_read(q, word, answer, &bad))
			return true;
	}
}

static bool ask_all(
    struct app *app, const struct case_rubric *r, struct rubric_changes *changes, struct err *e)
{
	struct rubric_sheet sheet = r->sheet;
	struct rubric_result asked;
	bool later = false;

	for (size_t q = 0; q < RUBRIC_QUESTIONS && !later; q++) {
		rubric_derive(&sheet, &asked);
		if (!asked.asked[q])
			continue;
		if (!ask(app, q, &sheet.answers[q], &later, e))
			return false;
		changes->given[q] = !later;
		changes->answers[q] = sheet.answers[q];
	}
	fputc('\n', app->out);
	return true;
}

static bool read_given(const struct options *o, struct rubric_changes *changes, struct err *e)
{
	const char *given[ANSWERS_MOST];
	int count = options_values(o, "answer", given, ANSWERS_MOST);

	for (int i = 0; i < count && i < ANSWERS_MOST; i++) {
		struct str word = str_of(given[i]), id;
		size_t q;

		if (!str_cut(&word, '=', &id) || !rubric_find(id, &q))
			return err_fail(
			    e, ERR_USAGE, "--answer \"%s\" is not of the form XAVN=yes", given[i]);
		changes->given[q] = true;
		if (!rubric_answer_read(q, word, &changes->answers[q], e))
			return err_within(e, "--answer");
	}
	return true;
}

static bool read_changes(struct app *app, const struct options *o, const struct case_rubric *r,
    struct rubric_changes *changes, struct err *e)
{
	SCOPED_INPUT *in = NULL;

	if (options_has(o, "answers") &&
	    (!input_open_file(options_value(o, "answers"), &in, e) || !rubric_answers_read(in, changes, e)))
		return false;
	if (options_has(o, "answer") && !read_given(o, changes, e))
		return false;
	if (options_has(o, "answer") || options_has(o, "answers") || options_has(o, "cvss-version") ||
	    options_has(o, "xprs-unknown"))
		return true;
	return ask_all(app, r, changes, e);
}

static bool act(struct app *app, const struct options *o, struct err *e)
{
	struct case_rubric_keeping k = { 0 };
	struct case_rubric r;
	enum cvss_version version;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	bool show = options_has(o, "show");
	bool is_low = str_eq(options_text(o, "xprs-unknown"), STR("low"));

	if (!case_id_of(o, &k.casefile_id, e) || !session_open(o, show ? DB_READ : DB_CHANGE, &db, e) ||
	    !case_rubric_of(db, k.casefile_id, &arena, &r, e))
		return false;
	if (options_has(o, "cvss-version") && cvss_version_find(options_text(o, "cvss-version"), &version))
		k.version = &version;
	if (options_has(o, "xprs-unknown"))
		k.unknown_is_low = &is_low;
	if (!show && (!read_changes(app, o, &r, &k.changes, e) ||
			 !case_rubric_keep(db, &k, session_by(o), &arena, &r, e)))
		return false;
	if (session_wants_json(o))
		write_sheet(app, &r, &arena);
	else if (show)
		print_sheet(app, &r, &arena);
	else {
		print_line(
		    app->out, "casefile %lld: rubric %lld", (long long)k.casefile_id, (long long)r.record);
		print_result(app, &r, &arena);
	}
	return true;
}

static int run(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, specs, act);
}

const struct command command_case_rubric = {
	.name = "case rubric",
	.synopsis = "CASEFILE [--answer ID=ANSWER]... [--answers FILE] [--cvss-version 3.0|3.1]\n"
		    "       [--xprs-unknown none|low] [--show] [--format table|json]",
	.summary = "MITRE's rubric for medical devices: answer its questions, get the CVSS vector",
	.help =
	    "Without answers it asks one question after the other on the terminal; an empty line takes the "
	    "answer that\n"
	    "stands, \"later\" keeps what is answered so far. Answers are yes, no, unknown, or high, low, "
	    "none, unknown; what\n"
	    "is not known counts as the worse. FILE is JSON: {\"XAVN\": \"yes\", ...}. case assess "
	    "--rubric takes the vector\n"
	    "as the CVSS of record. --show changes nothing. --xprs-unknown: what XPRS unknown "
	    "counts as, PR:N\n(none, as where nothing is said) or PR:L.\n",
	.options = specs,
	.run = run,
};
