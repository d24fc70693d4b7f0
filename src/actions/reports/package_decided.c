#include "actions/reports/package_decided.h"

#include "actions/casework/decide_facts.h"
#include "limits.h"
#include "reports/determination_json.h"

/* NULL: the facts are none; that is told. */
static json_t *decide(struct package_told *t, struct str facts)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);
	struct decided decided;
	struct err e = { 0 };
	struct json_out *w;

	if (!decide_facts(facts, &t->arena, &decided, &e)) {
		package_fault(t, "facts.json: %s", e.text);
		return NULL;
	}
	w = json_out_buf(&text, false);
	determination_write_json(&decided.determination, decided.obligations, decided.obligation_count, w);
	json_out_close(w);
	return package_read_json(t, buf_str(&text));
}

/* Of the same kind, to the same end; its state may follow from what is no fact: a report that was issued. */
static bool is_shown(const json_t *list, const json_t *one, const char *const *keys, size_t key_count)
{
	const json_t *item;
	size_t i;

	json_array_foreach(list, i, item)
	{
		bool same = true;

		for (size_t k = 0; k < key_count; k++)
			same =
			    same && json_equal(json_object_get(item, keys[k]), json_object_get(one, keys[k]));
		if (same)
			return true;
	}
	return false;
}

/* The casefile's own report says more: what is owed or warned of beside what the rules know of. */
static bool holds_all(const char *key, const json_t *shown, const json_t *decided)
{
	static const char *const owed[] = { "kind", "due", "until" }, *const warned[] = { "id", "says" };
	bool is_owed = str_eq(str_of(key), STR("obligations"));
	const json_t *one;
	size_t i;

	json_array_foreach(decided, i, one)
	{
		if (!is_shown(shown, one, is_owed ? owed : warned, is_owed ? COUNT(owed) : COUNT(warned)))
			return false;
	}
	return true;
}

static void check_key(struct package_told *t, const char *key, const json_t *shown, const json_t *decided)
{
	bool fits;

	/* the number counts on behind reports of other casefiles too */
	if (str_is_among(str_of(key), "tzdata_version|report_806_number"))
		return;
	if (str_is_among(str_of(key), "obligations|warnings"))
		fits = holds_all(key, shown, decided);
	else
		fits = shown && decided && json_equal(shown, decided);
	if (!fits)
		package_fault(t, "%s of report.json is not what the rules conclude from facts.json", key);
}

void package_decided_check(struct package_told *t, struct str facts, json_t *report)
{
	json_t *shown = json_object_get(report, "determination"), *decided = decide(t, facts), *value;
	const char *key;

	if (!decided)
		return;
	if (!json_equal(json_object_get(shown, "rules_version"), json_object_get(decided, "rules_version"))) {
		package_fault(t, "report.json was concluded by other rules than this program has: what it "
				 "concludes cannot be held against facts.json");
		return;
	}
	json_object_foreach(shown, key, value) check_key(t, key, value, json_object_get(decided, key));
	json_object_foreach(decided, key, value) if (!json_object_get(shown, key))
	    check_key(t, key, NULL, value);
}
