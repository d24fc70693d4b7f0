#include "actions/casework/isao_periods.h"

#include "actions/casework/case_days.h"
#include "actions/casework/case_view.h"
#include "actions/json_merge.h"
#include "decision/evidence.h"
#include "store/program_versions.h"

static struct str stated(const struct report_fields *f, int criterion, const char *what, struct arena *arena)
{
	return report_fields_text(f, arena_printf(arena, "criterion_%d_%s", criterion, what));
}

static struct isao_criterion criterion_of(const struct report_fields *f, int number, struct arena *arena)
{
	struct isao_criterion c = { .on = case_day_in(stated(f, number, "on", arena)),
		.held_since = case_day_in(stated(f, number, "held_since", arena)) };

	c.has_evidence = stated(f, number, "evidence", arena).len > 0 && date_is_known(c.on);
	c.counts_from = date_is_known(c.held_since) ? c.held_since : c.on;
	return c;
}

struct isao_period isao_period_of(const struct report_fields *f, struct arena *arena)
{
	struct isao_period p = { .since = case_day_in(report_fields_text(f, STR("since"))),
		.until = case_day_in(report_fields_text(f, STR("until"))) };

	for (int i = 0; i < ISAO_CRITERIA; i++)
		p.criteria[i] = criterion_of(f, i + 1, arena);
	if (date_is_known(p.until) && p.until.days < p.since.days)
		p.until = DATE_NONE;
	return p;
}

static bool is_proven(const struct isao_period *p)
{
	for (int i = 0; i < ISAO_CRITERIA; i++)
		if (!p->criteria[i].has_evidence)
			return false;
	return true;
}

static bool says_anything(const struct isao_period *p)
{
	bool says = date_is_known(p->since);

	for (int i = 0; i < ISAO_CRITERIA; i++)
		says = says || p->criteria[i].has_evidence;
	return says;
}

/* Evidence that is renewed takes nothing from what proved the criterion before. */
static void keep_earlier_evidence(const struct isao_period *last, struct isao_period *next)
{
	for (int i = 0; i < ISAO_CRITERIA; i++) {
		struct isao_criterion *c = &next->criteria[i];

		if (c->has_evidence && last->criteria[i].has_evidence && !date_is_known(c->held_since))
			c->counts_from = date_earlier(c->counts_from, last->criteria[i].counts_from);
	}
}

/* One that begins behind the end of the last is another; else it is the last, stated anew. */
static void take(struct isao_periods *p, struct isao_period next)
{
	const struct isao_period *last = p->count ? &p->items[p->count - 1] : NULL;

	if (last)
		keep_earlier_evidence(last, &next);
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
		if (says_anything(&next))
			take(out, next);
	}
	return true;
}

static const struct isao_period *period_on(const struct isao_periods *p, struct date day)
{
	for (size_t i = 0; i < p->count; i++)
		if (day.days >= p->items[i].since.days &&
		    (!date_is_known(p->items[i].until) || day.days <= p->items[i].until.days))
			return &p->items[i];
	return NULL;
}

static bool some_did_not_hold(const struct isao_period *p, struct date day)
{
	for (int i = 0; i < ISAO_CRITERIA; i++)
		if (p->criteria[i].has_evidence && day.days < p->criteria[i].counts_from.days)
			return true;
	return false;
}

/* "true", "false", or NULL where the firm's statement counts. */
static const char *member_on(const struct isao_periods *p, struct date day)
{
	const struct isao_period *one = period_on(p, day);

	if (!one || some_did_not_hold(one, day))
		return "false";
	if (!date_is_known(one->until))
		return NULL;
	return is_proven(one) ? "true" : "false";
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

/* "2, 4": the criteria that nobody has said of that they did not hold on the day. */
static struct str not_proven_on(const struct isao_period *p, struct date day, struct arena *arena)
{
	struct str text = STR("");

	for (int i = 0; i < ISAO_CRITERIA; i++) {
		const struct isao_criterion *c = &p->criteria[i];

		if (c->has_evidence && !date_is_known(c->held_since) && day.days < c->counts_from.days)
			text = arena_printf(arena, "%.*s%s%d", STR_WHOLE(text), text.len ? ", " : "", i + 1);
	}
	return text;
}

static void warn_of(const struct isao_period *one, const struct case_record *r, struct date day,
    struct case_view *view, struct arena *arena)
{
	struct str criteria = not_proven_on(one, day, arena);
	char text[DATE_TEXT_SIZE];

	determination_warn(&view->determination, "isao_criterion_day",
	    arena_printf(arena,
		"the communication of %s, record %lld, went out before the day of the evidence of "
		"criterion " STR_FMT
		" of active participation in an ISAO, so the firm counts as no active member then; where "
		"it held then, say since when (program isao --criterion N --held-since DAY)",
		date_write(day, text), (long long)r->id, STR_ARG(criteria)),
	    arena);
}

bool isao_periods_warn(
    const struct isao_periods *p, struct case_view *view, struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < view->record_count && p->count && view->determination.clock_runs; i++) {
		const struct isao_period *one;
		struct report_fields fields;
		struct date on;

		if (!case_stands(view, i, "communication"))
			continue;
		if (!report_fields_read(view->records[i].facts, arena, &fields, e))
			return err_within(e, "record %lld", (long long)view->records[i].id);
		on = case_day_in(report_fields_text(&fields, STR("on")));
		one = date_by(on, view->facts.today) ? period_on(p, on) : NULL;
		if (one && not_proven_on(one, on, arena).len) {
			warn_of(one, &view->records[i], on, view, arena);
			return true;
		}
	}
	return true;
}
