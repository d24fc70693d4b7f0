#include "actions/casework/mdr_questions.h"

#include "actions/casework/case_release.h"
#include "actions/json_merge.h"
#include "actions/signal_read.h"
#include "actions/zone.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"

#define REPORT_DAYS 30 /* 803.50(a) */

static const char asks[] =
    "is what this complaint tells of a reportable event? Record it as an event, or why it is none";

bool mdr_question_of(const struct signal *s, struct date today, struct obligation *out)
{
	if (strcmp(s->kind->name, "complaint") != 0 || !date_by(s->received_on, today) ||
	    (s->state != SIGNAL_NEW && s->state != SIGNAL_ACCEPTED))
		return false;
	*out = (struct obligation){ .kind = OBLIGATION_DECIDE_MDR,
		.starts = s->received_on,
		.due = date_plus(s->received_on, REPORT_DAYS),
		.met_on = DATE_NONE,
		.until = DATE_NONE,
		.signal = s->id,
		.says = asks };
	out->state = obligation_state_of(out->due, DATE_NONE, today);
	return true;
}

/* The number of the signal that a record names; 0: none. */
static bool signal_of(const struct case_record *r, struct arena *arena, int64_t *out, struct err *e)
{
	struct report_fields fields;

	if (!report_fields_read(r->more, arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	*out = report_fields_number(&fields, STR("signal"), 0);
	return true;
}

static bool stands(const struct case_view *view, size_t i, const char *kind)
{
	return str_eq(view->records[i].kind, str_of(kind)) &&
	       casefile_standing(view->records, view->record_count, i) == &view->records[i];
}

struct answering {
	struct db *db;
	bool only; /* there is no other complaint: an event that names none is of this one */
	struct time_zone zone;
	struct arena *arena;
};

/* The day on which the question was answered first; DATE_NONE: it is open. */
static bool answered_on(const struct case_view *view, const struct answering *a, const struct signal *s,
    struct date *out, struct err *e)
{
	*out = DATE_NONE;
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		bool event = stands(view, i, "event");
		struct str waits = STR("");
		int64_t named;
		struct date on;

		if (!event && !stands(view, i, "mdr_rationale"))
			continue;
		if (!signal_of(r, a->arena, &named, e))
			return false;
		if (named != s->id && !(event && a->only && !named))
			continue;
		if (!event && view->guarded && !case_release_waits(a->db, view, r, a->arena, &waits, e))
			return false;
		if (waits.len)
			continue;
		on = time_zone_date(&a->zone, r->at);
		if (date_by(on, view->facts.today) && on.days >= s->received_on.days)
			*out = date_earlier(*out, on);
	}
	return true;
}

static bool read_complaints(struct db *db, const struct case_view *view, struct arena *arena,
    struct signal *out, size_t *count, struct err *e)
{
	struct obligation unused;

	*count = 0;
	for (size_t i = 0; i < view->record_count; i++) {
		struct signal_file file;
		int64_t number;

		if (!stands(view, i, "signal"))
			continue;
		if (!signal_of(&view->records[i], arena, &number, e) ||
		    !signal_read(db, number, arena, &file, e))
			return false;
		if (mdr_question_of(&file.signal, view->facts.today, &unused))
			out[(*count)++] = file.signal;
	}
	return true;
}

bool mdr_questions_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	struct signal *complaints = arena_alloc(arena, view->record_count, sizeof(*complaints));
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

		if (!mdr_question_of(&complaints[i], view->facts.today, &o) ||
		    !answered_on(view, &a, &complaints[i], &o.met_on, e))
			return false;
		o.state = obligation_state_of(o.due, o.met_on, view->facts.today);
		o.says = arena_text(
		    arena, arena_printf(arena, "signal %lld: %s", (long long)complaints[i].id, asks));
		view->obligations = obligation_add(view->obligations, &view->obligation_count, o, arena);
	}
	return true;
}

/* --- events --- */

/* The bases that take an event out of what is reported, 803.20(c)(2) and 803.22(b). Of criteria that are not
 * met the event itself tells. */
static bool takes_event_out(struct str basis)
{
	return str_is_among(basis, "medical_judgment|erroneous_information|other_manufacturer");
}

static bool apply(const struct case_view *view, const struct report_fields *f, struct case_record *records,
    struct arena *arena, struct err *e)
{
	int64_t event = report_fields_number(f, STR("event"), 0);
	int64_t place = casefile_place(view->records, view->record_count, "event", event);
	const struct case_record *standing;
	struct case_record *taken;
	struct str on = arena_printf(
	    arena, "{\"not_reportable_on\":\"" STR_FMT "\"}", STR_ARG(report_fields_text(f, STR("on"))));

	if (place < 0 || !takes_event_out(report_fields_text(f, STR("basis"))))
		return true;
	standing = casefile_listed(view->records, view->record_count, "event", place);
	taken = &records[standing - view->records];
	return json_merge(taken->facts, on, arena, &taken->facts, e);
}

bool mdr_rationales_apply(struct db *db, const struct case_view *view, struct case_record *records,
    struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];
		struct report_fields fields;
		struct str waits = STR("");

		if (!stands(view, i, "mdr_rationale"))
			continue;
		if (view->guarded && !case_release_waits(db, view, r, arena, &waits, e))
			return false;
		if (waits.len)
			continue;
		if (!report_fields_read(r->more, arena, &fields, e) ||
		    !apply(view, &fields, records, arena, e))
			return err_within(e, "record %lld", (long long)r->id);
	}
	return true;
}

/* --- records --- */

static bool check_signal(const struct case_view *view, int64_t signal, struct arena *arena, struct err *e)
{
	int64_t number;

	for (size_t i = 0; i < view->record_count; i++) {
		if (!stands(view, i, "signal"))
			continue;
		if (!signal_of(&view->records[i], arena, &number, e))
			return false;
		if (number == signal)
			return true;
	}
	return err_fail(e, ERR_INPUT, "signal %lld is not in casefile %lld", (long long)signal,
	    (long long)view->casefile.id);
}

static bool check_rationale(const struct report_fields *f, struct err *e)
{
	static const char *const needed[] = { "on", "basis", "reason" };

	for (size_t i = 0; i < COUNT(needed); i++)
		if (!report_fields_text(f, str_of(needed[i])).len)
			return err_fail(e, ERR_INPUT, "%s is missing of why it is not reportable", needed[i]);
	if (report_fields_number(f, STR("signal"), 0) == 0 && report_fields_number(f, STR("event"), 0) == 0)
		return err_fail(e, ERR_INPUT, "signal or event is missing: what it is about");
	if (report_fields_number(f, STR("event"), 0) && !takes_event_out(report_fields_text(f, STR("basis"))))
		return err_fail(e, ERR_INPUT,
		    "of an event the basis is medical_judgment, erroneous_information or other_manufacturer; "
		    "where it does not meet the criteria, the event says so itself");
	if (str_eq(report_fields_text(f, STR("basis")), STR("medical_judgment")) &&
	    (!report_fields_text(f, STR("judged_by")).len ||
		!report_fields_text(f, STR("qualification")).len))
		return err_fail(e, ERR_INPUT,
		    "a medical judgment is made by a person who is qualified for it (21 CFR 803.20(c)(2)): "
		    "judged_by and qualification say who, and by what");
	return true;
}

bool mdr_question_check(const struct case_view *view, const struct case_record *r, struct err *e)
{
	bool rationale = str_eq(r->kind, STR("mdr_rationale"));
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	int64_t signal;

	if (!rationale && !str_eq(r->kind, STR("event")))
		return true;
	if (!report_fields_read(r->more, &arena, &fields, e) || (rationale && !check_rationale(&fields, e)))
		return false;
	signal = report_fields_number(&fields, STR("signal"), 0);
	return signal == 0 || check_signal(view, signal, &arena, e);
}
