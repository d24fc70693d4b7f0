#include "actions/casework/isao_periods.h"

#include "actions/casework/case_days.h"
#include "actions/json_merge.h"
#include "store/program_versions.h"

struct isao_period isao_period_of(const struct report_fields *f, struct arena *arena)
{
	struct isao_period p = { .since = case_day_in(report_fields_text(f, STR("since"))),
		.until = case_day_in(report_fields_text(f, STR("until"))) };

	for (int i = 0; i < ISAO_CRITERIA; i++)
		p.has_evidence[i] =
		    report_fields_text(f, arena_printf(arena, "criterion_%d_evidence", i + 1)).len > 0 &&
		    report_fields_text(f, arena_printf(arena, "criterion_%d_on", i + 1)).len > 0;
	if (date_is_known(p.until) && p.until.days < p.since.days)
		p.until = DATE_NONE;
	return p;
}

static bool is_proven(const struct isao_period *p)
{
	for (int i = 0; i < ISAO_CRITERIA; i++)
		if (!p->has_evidence[i])
			return false;
	return true;
}

/* One that begins behind the end of the last is another; else it is the last, stated anew. */
static void take(struct isao_periods *p, struct isao_period next)
{
	const struct isao_period *last = p->count ? &p->items[p->count - 1] : NULL;

	if (last && !(date_is_known(last->until) && next.since.days > last->until.days))
		p->count--;
	p->items[p->count++] = next;
}

bool isao_periods(struct db *db, struct arena *arena, struct isao_periods *out, struct err *e)
{
	struct program_version *versions;
	size_t count;

	if (!program_versions_of(db, "isao", STR(""), arena, &versions, &count, e))
		return false;
	*out = (struct isao_periods){ .items = arena_alloc(arena, count + 1, sizeof(*out->items)) };
	for (size_t i = 0; i < count; i++) {
		struct report_fields fields;
		struct isao_period next;

		if (!report_fields_read(versions[i].content, arena, &fields, e))
			return err_within(e, "isao, version %lld", (long long)versions[i].number);
		next = isao_period_of(&fields, arena);
		if (date_is_known(next.since))
			take(out, next);
	}
	return true;
}

/* "true", "false", or NULL where the firm's statement counts. */
static const char *member_on(const struct isao_periods *p, struct date day)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct isao_period *one = &p->items[i];

		if (day.days < one->since.days || (date_is_known(one->until) && day.days > one->until.days))
			continue;
		if (!date_is_known(one->until))
			return NULL;
		return is_proven(one) ? "true" : "false";
	}
	return "false";
}

bool isao_periods_apply(const struct isao_periods *p, struct case_record *records, size_t count,
    struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < count && p->count; i++) {
		struct case_record *r = &records[i];
		struct report_fields fields;
		const char *member;
		struct date on;

		if (!str_eq(r->kind, STR("communication")))
			continue;
		if (!report_fields_read(r->facts, arena, &fields, e))
			return err_within(e, "record %lld", (long long)r->id);
		on = case_day_in(report_fields_text(&fields, STR("on")));
		member = date_is_known(on) ? member_on(p, on) : NULL;
		if (member && !json_merge(r->facts, arena_printf(arena, "{\"isao_member\":%s}", member),
				  arena, &r->facts, e))
			return err_within(e, "record %lld", (long long)r->id);
	}
	return true;
}
