/*
 * aftercare program policy - the answers to what the guidance leaves open, version by version.
 */
#include <jansson.h>
#include <stdlib.h>

#include "actions/program/program_policy.h"
#include "base/number.h"
#include "cli/print.h"
#include "cli/program/program_print.h"
#include "cli/session.h"
#include "decision/facts_json.h"
#include "decision/policy_words.h"
#include "formats/input.h"
#include "formats/json_write.h"

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
	.help = "A JSON object with the answers to the questions A1 to A20; keys that are left out take the "
		"defaults. Its\n"
		"\"version\" must be new; without one it is its number. Determinations name it.\n",
	.run = run_import,
};

static const struct option_spec list_specs[] = {
	SESSION_STORE_OPTION,
	{ NULL, OPTION_FLAG, NULL },
};

struct row {
	struct str number, approved_by, in_force;
};

static bool add_row(struct print_table *t, const struct program_version *v, const struct row *row,
    struct arena *arena, struct err *e)
{
	struct policy policy;
	char at[INSTANT_TEXT_SIZE];

	if (!policy_json_read(v->content, arena, &policy, e))
		return false;
	print_cell(t, row->number);
	print_cell(t, policy.version);
	print_cell(t, str_of(instant_write(v->at, at)));
	print_cell(t, v->who);
	print_cell(t, row->approved_by);
	print_cell(t, row->in_force);
	return true;
}

static bool list(struct app *app, const struct options *o, struct err *e)
{
	static const struct print_column columns[] = { { "number", true }, { "version", false },
		{ "kept", false }, { "by", false }, { "approved by", false }, { "in force", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	struct program_version *versions, *drafts;
	const struct signature **signatures;
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	size_t count, draft_count;

	if (!options_words(o, 0, 0, "nothing", e) || !session_open(o, DB_READ, &db, e) ||
	    !program_versions(db, STR(POLICY_SUBJECT), &arena, &versions, &count, e) ||
	    !policy_signatures(db, versions, count, &arena, &signatures, e) ||
	    !policy_drafts(db, &arena, &drafts, &draft_count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct row row = { arena_printf(&arena, "%lld", (long long)versions[i].number),
			signatures[i] ? signatures[i]->full_name : STR("-"),
			i + 1 == count ? STR("yes") : STR("no") };

		if (!add_row(t, &versions[i], &row, &arena, e))
			return false;
	}
	for (size_t i = 0; i < draft_count; i++) {
		struct row row = { arena_printf(&arena, "draft %lld", (long long)drafts[i].number),
			STR("nobody yet"), STR("no") };

		if (!add_row(t, &drafts[i], &row, &arena, e))
			return false;
	}
	print_table_write(t, app->out);
	return true;
}

static int run_list(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, list);
}

const struct command command_program_policy_list = {
	.name = "program policy list",
	.synopsis = "",
	.summary = "all versions of the policy",
	.run = run_list,
};

/* Of a document that is read already; number 0 is the defaults. */
struct document {
	int64_t number;
	json_t *json;
};

static void document_clear(struct document *d)
{
	json_decref(d->json);
}
#define SCOPED_DOCUMENT __attribute__((cleanup(document_clear))) struct document

static bool find(struct db *db, int64_t number, struct document *out, struct err *e)
{
	struct program_version *versions;
	SCOPED_ARENA arena = { 0 };
	size_t count;

	out->number = number;
	out->json = json_object();
	if (!program_versions(db, STR("policy"), &arena, &versions, &count, e))
		return false;
	if (number < 0)
		out->number = number = (int64_t)count;
	if (number == 0)
		return true;
	if (number > (int64_t)count)
		return err_fail(e, ERR_INPUT,
		    "there is no policy number %lld; aftercare program policy list shows all",
		    (long long)number);
	json_decref(out->json);
	out->json = json_loadb(versions[number - 1].content.ptr, versions[number - 1].content.len, 0, NULL);
	return out->json || err_fail(e, ERR_STORE, "policy number %lld is damaged", (long long)number);
}

/* "low C C C* U* U; medium ...": the cells from negligible to catastrophic. */
static struct str matrix_words(const json_t *matrix, struct arena *arena)
{
	static const char *const rows[] = { "low", "medium", "high" };
	static const char *const columns[] = { "negligible", "minor", "serious", "critical", "catastrophic" };
	struct str words = STR("");

	for (size_t i = 0; i < COUNT(rows); i++) {
		const json_t *row = json_object_get(matrix, rows[i]);

		words = arena_printf(arena, STR_FMT "%s%s", STR_ARG(words), i ? "; " : "", rows[i]);
		for (size_t k = 0; k < COUNT(columns); k++)
			words = arena_printf(arena, STR_FMT " %s", STR_ARG(words),
			    json_string_value(json_object_get(row, columns[k])));
	}
	return words;
}

/* How the document answers, in its own words: none, 1, ["2026-12-24"]. */
static struct str words_of(const struct policy_question *q, const json_t *value, struct arena *arena)
{
	const char *text = json_string_value(value);
	struct str words;
	char *dumped;

	if (text)
		return arena_copy(arena, str_of(text));
	if (strcmp(q->key, "matrix") == 0)
		return matrix_words(value, arena);
	dumped = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	words = arena_copy(arena, str_of(dumped));
	free(dumped);
	return words;
}

static struct str standard_of(const struct policy_question *q, struct arena *arena)
{
	json_t *value = json_loads(q->standard, JSON_DECODE_ANY, NULL);
	struct str words = words_of(q, value, arena);

	json_decref(value);
	return words;
}

static struct str answer_of(const struct policy_question *q, const struct document *d, struct arena *arena)
{
	const json_t *value = json_object_get(d->json, q->key);

	return value ? words_of(q, value, arena) : standard_of(q, arena);
}

static const struct option_spec show_specs[] = {
	SESSION_STORE_OPTION,
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void print_document(struct app *app, const struct document *d, struct arena *arena)
{
	const char *version = json_string_value(json_object_get(d->json, "version"));

	if (d->number)
		print_line(app->out, "policy number %lld, version %s", (long long)d->number, version);
	else
		print_line(app->out, "no policy was imported: the defaults hold");
	for (const struct policy_question *q = policy_questions; q->number; q++) {
		struct str answer = answer_of(q, d, arena), standard = standard_of(q, arena);

		print_line(app->out, "%-4s%s", q->number, q->asks);
		if (str_eq(answer, standard))
			print_line(app->out, "    %s: " STR_FMT " (default)", q->key, STR_ARG(answer));
		else
			print_line(app->out, "    %s: " STR_FMT ", CHOSEN; the default is " STR_FMT, q->key,
			    STR_ARG(answer), STR_ARG(standard));
	}
}

static void write_document(struct app *app, const struct document *d, struct arena *arena)
{
	const char *version = json_string_value(json_object_get(d->json, "version"));
	struct json_out *w = json_out_file(app->out, true);

	json_open_object(w);
	json_field_int(w, "number", d->number);
	json_field_text(w, "version", str_of(version ? version : "default-1"));
	json_key(w, "questions");
	json_open_array(w);
	for (const struct policy_question *q = policy_questions; q->number; q++) {
		struct str answer = answer_of(q, d, arena), standard = standard_of(q, arena);

		json_open_object(w);
		json_field_text(w, "question", str_of(q->number));
		json_field_text(w, "asks", str_of(q->asks));
		json_field_text(w, "key", str_of(q->key));
		json_field_text(w, "answer", answer);
		json_field_text(w, "default", standard);
		json_field_bool(w, "chosen", !str_eq(answer, standard));
		json_close_object(w);
	}
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
}

static bool show(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DOCUMENT d = { 0 };
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	int64_t number = -1;

	if (!options_words(o, 0, 1, "the number of a policy", e) ||
	    (options_has(o, NULL) && !options_word_number(o, "policy number", &number, e)) ||
	    !session_open(o, DB_READ, &db, e) || !find(db, number, &d, e))
		return false;
	(session_wants_json(o) ? write_document : print_document)(app, &d, &arena);
	return true;
}

static int run_show(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, show_specs, show);
}

const struct command command_program_policy_show = {
	.name = "program policy show",
	.synopsis = "[NUMBER] [--format table|json]",
	.summary = "the questions A1 to A20, how the policy answers them, and what the default is",
	.help = "Of the policy in force, or of version NUMBER.\n",
	.run = run_show,
};

static bool diff(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_DOCUMENT before = { 0 }, after = { 0 };
	int64_t numbers[2];
	const char *words[2];
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	bool any = false;

	if (!options_words(o, 2, 2, "the numbers of two policies", e))
		return false;
	options_values(o, NULL, words, 2);
	for (int i = 0; i < 2; i++)
		if (!number_parse(str_of(words[i]), "policy number", 0, INT64_MAX, &numbers[i], e))
			return false;
	if (!session_open(o, DB_READ, &db, e) || !find(db, numbers[0], &before, e) ||
	    !find(db, numbers[1], &after, e))
		return false;
	for (const struct policy_question *q = policy_questions; q->number; q++) {
		struct str was = answer_of(q, &before, &arena), is = answer_of(q, &after, &arena);

		if (str_eq(was, is))
			continue;
		any = true;
		print_line(app->out, "%-4s%s: " STR_FMT " -> " STR_FMT, q->number, q->key, STR_ARG(was),
		    STR_ARG(is));
	}
	if (!any)
		print_line(app->out, "they answer alike");
	return true;
}

static int run_diff(struct app *app, int argc, char **argv)
{
	return command_with(app, argc, argv, list_specs, diff);
}

const struct command command_program_policy_diff = {
	.name = "program policy diff",
	.synopsis = "NUMBER NUMBER",
	.summary = "which questions two versions of the policy answer otherwise; 0 is the defaults",
	.run = run_diff,
};
