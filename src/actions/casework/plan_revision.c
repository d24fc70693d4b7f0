#include "actions/casework/plan_revision.h"

#include <jansson.h>

#include "actions/casework/case_days.h"
#include "actions/json_merge.h"
#include "base/text.h"
#include "decision/evidence.h"

#define REVISES "revises"
#define FIRST_ON "first_on"

static struct date day_of(struct str json_text, const char *key)
{
	json_t *json = json_loadb(json_text.ptr, json_text.len, 0, NULL);
	struct date day = case_day(json_object_get(json, key));

	json_decref(json);
	return day;
}

static bool has_reason(struct str facts)
{
	json_t *json = json_loadb(facts.ptr, facts.len, 0, NULL);
	const char *reason = json_string_value(json_object_get(json, "timeline_rationale"));
	bool has = reason && text_says(str_of(reason));

	json_decref(json);
	return has;
}

static bool revises(const struct case_record *plan)
{
	json_t *json = json_loadb(plan->more.ptr, plan->more.len, 0, NULL);
	bool is = json_is_true(json_object_get(json, REVISES));

	json_decref(json);
	return is;
}

/* Was record id, a plan, revised by one behind it? */
static bool was_revised(const struct case_record *records, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, STR("plan")) && records[i].id > id && revises(&records[i]))
			return true;
	return false;
}

static bool set_day(struct str *json, const char *key, struct date day, struct arena *arena, struct err *e)
{
	char text[DATE_TEXT_SIZE];

	return json_merge(
	    *json, arena_printf(arena, "{\"%s\":\"%s\"}", key, date_write(day, text)), arena, json, e);
}

bool plan_revision_note(const struct case_record *records, size_t count, int64_t amends,
    struct case_record *r, struct arena *arena, struct err *e)
{
	const struct case_record *standing = casefile_record(records, count, r->replaces);
	struct date before = standing ? day_of(standing->facts, "on") : DATE_NONE;
	struct date now = day_of(r->facts, "on");
	bool later = date_is_known(before) && date_is_known(now) && now.days > before.days;

	if (amends && was_revised(records, count, amends) && date_is_known(before))
		return set_day(&r->facts, "on", before, arena, e) &&
		       set_day(&r->more, FIRST_ON, now, arena, e);
	if (!later && !revises(r))
		return true;
	return json_merge(r->more,
	    later && !amends ? STR("{\"" REVISES "\":true}") : STR("{\"" REVISES "\":false}"), arena,
	    &r->more, e);
}

struct date plan_first_on(const struct case_record *records, size_t count)
{
	struct date earlier = DATE_NONE, last = DATE_NONE; /* earlier: of those that were revised */

	for (size_t i = 0; i < count; i++) {
		struct date corrected;

		if (!str_eq(records[i].kind, STR("plan")))
			continue;
		corrected = day_of(records[i].more, FIRST_ON);
		if (revises(&records[i]))
			earlier = date_earlier(earlier, last);
		if (date_is_known(corrected))
			earlier = corrected;
		last = has_reason(records[i].facts) ? day_of(records[i].facts, "on") : DATE_NONE;
	}
	return date_earlier(earlier, last);
}
