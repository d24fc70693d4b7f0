#include "actions/program/policy_answers.h"

#include <jansson.h>
#include <stdlib.h>

#include "decision/facts_json.h"

struct document {
	json_t *json;
};

static void document_clear(struct document *d)
{
	json_decref(d->json);
}
#define SCOPED_DOCUMENT __attribute__((cleanup(document_clear))) struct document

/* The document of that number; an empty object where it is 0. */
static bool find(struct db *db, int64_t *number, struct document *out, struct err *e)
{
	struct program_version *versions;
	SCOPED_ARENA arena = { 0 };
	struct str content = STR("{}");
	size_t count;

	if (!program_versions(db, STR(POLICY_SUBJECT), &arena, &versions, &count, e))
		return false;
	if (*number == POLICY_IN_FORCE)
		*number = (int64_t)count;
	if (*number < 0 || *number > (int64_t)count)
		return err_fail(e, ERR_INPUT, "there is no policy number %lld", (long long)*number) ||
		       err_remedy(e, REMEDY_POLICIES);
	if (*number)
		content = versions[*number - 1].content;
	out->json = json_loadb(content.ptr, content.len, 0, NULL);
	return out->json || err_fail(e, ERR_STORE, "policy number %lld is damaged", (long long)*number);
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

static struct policy_answer answer_of(
    const struct policy_question *q, const json_t *document, struct arena *arena)
{
	const json_t *value = json_object_get(document, q->key);
	struct policy_answer a = { q, STR(""), standard_of(q, arena), false };

	a.answer = value ? words_of(q, value, arena) : a.standard;
	a.chosen = !str_eq(a.answer, a.standard);
	return a;
}

bool policy_answers(
    struct db *db, int64_t number, struct arena *arena, struct policy_answers *out, struct err *e)
{
	SCOPED_DOCUMENT d = { 0 };
	struct policy_answers all = { .number = number };
	const char *version;
	size_t questions = 0;

	if (!find(db, &all.number, &d, e))
		return false;
	version = json_string_value(json_object_get(d.json, "version"));
	all.version = version ? arena_copy(arena, str_of(version)) : STR("default-1");
	while (policy_questions[questions].number)
		questions++;
	all.answers = arena_alloc(arena, questions, sizeof(*all.answers));
	for (; all.count < questions; all.count++)
		all.answers[all.count] = answer_of(&policy_questions[all.count], d.json, arena);
	*out = all;
	return true;
}

static bool read_row(
    const struct program_version *v, struct arena *arena, struct policy_row *out, struct err *e)
{
	struct policy policy;

	if (!policy_json_read(v->content, arena, &policy, e))
		return false;
	*out = (struct policy_row){ .version = *v, .called = policy.version, .approved_by = STR("") };
	return true;
}

bool policy_listing(struct db *db, struct arena *arena, struct policy_row **out, size_t *count, struct err *e)
{
	struct program_version *versions, *drafts;
	const struct signature **signatures;
	size_t version_count, draft_count;
	struct policy_row *rows;

	if (!program_versions(db, STR(POLICY_SUBJECT), arena, &versions, &version_count, e) ||
	    !policy_signatures(db, versions, version_count, arena, &signatures, e) ||
	    !policy_drafts(db, arena, &drafts, &draft_count, e))
		return false;
	rows = arena_alloc(arena, version_count + draft_count, sizeof(*rows));
	for (size_t i = 0; i < version_count; i++) {
		if (!read_row(&versions[i], arena, &rows[i], e))
			return false;
		rows[i].in_force = i + 1 == version_count;
		if (signatures[i])
			rows[i].approved_by = signatures[i]->full_name;
	}
	for (size_t i = 0; i < draft_count; i++) {
		if (!read_row(&drafts[i], arena, &rows[version_count + i], e))
			return false;
		rows[version_count + i].is_draft = true;
	}
	*out = rows;
	*count = version_count + draft_count;
	return true;
}
