#include "reports/casefile_report.h"

#include <stdlib.h>

#include "decision/evidence.h"
#include "reports/casefile_words.h"
#include "reports/fda/mdr_items.h"
#include "reports/offered.h"

static int64_t replacement_of(const struct casefile_report *r, int64_t id)
{
	for (size_t i = 0; i < r->case_record_count; i++)
		if (r->case_records[i].replaces == id)
			return r->case_records[i].id;
	return 0;
}

static bool is_kind(const struct case_record *r, const char *kind)
{
	return str_eq(r->kind, str_of(kind));
}

/* A finding's JSON is no list of members for people: it becomes findings. */
static bool read_record(struct casefile_report *r, const struct case_record *from, struct report_record *to,
    size_t *finding_room, struct arena *arena, struct err *e)
{
	to->record = from;
	to->replaced_by = replacement_of(r, from->id);
	to->is_overtaken =
	    !to->replaced_by && r->record_overtaken && r->record_overtaken[from - r->case_records];
	if (!report_fields_read(from->facts, arena, &to->facts, e))
		return false;
	if (!is_kind(from, "finding")) {
		if (!report_fields_read(from->more, arena, &to->more, e))
			return false;
		to->is_personal = is_kind(from, "mdr_item") && mdr_item_is_personal(&to->more);
		return true;
	}
	return to->replaced_by || report_findings_read(from->more, from->id, arena, &r->findings,
				      &r->finding_count, finding_room, e);
}

static bool read_records(struct casefile_report *r, struct arena *arena, struct err *e)
{
	size_t finding_room = 0;

	r->records = arena_alloc(arena, r->case_record_count, sizeof(*r->records));
	for (size_t i = 0; i < r->case_record_count; i++) {
		const struct case_record *from = &r->case_records[i];

		if (!read_record(r, from, &r->records[i], &finding_room, arena, e))
			return err_within(
			    e, "casefile %lld: record %lld", (long long)r->casefile.id, (long long)from->id);
		r->record_count++;
	}
	return true;
}

/* The record that stands at this place of the list of assessments in the facts document. */
static const struct report_record *assessment_record(const struct casefile_report *r, int64_t index)
{
	const struct case_record *standing =
	    casefile_listed(r->case_records, r->case_record_count, "assessment", index);

	return standing ? &r->records[standing - r->case_records] : NULL;
}

static struct report_cvss scored(struct str vector)
{
	struct report_cvss c = { .vector = vector };
	struct cvss cvss;
	struct err e = { 0 };

	if (!vector.len || !cvss_parse(vector, &cvss, &e))
		return c;
	cvss_score(&cvss, &c.scores);
	c.version = cvss.version;
	c.band = cvss_band(cvss.version, c.scores.score);
	c.called = cvss_nomenclature(&cvss);
	return c;
}

static void read_assessments(struct casefile_report *r, struct arena *arena)
{
	const struct facts *f = r->facts;

	r->assessments = arena_alloc(arena, f->assessment_count, sizeof(*r->assessments));
	for (size_t i = 0; i < f->assessment_count; i++) {
		struct report_assessment *a = &r->assessments[r->assessment_count];

		a->fact = &f->assessments[i];
		a->record = assessment_record(r, a->fact->index);
		if (!a->record)
			continue;
		a->cvss = scored(report_fields_text(&a->record->more, STR("cvss_vector")));
		a->cvss_after = scored(report_fields_text(&a->record->more, STR("cvss_vector_after")));
		a->hazardous_situation = report_fields_text(&a->record->more, STR("hazardous_situation"));
		r->assessment_count++;
		if (date_by(a->fact->on, f->today) &&
		    (!r->current || a->fact->on.days >= r->current->fact->on.days))
			r->current = a;
	}
}

struct marks {
	struct casefile_report *r;
	struct arena *arena;
	size_t room;
};

static void mark(struct marks *m, struct date on, const char *says, bool adverse, bool due)
{
	struct casefile_report *r = m->r;

	if (!date_is_known(on) || (!due && !date_by(on, r->facts->today)))
		return;
	r->marks = arena_room(m->arena, r->marks, r->mark_count, &m->room, sizeof(*r->marks));
	r->marks[r->mark_count++] = (struct report_mark){ on, str_of(says), adverse, due };
}

static int by_day(const void *left, const void *right)
{
	const struct report_mark *a = left, *b = right;

	if (a->on.days != b->on.days)
		return a->on.days < b->on.days ? -1 : 1;
	if (a->due != b->due)
		return a->due - b->due;
	return str_cmp(a->says, b->says);
}

/* One mark a day: what happened is told once each, "communication, plan". */
static void join_marks(struct casefile_report *r, struct arena *arena)
{
	size_t kept = 0;

	if (r->mark_count)
		qsort(r->marks, r->mark_count, sizeof(*r->marks), by_day);
	for (size_t i = 0; i < r->mark_count; i++) {
		struct report_mark *to = kept ? &r->marks[kept - 1] : NULL, *from = &r->marks[i];

		if (!to || to->on.days != from->on.days || to->due != from->due) {
			r->marks[kept++] = *from;
			continue;
		}
		to->adverse |= from->adverse;
		if (!str_ends(to->says, from->says))
			to->says =
			    arena_printf(arena, STR_FMT ", " STR_FMT, STR_ARG(to->says), STR_ARG(from->says));
	}
	r->mark_count = kept;
}

static const char *event_says(enum event_kind kind)
{
	switch (kind) {
	case EVENT_DEATH:
		return "death known";
	case EVENT_SERIOUS_INJURY:
		return "serious injury known";
	case EVENT_MALFUNCTION:
		return "malfunction known";
	case EVENT_UNKNOWN:
		break;
	}
	return "event known";
}

static void mark_all(struct marks *m)
{
	const struct facts *f = m->r->facts;

	for (size_t i = 0; i < f->assessment_count; i++)
		mark(m, f->assessments[i].on, "assessed", false, false);
	for (size_t i = 0; i < f->communication_count; i++)
		mark(m, f->communications[i].on, "communication", false, false);
	for (size_t i = 0; i < f->control_count; i++)
		mark(m, f->controls[i].identified_on, "control", false, false);
	mark(m, f->plan.first_on, "plan", false, false);
	mark(m, f->plan.on, date_is_known(f->plan.first_on) ? "plan revised" : "plan", false, false);
	for (size_t i = 0; i < f->fix_count; i++) {
		mark(m, f->fixes[i].validated_on, "fix validated", false, false);
		mark(m, fix_out_on(&f->fixes[i], m->r->determination), "fix distributed", false, false);
		mark(m, f->fixes[i].residual_on, "residual risk acceptable", false, false);
		mark(m, f->fixes[i].adds_risk_known_on, "fix found to add risk", true, false);
	}
	for (size_t i = 0; i < f->event_count; i++)
		mark(m, f->events[i].known_on, event_says(f->events[i].kind), true, false);
	mark(m, f->correction.initiated_on,
	    arena_text(m->arena,
		arena_printf(m->arena, "%s initiated",
		    words_action(m->r->determination->risk, f->correction.kind == CORRECTION_REMOVAL))),
	    false, false);
	mark(m, f->correction.reported_on, "806 report made", false, false);
	mark(m, f->closed_on, "closed", false, false);
}

/* Dues that have no day of their own on the axis. Periodic reports lie too far ahead for it. */
static void mark_dues(struct marks *m)
{
	for (size_t i = 0; i < m->r->obligation_count; i++) {
		const struct obligation *o = &m->r->obligations[i];

		if (o->kind == OBLIGATION_REPORT_806)
			mark(m, o->due, "806 report due", false, true);
		if (o->kind == OBLIGATION_MDR_30_DAY || o->kind == OBLIGATION_MDR_5_DAY ||
		    o->kind == OBLIGATION_MDR_SUMMARY)
			mark(m, o->due, "MDR due", false, true);
	}
}

bool casefile_report_make(struct casefile_report *r, struct arena *arena, struct err *e)
{
	struct marks marks = { r, arena, 0 };

	if (!read_records(r, arena, e))
		return false;
	for (size_t i = 0; i < r->trail_count; i++)
		if (str_eq(r->trail[i].what, STR("casefile.open")))
			r->opened_by = r->trail[i].who;
	read_assessments(r, arena);
	mark_all(&marks);
	mark_dues(&marks);
	join_marks(r, arena);
	return true;
}

bool casefile_report_place(const struct assessment_fact *assessment, bool after,
    enum exploitability *exploitability, enum severity *severity)
{
	enum exploitability x = after ? assessment->exploitability_after : assessment->exploitability;
	enum severity s = after ? assessment->severity_after : assessment->severity;

	if (x == EXPLOITABILITY_UNKNOWN || s < SEVERITY_NEGLIGIBLE)
		return false;
	*exploitability = x;
	*severity = s;
	return true;
}

enum cell casefile_report_cell(
    const struct casefile_report *r, const struct assessment_fact *assessment, bool after)
{
	enum exploitability x;
	enum severity s;

	return casefile_report_place(assessment, after, &x, &s) ? policy_cell(r->policy, x, s) : CELL_NONE;
}
