#include "actions/duties/metrics_case.h"

#include <string.h>

#include "actions/casework/rollout.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/offered.h"

static struct date by_day(struct date on, struct date end)
{
	return date_by(on, end) ? on : DATE_NONE;
}

static void read_assessments(const struct case_view *view, struct date end, struct metric_case *c)
{
	for (size_t i = 0; i < view->facts.assessment_count; i++) {
		const struct assessment_fact *a = &view->facts.assessments[i];

		if (!date_by(a->on, end))
			continue;
		c->assessed_on = date_earlier(c->assessed_on, a->on);
		c->reassessed_on = date_later(c->reassessed_on, a->on);
		if (a->on.days == view->determination.assessed_on.days) {
			c->severity = a->severity;
			c->exploitability = a->exploitability;
		}
	}
}

/* An update patches; a workaround or a compensating control does not, but deals with it. A fix that is known
 * to add risk does neither, nor one of which an assessment since then finds the risk uncontrolled with it. */
static void read_fixes(const struct case_view *view, struct window w, struct metric_case *c)
{
	for (size_t i = 0; i < view->facts.fix_count; i++) {
		const struct fix_fact *f = &view->facts.fixes[i];
		struct date *on = f->kind == FIX_SOFTWARE ? &c->days.patched_on : &c->days.controlled_on;

		c->bad_fixes += window_has(w, f->adds_risk_known_on);
		if (f->kind != FIX_UNKNOWN && f->residual_risk == RESIDUAL_ACCEPTABLE &&
		    date_by(f->validated_on, w.to) && date_by(f->distributed_on, w.to) &&
		    date_not_after(f->residual_on, w.to) && fix_holds(f, &view->determination, w.to))
			*on = date_earlier(
			    *on, date_later(f->residual_on, date_later(f->validated_on, f->distributed_on)));
	}
	/* several that reach all units together */
	c->days.patched_on = date_earlier(c->days.patched_on, by_day(view->determination.updated_on, w.to));
}

/* The first day on which anything was decided to be done, or that nothing is. */
static void read_decision(const struct case_view *view, struct window w, struct metric_case *c)
{
	struct date on = date_earlier(c->planned_on, by_day(view->determination.initiated_on, w.to));

	for (size_t i = 0; i < view->facts.control_count; i++)
		on = date_earlier(on, by_day(view->facts.controls[i].identified_on, w.to));
	c->decided_on = date_earlier(on, by_day(view->casefile.closed_on, w.to));
}

static void read_notices(const struct case_view *view, struct window w, struct metric_case *c)
{
	for (size_t i = 0; i < view->facts.communication_count; i++) {
		const struct communication_fact *n = &view->facts.communications[i];

		if (!window_has(w, n->on))
			continue;
		c->notices++;
		c->shared += date_by(n->isao_on, n->on);
	}
}

static bool has_release(const struct metric_case *c, struct str release)
{
	for (size_t i = 0; i < c->release_count; i++)
		if (str_eq(c->releases[i], release))
			return true;
	return false;
}

/* "pkg:npm/left-pad" is of type npm. */
static struct str type_of(struct str purl)
{
	struct str scheme, type, rest = purl;

	if (!str_cut(&rest, ':', &scheme) || !str_cut(&rest, '/', &type))
		return STR("");
	return type;
}

/* Of the first signal its kind: what came in says more of where it came from than what was found then. */
static bool read_source(
    const struct case_view *view, struct arena *arena, struct metric_case *c, struct err *e)
{
	SCOPED_ARENA read = { 0 };

	for (size_t i = 0; i < view->record_count; i++) {
		struct report_fields more;

		if (!str_eq(view->records[i].kind, STR("signal")))
			continue;
		if (!report_fields_read(view->records[i].more, &read, &more, e))
			return err_within(e, "record %lld", (long long)view->records[i].id);
		c->source = arena_copy(arena, report_fields_text(&more, STR("kind")));
		return true;
	}
	return true;
}

static bool read_findings(
    const struct case_view *view, struct arena *arena, struct metric_case *c, struct err *e)
{
	struct report_finding *findings = NULL;
	size_t count = 0, room = 0;
	SCOPED_ARENA read = { 0 };

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (str_eq(r->kind, STR("finding")) &&
		    casefile_standing(view->records, view->record_count, i) == r &&
		    !report_findings_read(r->more, r->id, &read, &findings, &count, &room, e))
			return err_within(e, "record %lld", (long long)r->id);
	}
	c->releases = arena_alloc(arena, count, sizeof(*c->releases));
	for (size_t i = 0; i < count; i++) {
		if (findings[i].release.len && !has_release(c, findings[i].release))
			c->releases[c->release_count++] = arena_copy(arena, findings[i].release);
		if (!c->source.len)
			c->source = arena_copy(arena, findings[i].source);
		if (!c->component_type.len)
			c->component_type = arena_copy(arena, type_of(findings[i].purl));
		if ((findings[i].kev || findings[i].exploited_in.count) && c->kev == UNKNOWN)
			c->kev = YES;
	}
	return true;
}

/* By a person, who found that it should not have been closed; the day is that of the record, in UTC. */
static bool was_reopened(const struct case_view *view, struct window w)
{
	for (size_t i = 0; i < view->record_count; i++)
		if (str_eq(view->records[i].kind, STR("reopening")) &&
		    window_has(w, instant_date(view->records[i].at, 0)))
			return true;
	return false;
}

static void read_determination(
    const struct case_view *view, struct window w, struct arena *arena, struct metric_case *c)
{
	const struct determination *d = &view->determination;

	c->is_counted = d->scope != SCOPE_NOT_AFFECTED && d->scope != SCOPE_OUT;
	c->risk = d->risk;
	c->became_uncontrolled = d->two_readings;
	c->reopened = d->reopened || was_reopened(view, w);
	c->has_conditions = d->reading.has_conditions;
	memcpy(c->conditions, d->reading.conditions, sizeof(c->conditions));
	c->obligations = arena_alloc(arena, view->obligation_count, sizeof(*c->obligations));
	c->obligation_count = view->obligation_count;
	if (c->obligation_count)
		memcpy(c->obligations, view->obligations, c->obligation_count * sizeof(*c->obligations));
	for (size_t i = 0; i < c->obligation_count; i++)
		c->obligations[i].says = NULL; /* it lives as long as the view; no measure tells it */
}

bool metrics_case(const struct case_view *view, struct window w, struct str device, struct arena *arena,
    struct metric_case *out, struct err *e)
{
	const struct facts *f = &view->facts;
	struct rollout_checks checks;
	struct metric_case c = { .casefile = view->casefile.id,
		.vulnerability = arena_copy(arena, view->casefile.vulnerability),
		.device = device,
		.days = { by_day(f->vulnerability.learned_on, w.to), DATE_NONE, DATE_NONE },
		.assessed_on = DATE_NONE,
		.reassessed_on = DATE_NONE,
		.planned_on = by_day(date_earlier(f->plan.on, f->plan.first_on), w.to),
		.kev = f->vulnerability.kev_listed,
		.vex = f->vulnerability.vex,
		.is_justified = fact_text_is_given(f->vulnerability.vex_justification),
		.is_closed = date_by(view->casefile.closed_on, w.to) && !view->determination.reopened };

	read_determination(view, w, arena, &c);
	read_assessments(view, w.to, &c);
	read_fixes(view, w, &c);
	read_notices(view, w, &c);
	read_decision(view, w, &c);
	if (!read_source(view, arena, &c, e) || !read_findings(view, arena, &c, e) ||
	    !rollout_checks(view, w, &checks, e))
		return false;
	c.failed_validations = checks.failed_validations;
	c.effective = checks.effective;
	*out = c;
	return true;
}
