/*
 * judge - facts as JSON to their determination as JSON, through everything that lies between, and what it
 * means that a determination holds what is expected: a subset, where each element of an expected list matches
 * some element of the actual one and an empty list means empty.
 */
#pragma once
#include "check.h"

#include <jansson.h>

#include "actions/casework/decide_facts.h"
#include "base/arena.h"
#include "base/buf.h"
#include "reports/determination_json.h"

#define JUDGE_BYTES ((size_t)16 * 1024 * 1024)

/* The determination as JSON text in to; false where the facts cannot be read, and *e says why. */
static inline bool judge_text(struct str facts, struct buf *to, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct json_out *w;
	struct decided d;

	if (!decide_facts(facts, &arena, &d, e))
		return false;
	w = json_out_buf(to, true);
	determination_write_json(&d.determination, d.obligations, d.obligation_count, w);
	assert_true(json_out_close(w));
	return true;
}

/* NULL where the facts cannot be read. json_decref() it. */
static inline json_t *judge(const json_t *facts, struct err *e)
{
	SCOPED_BUF answer = buf_new(JUDGE_BYTES);
	char *text = json_dumps(facts, JSON_ENCODE_ANY);
	json_error_t why;
	json_t *result;
	bool good;

	assert_non_null(text);
	good = judge_text(str_of(text), &answer, e);
	free(text);
	if (!good)
		return NULL;
	result = json_loadb(answer.ptr, answer.len, JSON_REJECT_DUPLICATES, &why);
	if (!result)
		fail_msg("the determination is no JSON: %s", why.text);
	return result;
}

/* The sameness of two trees is a walk of both; it ends with the expected one, which the tests write. */
static inline bool judge_matches(json_t *expected, json_t *actual)
{
	const char *key;
	json_t *value;

	if (json_is_object(expected)) {
		json_object_foreach(expected, key, value)
		{
			json_t *there = json_object_get(actual, key);

			if (!there || !judge_matches(value, there))
				return false;
		}
		return json_is_object(actual);
	}
	if (json_is_array(expected)) {
		if (!json_is_array(actual) || (json_array_size(expected) == 0 && json_array_size(actual) > 0))
			return false;
		for (size_t i = 0; i < json_array_size(expected); i++) {
			size_t j = 0;

			while (j < json_array_size(actual) &&
			       !judge_matches(json_array_get(expected, i), json_array_get(actual, j)))
				j++;
			if (j == json_array_size(actual))
				return false;
		}
		return true;
	}
	return json_equal(expected, actual) != 0;
}

/* Does it hold what is expected? If not, prints both. */
static inline bool judge_holds(const char *where, json_t *expected, json_t *actual)
{
	char *wanted, *got;

	if (actual && judge_matches(expected, actual))
		return true;
	wanted = json_dumps(expected, JSON_ENCODE_ANY);
	got = actual ? json_dumps(actual, JSON_ENCODE_ANY) : NULL;
	printf("# %s: expected %s, found %s\n", where, wanted, got ? got : "nothing");
	free(wanted);
	free(got);
	return false;
}
