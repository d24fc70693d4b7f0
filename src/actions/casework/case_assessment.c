#include "actions/casework/case_assessment.h"

#include <jansson.h>
#include <stdlib.h>

#include "actions/casework/case_context.h"
#include "actions/casework/case_rubric.h"

static const char *text_of(const json_t *more, const char *key)
{
	return json_string_value(json_object_get(more, key));
}

static bool check_vector(const json_t *more, const char *key, struct err *e)
{
	const char *text = text_of(more, key);
	struct cvss unused;

	return !text || cvss_parse(str_of(text), &unused, e) || err_within(e, "%s \"%s\"", key, text);
}

static bool take_vector(
    const struct case_rubric *r, int64_t casefile_id, json_t *more, struct arena *arena, struct err *e)
{
	struct str vector = case_rubric_vector(r, arena);

	if (text_of(more, "cvss_vector"))
		return err_fail(
		    e, ERR_INPUT, "the vector of record is either stated or that of the rubric, not both");
	if (r->record == 0)
		return err_fail(e, ERR_CONFLICT, "casefile %lld has no answers to the rubric",
			   (long long)casefile_id) ||
		       err_remedy(e, REMEDY_RUBRIC);
	if (r->result.open)
		return err_fail(e, ERR_CONFLICT, "rubric %lld leaves questions open: %zu",
		    (long long)r->record, r->result.open);
	json_object_set_new(more, "cvss_vector", json_stringn(vector.ptr, vector.len));
	json_object_set_new(more, "cvss_basis",
	    json_string(arena_text(arena, arena_printf(arena, "rubric %lld", (long long)r->record))));
	return true;
}

/* A vector beside what the answers lead to says why; the reason goes with the vector it is about. */
static bool check_deviation(
    const struct case_rubric *r, struct str why, json_t *more, struct arena *arena, struct err *e)
{
	struct str derived = case_rubric_vector(r, arena), basis = STR("stated");
	struct cvss stated;

	if (!cvss_parse(str_of(text_of(more, "cvss_vector")), &stated, e))
		return false;
	if (why.len == 0 && r->record && r->result.open == 0 && !rubric_agrees(&r->cvss, &stated))
		return err_fail(e, ERR_CONFLICT,
			   "rubric %lld leads to " STR_FMT ": another vector takes its reason",
			   (long long)r->record, STR_ARG(derived)) ||
		       err_field(e, "cvss-rationale");
	if (why.len)
		basis = arena_printf(arena, "stated: %.*s", STR_WHOLE(why));
	json_object_set_new(more, "cvss_basis", json_stringn(basis.ptr, basis.len));
	return true;
}

static bool fill(const struct case_view *view, json_t *more, struct arena *arena, struct err *e)
{
	bool from_rubric = json_is_true(json_object_get(more, "cvss_from_rubric"));
	const char *rationale = text_of(more, "cvss_rationale");
	struct str why = rationale ? arena_copy(arena, str_trim(str_of(rationale))) : STR("");
	struct case_rubric rubric;

	json_object_del(more, "cvss_from_rubric");
	json_object_del(more, "cvss_rationale");
	json_object_del(more, "context"); /* what was known then and which policy held is not for saying */
	json_object_del(more, CASE_POLICY_KEY);
	json_object_del(more, CASE_POLICY_VERSION_KEY);
	if (why.len && !text_of(more, "cvss_vector"))
		return err_fail(e, ERR_INPUT, "a reason for a vector is stated with the vector");
	if (!check_vector(more, "cvss_vector", e) || !check_vector(more, "cvss_vector_after", e) ||
	    !case_rubric_read(view->records, view->record_count, &rubric, e))
		return false;
	if (from_rubric)
		return take_vector(&rubric, view->casefile.id, more, arena, e);
	return !text_of(more, "cvss_vector") || check_deviation(&rubric, why, more, arena, e);
}

static bool states_day(struct str facts)
{
	json_t *root = json_loadb(facts.ptr, facts.len, 0, NULL);
	bool states = json_object_get(root, "on") != NULL;

	json_decref(root);
	return states;
}

static void keep_policy(const struct case_view *view, json_t *more)
{
	json_object_set_new(more, CASE_POLICY_KEY, json_integer(view->now.number));
	json_object_set_new(
	    more, CASE_POLICY_VERSION_KEY, json_stringn(view->now.version.ptr, view->now.version.len));
}

static bool keep_context(
    struct db *db, const struct case_view *view, json_t *more, struct arena *arena, struct err *e)
{
	json_t *list = json_array();
	struct context context;

	keep_policy(view, more);
	json_object_set_new(more, "context", list);
	if (!case_context_gather(db, view, arena, &context, e))
		return false;
	for (size_t i = 0; i < context.count; i++) {
		struct str text = context_item_write(&context.items[i], arena);

		json_array_append_new(list, json_stringn(text.ptr, text.len));
	}
	return true;
}

bool case_assessment_fill(
    struct db *db, const struct case_view *view, struct arena *arena, struct case_record *r, struct err *e)
{
	json_t *more = json_loadb(r->more.ptr, r->more.len, 0, NULL);
	bool good = (json_is_object(more) || err_fail(e, ERR_INPUT, "more is no JSON object")) &&
		    fill(view, more, arena, e) &&
		    (!states_day(r->facts) || keep_context(db, view, more, arena, e));
	char *text = good ? json_dumps(more, JSON_COMPACT) : NULL;

	if (good)
		r->more = arena_copy(arena, str_of(text));
	free(text);
	json_decref(more);
	return good;
}
