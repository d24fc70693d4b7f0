#include "actions/casework/carrying.h"

#include <jansson.h>

#include "actions/casework/case_days.h"
#include "actions/casework/rollout_steps.h"
#include "decision/evidence.h"

/* Since when the version that went out is known to be no good; DATE_NONE: it is good as far as anybody knows.
 */
static bool read_lost(const struct case_view *view, const struct rollout_record *d, struct date as_of,
    struct date *out, struct err *e)
{
	const struct case_record *fix = rollout_fix(view, d->fix);
	json_t *facts = json_loadb(fix->facts.ptr, fix->facts.len, 0, NULL);
	const char *left = json_string_value(json_object_get(facts, "residual_risk"));
	struct date risky = case_day(json_object_get(facts, "adds_risk_known_on"));
	struct fix_validated v;
	bool read = rollout_validated(view, fix, as_of, &v, e);

	*out = date_by(risky, as_of) ? risky : DATE_NONE;
	if (read && v.count && (!date_is_known(v.passed_on) || !rollout_counts(&v, d)))
		*out = date_earlier(*out, v.failed_on);
	if (left && str_eq(str_of(left), STR("unacceptable")))
		*out = d->on;
	json_decref(facts);
	return read;
}

/* Does the distribution make its release one that carries the fix? */
static bool carries(const struct rollout_record *d, bool *said)
{
	struct str word = report_fields_text(&d->fields, STR(HAS_FIX_KEY));

	*said = str_eq(word, STR("yes"));
	return *said || (!word.len && report_fields_number(&d->fields, STR(KNOWN_RUNNING_KEY), -1) == 0);
}

static void take(struct carrying *list, size_t *count, const struct carrying *one)
{
	struct carrying *at = NULL;

	for (size_t i = 0; i < *count && !at; i++)
		at = str_eq(list[i].release, one->release) ? &list[i] : NULL;
	if (!at) {
		list[(*count)++] = *one;
		return;
	}
	at->on = date_earlier(at->on, one->on);
	at->said = at->said || one->said;
	at->lost_on = date_is_known(at->lost_on) && date_is_known(one->lost_on)
			  ? date_later(at->lost_on, one->lost_on)
			  : DATE_NONE;
}

bool carrying_releases(const struct case_view *view, struct date as_of, struct arena *arena,
    struct carrying **out, size_t *count, struct err *e)
{
	struct rollout_record *list;
	size_t all;

	*count = 0;
	if (!rollout_records(view, STR("distribution"), as_of, arena, &list, &all, e))
		return false;
	*out = arena_alloc(arena, all, sizeof(**out));
	for (size_t i = 0; i < all; i++) {
		struct carrying one = { .release = list[i].release, .on = list[i].on };

		if (!rollout_fix(view, list[i].fix) || !one.release.len || !carries(&list[i], &one.said))
			continue;
		if (!read_lost(view, &list[i], as_of, &one.lost_on, e))
			return false;
		take(*out, count, &one);
	}
	return true;
}

const struct carrying *carrying_find(const struct carrying *list, size_t count, struct str release)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i].release, release))
			return &list[i];
	return NULL;
}
