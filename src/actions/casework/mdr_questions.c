#include "actions/casework/mdr_questions.h"

#include "actions/casework/case_release.h"
#include "actions/casework/mdr_rationale.h"
#include "actions/json_merge.h"
#include "actions/signal_read.h"
#include "actions/zone.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"

#define REPORT_DAYS 30 /* 803.50(a) */

static const char asks[] =
    "is what this complaint tells of a reportable event? Record it as an event, or why it is none";
/* While it is in no casefile, which could answer. */
static const char asks_first[] = "is what this complaint tells of a reportable event? Put it into a casefile "
				 "(signal link) and record it there "
				 "as an event, or say why it is none";

bool mdr_question_of(const struct signal *s, struct date today, struct obligation *out)
{
	if (strcmp(s->kind->name, "complaint") != 0 || !date_by(s->received_on, today))
		return false;
	*out = (struct obligation){ .kind = OBLIGATION_DECIDE_MDR,
		.starts = s->received_on,
		.due = date_plus(s->received_on, REPORT_DAYS),
		.met_on = DATE_NONE,
		.until = DATE_NONE,
		.signal = s->id,
		.says = asks_first };
	out->state = obligation_state_of(out->due, DATE_NONE, today);
	return true;
}

/* The day on which a reason at the signal answered it; DATE_NONE: none counts. *waits: who still signs one.
 */
static bool answered_alone(struct db *db, const struct signal *s, bool guarded, const struct time_zone *zone,
    struct arena *arena, struct date *out, struct str *waits, struct err *e)
{
	struct signal_rationale r;

	*out = DATE_NONE;
	*waits = STR("");
	if (!s->mdr_rationale)
		return true;
	if (!signal_rationale(db, s, guarded, arena, &r, e))
		return false;
	*waits = r.waits;
	if (r.entry && !r.waits.len)
		*out = time_zone_date(zone, r.entry->at);
	return true;
}

bool mdr_question_alone(struct db *db, const struct signal *s, bool guarded, const struct time_zone *zone,
    struct date today, struct arena *arena, struct obligation *out, bool *is_asked, struct err *e)
{
	struct str waits;

	*is_asked = mdr_question_of(s, today, out);
	if (!*is_asked || !s->mdr_rationale)
		return true;
	if (!answered_alone(db, s, guarded, zone, arena, &out->met_on, &waits, e))
		return false;
	out->state = obligation_state_of(out->due, out->met_on, today);
	if (waits.len)
		out->says = arena_text(
		    arena, arena_printf(arena, "why it is not reportable waits for the signature of %.*s",
			       STR_WHOLE(waits)));
	return true;
}

bool mdr_signal_of(const struct case_record *r, struct arena *arena, int64_t *out, struct err *e)
{
	struct report_fields fields;

	if (!report_fields_read(r->more, arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	*out = report_fields_number(&fields, STR("signal"), 0);
	return true;
}

const struct case_record *mdr_event_of(const struct case_view *view, int64_t event)
{
	int64_t place = event ? casefile_place(view->records, view->record_count, "event", event) : -1;

	return place < 0 ? NULL : casefile_listed(view->records, view->record_count, "event", place);
}

bool mdr_rationale_overtaken(
    const struct case_view *view, const struct case_record *r, struct arena *arena, bool *is, struct err *e)
{
	const struct case_record *event;
	struct report_fields fields;

	if (!report_fields_read(r->more, arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	event = mdr_event_of(view, report_fields_number(&fields, STR("event"), 0));
	*is = event && event->id > r->id;
	return true;
}

/* Does the reason count: it is signed where that is asked for, and what it judged stands as it stood? */
static bool counts(struct db *db, const struct case_view *view, const struct case_record *r,
    struct arena *arena, bool *out, struct err *e)
{
	struct str waits = STR("");
	bool overtaken;

	if (!mdr_rationale_overtaken(view, r, arena, &overtaken, e) ||
	    (view->guarded && !case_release_waits(db, view, r, arena, &waits, e)))
		return false;
	*out = !overtaken && waits.len == 0;
	return true;
}

/* An event is an answer once it is decided whether it must be reported itself. */
static bool is_decided(const struct case_view *view, const struct case_record *r)
{
	const struct determination *d = &view->determination;
	int64_t place = casefile_place(view->records, view->record_count, "event", r->id);

	for (size_t i = 0; i < d->undecided_count; i++)
		if (d->undecided[i].event == place)
			return false;
	return true;
}

struct complaint {
	struct signal signal;
	struct instant told_at; /* when what was received was entered as it stands: a reason judged no more */
};

struct answering {
	struct db *db;
	bool only; /* there is no other complaint: an event that names none is of this one */
	struct time_zone zone;
	struct arena *arena;
};

/* The day on which the question was answered first; DATE_NONE: it is open. */
static bool answered_on(const struct case_view *view, const struct answering *a, const struct complaint *c,
    struct date *out, struct err *e)
{
	const struct signal *s = &c->signal;
	struct str waits;

	if (!answered_alone(a->db, s, view->guarded, &a->zone, a->arena, out, &waits, e))
		return false;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		bool event = case_stands(view, i, "event");
		bool answers = !event || is_decided(view, r);
		int64_t named;
		struct date on;

		if (!event && !case_stands(view, i, "mdr_rationale"))
			continue;
		if (!mdr_signal_of(r, a->arena, &named, e))
			return false;
		if (named != s->id && !(event && a->only && !named))
			continue;
		if (!event && !counts(a->db, view, r, a->arena, &answers, e))
			return false;
		if (!answers || (!event && c->told_at.us > r->at.us))
			continue;
		on = time_zone_date(&a->zone, r->at);
		if (date_by(on, view->facts.today) && on.days >= s->received_on.days)
			*out = date_earlier(*out, on);
	}
	return true;
}

static struct instant told_at(const struct signal_file *file)
{
	struct instant at = file->signal.recorded_at;

	for (size_t i = 0; i < file->entry_count; i++)
		if (str_eq(file->entries[i].kind, STR("received")) && file->entries[i].at.us > at.us)
			at = file->entries[i].at;
	return at;
}

static bool read_complaints(struct db *db, const struct case_view *view, struct arena *arena,
    struct complaint *out, size_t *count, struct err *e)
{
	struct obligation unused;

	*count = 0;
	for (size_t i = 0; i < view->record_count; i++) {
		struct signal_file file;
		int64_t number;

		if (!case_stands(view, i, "signal"))
			continue;
		if (!mdr_signal_of(&view->records[i], arena, &number, e) ||
		    !signal_read(db, number, arena, &file, e))
			return false;
		if (mdr_question_of(&file.signal, view->facts.today, &unused))
			out[(*count)++] = (struct complaint){ file.signal, told_at(&file) };
	}
	return true;
}

bool mdr_only_complaint(
    struct db *db, const struct case_view *view, struct arena *arena, int64_t *out, struct err *e)
{
	struct complaint *complaints = arena_alloc(arena, view->record_count, sizeof(*complaints));
	size_t count;

	if (!read_complaints(db, view, arena, complaints, &count, e))
		return false;
	*out = count == 1 ? complaints[0].signal.id : 0;
	for (size_t i = 0; i < view->record_count && *out; i++) {
		int64_t named;

		if (!case_stands(view, i, "event"))
			continue;
		if (!mdr_signal_of(&view->records[i], arena, &named, e))
			return false;
		if (named == *out)
			*out = 0;
	}
	return true;
}

bool mdr_questions_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	struct complaint *complaints = arena_alloc(arena, view->record_count, sizeof(*complaints));
	struct answering a = { .db = db, .arena = arena };
	size_t count;

	if (date_by(view->casefile.closed_on, view->facts.today) && !view->determination.reopened)
		return true;
	if (!read_complaints(db, view, arena, complaints, &count, e))
		return false;
	a.only = count == 1;
	if (count && !zone_read(view->facts.time_zone, arena, &a.zone, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct obligation o;

		if (!mdr_question_of(&complaints[i].signal, view->facts.today, &o) ||
		    !answered_on(view, &a, &complaints[i], &o.met_on, e))
			return false;
		o.state = obligation_state_of(o.due, o.met_on, view->facts.today);
		o.says = arena_text(
		    arena, arena_printf(arena, "signal %lld: %s", (long long)complaints[i].signal.id, asks));
		view->obligations = obligation_add(view->obligations, &view->obligation_count, o, arena);
	}
	return true;
}

/* --- events --- */

bool mdr_takes_event_out(struct str basis)
{
	return str_is_among(basis, "medical_judgment|erroneous_information|other_manufacturer");
}

static bool apply(const struct case_view *view, const struct report_fields *f, struct case_record *records,
    struct arena *arena, struct err *e)
{
	const struct case_record *standing = mdr_event_of(view, report_fields_number(f, STR("event"), 0));
	struct case_record *taken;
	struct str on = arena_printf(
	    arena, "{\"not_reportable_on\":\"" STR_FMT "\"}", STR_ARG(report_fields_text(f, STR("on"))));

	if (!standing || !mdr_takes_event_out(report_fields_text(f, STR("basis"))))
		return true;
	taken = &records[standing - view->records];
	return json_merge(taken->facts, on, arena, &taken->facts, e);
}

bool mdr_rationales_apply(struct db *db, const struct case_view *view, struct case_record *records,
    struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct report_fields fields;
		bool is_so;

		if (!case_stands(view, i, "mdr_rationale"))
			continue;
		if (!counts(db, view, r, arena, &is_so, e))
			return false;
		if (!is_so)
			continue;
		if (!report_fields_read(r->more, arena, &fields, e) ||
		    !apply(view, &fields, records, arena, e))
			return err_within(e, "record %lld", (long long)r->id);
	}
	return true;
}
