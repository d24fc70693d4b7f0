/*
 * aftercare program policy - the answers to what the guidance leaves open, version by version.
 */
#include "actions/program/program_policy.h"

#include "actions/program/program_json.h"
#include "base/number.h"
#include "cli/print.h"
#include "cli/program/program_print.h"
#include "cli/session.h"
#include "formats/input.h"

#define POLICY_MOST (1024 * 1024)

bool program_policy_read(struct db *db, const char *path, struct change_by by, struct arena *arena,
    struct str *says, struct err *e)
{
	SCOPED_BUF json = buf_new(POLICY_MOST);
	struct program_version version;
	SCOPED_INPUT *in = NULL;
	bool waits;

	if (!input_open_file(path, &in, e) || !input_read_all(in, &json, e))
		return false;
	if (!program_import_policy(db, buf_str(&json), by, arena, &version, &waits, e))
		return err_within(e, "%s", path);
	*says = waits ? arena_printf(arena,
			    "draft %lld of the policy waits for a second person's approval (aftercare "
			    "program policy sign %lld)",
			    (long long)version.number, (long long)version.number)
		      : arena_printf(arena, "policy number %lld is in force", (long long)version.number);
	return true;
}

static const struct option_spec import_specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ NULL, OPTION_FLAG, NULL },
};

static bool import(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	const char *path;
	struct str says;

	if (!options_words(o, 1, 1, "the policy's file", e))
		return false;
	options_values(o, NULL, &path, 1);
	if (!session_open(o, DB_WRITE, &db, e) ||
	    !program_policy_read(db, path, session_by(o), &arena, &says, e))
		return false;
	print_line(app->out, STR_FMT, STR_ARG(says));
	return true;
}

static int run_import(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, import_specs, import);
}

const struct command command_program_policy_import = {
	.name = "program policy import",
	.synopsis = "FILE",
	.summary = "make a policy document the one in force; every version stays",
	.help = "A JSON object with the answers to the questions A1 to A21; keys that are left out take the "
		"defaults. Its\n"
		"\"version\" must be new; without one it is its number. Determinations name it.\n",
	.options = import_specs,
	.run = run_import,
};

static const struct option_spec read_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_versions(struct app *app, const struct policy_row *rows, size_t count)
{
	static const struct print_column columns[] = { { "number", true }, { "version", false },
		{ "kept", false }, { "by", false }, { "approved by", false }, { "in force", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char at[INSTANT_TEXT_SIZE], number[32];

	for (size_t i = 0; i < count; i++) {
		const struct policy_row *r = &rows[i];

		snprintf(number, sizeof(number), "%s%lld", r->is_draft ? "draft " : "",
		    (long long)r->version.number);
		print_cell(t, str_of(number));
		print_cell(t, r->called);
		print_cell(t, str_of(instant_write(r->version.at, at)));
		print_cell(t, r->version.who);
		if (r->is_draft)
			print_cell(t, STR("nobody yet"));
		else
			print_cell(t, r->approved_by.len ? r->approved_by : STR("-"));
		print_cell(t, r->in_force ? STR("yes") : STR("no"));
	}
	print_table_write(t, app->out);
}

static void write_versions(struct app *app, const struct policy_row *rows, size_t count)
{
	struct json_out *w = json_out_file(app->out, true);

	policy_list_json(w, rows, count);
	json_out_close(w);
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct policy_row *rows;
	size_t count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !policy_listing(db, &arena, &rows, &count, e))
		return false;
	(session_wants_json(o) ? write_versions : print_versions)(app, rows, count);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, read_specs, list);
}

const struct command command_program_policy_list = {
	.name = "program policy list",
	.synopsis = "[--format table|json]",
	.summary = "all versions of the policy",
	.options = read_specs,
	.run = run_list,
};

static void print_answers(struct app *app, const struct policy_answers *p)
{
	if (p->number)
		print_line(app->out, "policy number %lld, version " STR_FMT, (long long)p->number,
		    STR_ARG(p->version));
	else
		print_line(app->out, "no policy was imported: the defaults hold");
	for (size_t i = 0; i < p->count; i++) {
		const struct policy_answer *a = &p->answers[i];

		print_line(app->out, "%-4s%s", a->question->number, a->question->asks);
		if (a->chosen)
			print_line(app->out, "    %s: " STR_FMT ", CHOSEN; the default is " STR_FMT,
			    a->question->key, STR_ARG(a->answer), STR_ARG(a->standard));
		else
			print_line(
			    app->out, "    %s: " STR_FMT " (default)", a->question->key, STR_ARG(a->answer));
	}
}

static void write_answers(struct app *app, const struct policy_answers *p)
{
	struct json_out *w = json_out_file(app->out, true);

	policy_answers_json(w, p);
	json_out_close(w);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	struct policy_answers answers;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t number = POLICY_IN_FORCE;

	if (!options_words(o, 0, 1, "the number of a policy", e) ||
	    (options_has(o, NULL) && !options_word_number(o, "policy number", &number, e)) ||
	    !session_open(o, DB_READ, &db, e) || !policy_answers(db, number, &arena, &answers, e))
		return false;
	(session_wants_json(o) ? write_answers : print_answers)(app, &answers);
	return true;
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, read_specs, show);
}

const struct command command_program_policy_show = {
	.name = "program policy show",
	.synopsis = "[NUMBER] [--format table|json]",
	.summary = "the questions A1 to A21, how the policy answers them, and what the default is",
	.help = "Of the policy in force, or of version NUMBER.\n",
	.options = read_specs,
	.run = run_show,
};

static void print_diff(
    struct app *app, const struct policy_answers *before, const struct policy_answers *after)
{
	bool any = false;

	for (size_t i = 0; i < before->count; i++) {
		const struct policy_answer *was = &before->answers[i], *is = &after->answers[i];

		if (str_eq(was->answer, is->answer))
			continue;
		any = true;
		print_line(app->out, "%-4s%s: " STR_FMT " -> " STR_FMT, was->question->number,
		    was->question->key, STR_ARG(was->answer), STR_ARG(is->answer));
	}
	if (!any)
		print_line(app->out, "they answer alike");
}

static void write_diff(
    struct app *app, const struct policy_answers *before, const struct policy_answers *after)
{
	struct json_out *w = json_out_file(app->out, true);

	policy_diff_json(w, before, after);
	json_out_close(w);
}

static bool diff(struct app *app, const struct options *o, struct err *e)
{
	struct policy_answers answers[2];
	int64_t numbers[2];
	const char *words[2];
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;

	if (!options_words(o, 2, 2, "the numbers of two policies", e))
		return false;
	options_values(o, NULL, words, 2);
	for (int i = 0; i < 2; i++)
		if (!number_parse(str_of(words[i]), "policy number", 0, INT64_MAX, &numbers[i], e))
			return false;
	if (!session_open(o, DB_READ, &db, e))
		return false;
	for (int i = 0; i < 2; i++)
		if (!policy_answers(db, numbers[i], &arena, &answers[i], e))
			return false;
	(session_wants_json(o) ? write_diff : print_diff)(app, &answers[0], &answers[1]);
	return true;
}

static int run_diff(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, read_specs, diff);
}

const struct command command_program_policy_diff = {
	.name = "program policy diff",
	.synopsis = "NUMBER NUMBER [--format table|json]",
	.summary = "which questions two versions of the policy answer otherwise; 0 is the defaults",
	.options = read_specs,
	.run = run_diff,
};
