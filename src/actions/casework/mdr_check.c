#include "actions/casework/mdr_check.h"

#include "actions/casework/case_days.h"
#include "actions/casework/case_release.h"
#include "actions/casework/mdr_questions.h"
#include "actions/casework/mdr_rationale.h"
#include "actions/signal_read.h"
#include "actions/zone.h"
#include "base/text.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"

struct checking {
	struct db *db;
	const struct case_view *view;
	const struct case_record *r;
	struct str why;
	struct time_zone zone; /* the firm's */
	struct arena *arena;
};

/* The day that the facts of a record state; DATE_NONE: none. */
static bool day_of(
    const struct checking *c, const struct case_record *r, const char *key, struct date *out, struct err *e)
{
	struct report_fields fields;
	struct signal_moment moment = { .on = DATE_NONE };
	struct str text;

	if (!report_fields_read(r->facts, c->arena, &fields, e))
		return false;
	text = report_fields_text(&fields, str_of(key));
	if (text.len && !signal_moment_read(text, &c->zone, &moment, e))
		return err_within(e, "%s", key);
	*out = moment.on;
	return true;
}

/* The record in whose place it stands; NULL: there is none. */
static const struct case_record *replaced(const struct checking *c)
{
	return casefile_record(c->view->records, c->view->record_count, c->r->replaces);
}

/* The day that the record in whose place it stands states. */
static bool day_before(const struct checking *c, const char *key, struct date *out, struct err *e)
{
	const struct case_record *old = replaced(c);

	*out = DATE_NONE;
	return !old || day_of(c, old, key, out, e);
}

static bool is_same_day(struct date a, struct date b)
{
	return date_is_known(a) == date_is_known(b) && (!date_is_known(a) || a.days == b.days);
}

static bool says_why(const struct checking *c)
{
	return text_says(c->why);
}

/* --- reasons why nothing is reported --- */

static bool check_signal(const struct case_view *view, int64_t signal, struct arena *arena, struct err *e)
{
	int64_t number;

	for (size_t i = 0; i < view->record_count; i++) {
		if (!case_stands(view, i, "signal"))
			continue;
		if (!mdr_signal_of(&view->records[i], arena, &number, e))
			return false;
		if (number == signal)
			return true;
	}
	return err_fail(e, ERR_INPUT, "signal %lld is not in casefile %lld", (long long)signal,
	    (long long)view->casefile.id);
}

static bool check_rationale(const struct report_fields *f, struct err *e)
{
	if (report_fields_number(f, STR("signal"), 0) == 0 && report_fields_number(f, STR("event"), 0) == 0)
		return err_fail(e, ERR_INPUT, "signal or event is missing: what it is about");
	if (!mdr_rationale_check(f, e))
		return false;
	return !report_fields_number(f, STR("event"), 0) ||
	       mdr_takes_event_out(report_fields_text(f, STR("basis"))) ||
	       err_fail(e, ERR_INPUT,
		   "of an event the basis is medical_judgment, erroneous_information or other_manufacturer; "
		   "where it does not meet the criteria, the event says so itself");
}

/* The event of the complaint that is to be reported as it stands; 0: none. but: the one that the reason is
 * about. */
static bool reportable_event(const struct case_view *view, int64_t signal, int64_t but, struct arena *arena,
    int64_t *out, struct err *e)
{
	const struct case_record *judged = mdr_event_of(view, but);

	*out = 0;
	for (size_t i = 0; i < view->determination.mdr_count && !*out; i++) {
		const struct case_record *event = casefile_listed(
		    view->records, view->record_count, "event", view->determination.mdrs[i].event);
		int64_t named;

		if (!event || event == judged)
			continue;
		if (!mdr_signal_of(event, arena, &named, e))
			return false;
		if (named == signal)
			*out = event->id;
	}
	return true;
}

/* Nobody judges what has not been received. */
static bool check_judged_behind(
    const struct checking *c, const struct report_fields *f, int64_t signal, struct err *e)
{
	char day[DATE_TEXT_SIZE], received[DATE_TEXT_SIZE];
	struct signal_file file;
	struct date on = case_day_in(report_fields_text(f, STR("on")));

	if (!signal_read(c->db, signal, c->arena, &file, e))
		return false;
	return !date_is_known(on) || on.days >= file.signal.received_on.days ||
	       err_fail(e, ERR_INPUT, "on %s is before signal %lld was received, on %s", date_write(on, day),
		   (long long)signal, date_write(file.signal.received_on, received)) ||
	       err_field(e, "on");
}

/* In another casefile, of another device, the same complaint may tell of nothing that is to be reported: a
 * person says so. */
static bool check_elsewhere(const struct checking *c, int64_t signal, struct err *e)
{
	struct signal_file file;

	if (says_why(c))
		return true;
	if (!signal_read(c->db, signal, c->arena, &file, e))
		return false;
	for (size_t i = 0; i < file.signal.casefile_count; i++) {
		int64_t id = file.signal.casefiles[i], event;
		struct case_view other;

		if (id == c->view->casefile.id)
			continue;
		if (!case_view(c->db, id, c->view->facts.today, c->r->at, c->arena, &other, e) ||
		    !reportable_event(&other, signal, 0, c->arena, &event, e))
			return err_within(e, "casefile %lld", (long long)id);
		if (event)
			return err_fail(e, ERR_CONFLICT,
				   "record %lld of casefile %lld, an event of signal %lld, is to be "
				   "reported: "
				   "say why it is none here",
				   (long long)event, (long long)id, (long long)signal) ||
			       err_field(e, "why");
	}
	return true;
}

static bool check_why_none(const struct checking *c, const struct report_fields *f, struct err *e)
{
	int64_t signal = report_fields_number(f, STR("signal"), 0), event;

	if (!check_rationale(f, e))
		return false;
	if (!signal)
		return true;
	if (!check_judged_behind(c, f, signal, e))
		return false;
	if (!reportable_event(c->view, signal, report_fields_number(f, STR("event"), 0), c->arena, &event, e))
		return false;
	if (event)
		return err_fail(e, ERR_CONFLICT,
		    "record %lld, an event of signal %lld, is to be reported: amend it, or say of that event "
		    "why it is not reportable",
		    (long long)event, (long long)signal);
	return check_elsewhere(c, signal, e);
}

/* --- events --- */

/* Whoever of the firm received the complaint became aware of the event, 803.3(b)(1). */
static bool check_known(const struct checking *c, int64_t signal, struct err *e)
{
	const struct case_record *old = replaced(c);
	struct date known, before;
	char day[DATE_TEXT_SIZE], received[DATE_TEXT_SIZE];
	struct signal_file file;
	int64_t named = 0;

	if (!day_of(c, c->r, "known_on", &known, e) || !day_before(c, "known_on", &before, e) ||
	    !signal_read(c->db, signal, c->arena, &file, e))
		return false;
	if (old && !mdr_signal_of(old, c->arena, &named, e))
		return false;
	if (!date_is_known(known) || known.days <= file.signal.received_on.days || says_why(c) ||
	    (old && (named == signal || !named) && is_same_day(known, before)))
		return true;
	return err_fail(e, ERR_CONFLICT,
		   "known_on %s is after signal %lld was received, on %s: the firm is aware of what any of "
		   "its "
		   "employees received (21 CFR 803.3(b)(1)); say why it was known later",
		   date_write(known, day), (long long)signal,
		   date_write(file.signal.received_on, received)) ||
	       err_field(e, "why");
}

/* The first day on which a report of the event could be given: issued, and where there are users signed. */
static bool released_on(const struct checking *c, int64_t place, struct date *out, struct err *e)
{
	const struct case_view *view = c->view;

	*out = DATE_NONE;
	for (size_t i = 0; i < view->record_count; i++) {
		struct fda_issued issued;
		struct date on;

		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(&view->records[i], view->casefile.id, c->arena, &issued, e))
			return false;
		if (!str_eq(issued.kind, STR("mdr")) ||
		    !fda_issued_is_of(&issued, view->records, view->record_count, place))
			continue;
		on = view->guarded ? case_signed_on(&c->view->signatures, issued.record, &c->zone)
				   : issued.made_on;
		if (date_is_known(on))
			*out = date_earlier(*out, on);
	}
	return true;
}

/* The firm is not aware of what has not happened. */
static bool check_happened(const struct checking *c, struct err *e)
{
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];
	struct date happened, known;

	if (!day_of(c, c->r, "happened_on", &happened, e) || !day_of(c, c->r, "known_on", &known, e))
		return false;
	return !date_is_known(happened) || !date_is_known(known) || happened.days <= known.days ||
	       err_fail(e, ERR_INPUT, "happened_on %s is after the event was known, on %s (known_on)",
		   date_write(happened, day), date_write(known, bound)) ||
	       err_field(e, "happened-on");
}

static bool check_submitted(const struct checking *c, struct err *e)
{
	const struct case_view *view = c->view;
	struct date known, submitted, before, released = DATE_NONE;
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];
	int64_t place;

	if (!day_of(c, c->r, "known_on", &known, e) || !day_of(c, c->r, "mdr_submitted_on", &submitted, e) ||
	    !day_before(c, "mdr_submitted_on", &before, e))
		return false;
	if (date_is_known(submitted) && date_is_known(known) && submitted.days < known.days)
		return err_fail(e, ERR_INPUT,
		    "mdr_submitted_on %s is before the event was known, on %s (known_on)",
		    date_write(submitted, day), date_write(known, bound));
	place =
	    c->r->replaces ? casefile_place(view->records, view->record_count, "event", c->r->replaces) : -1;
	if (place < 0 || !date_is_known(submitted) || is_same_day(submitted, before) || says_why(c))
		return true;
	if (!released_on(c, place, &released, e))
		return false;
	return !date_is_known(released) || released.days <= submitted.days ||
	       err_fail(e, ERR_CONFLICT,
		   "mdr_submitted_on %s is before the report was issued%s, on %s: state the day on which it "
		   "was "
		   "given, or say why it was made elsewhere",
		   date_write(submitted, day), view->guarded ? " and signed" : "",
		   date_write(released, bound)) ||
	       err_field(e, "why");
}

/* --- supplements --- */

/* When the report was given that it supplements; where it names no event, the first of any. */
static bool reported_on(const struct checking *c, int64_t event, struct date *out, struct err *e)
{
	const struct case_record *of = mdr_event_of(c->view, event);

	*out = DATE_NONE;
	for (size_t i = 0; i < c->view->record_count; i++) {
		struct date on;

		if (!case_stands(c->view, i, "event") || (of && of != &c->view->records[i]))
			continue;
		if (!day_of(c, &c->view->records[i], "mdr_submitted_on", &on, e))
			return false;
		if (date_is_known(on))
			*out = date_earlier(*out, on);
	}
	return true;
}

static bool check_supplement(const struct checking *c, int64_t event, struct err *e)
{
	struct report_fields said;
	struct date received, submitted, reported;
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];

	if (!report_fields_read(c->r->facts, c->arena, &said, e) ||
	    !day_of(c, c->r, "received_on", &received, e) ||
	    !day_of(c, c->r, "submitted_on", &submitted, e) || !reported_on(c, event, &reported, e))
		return false;
	if (!date_is_known(submitted))
		return true;
	date_write(submitted, day);
	if (report_fields_text(&said, STR("not_due_because")).len)
		return err_fail(e, ERR_INPUT,
			   "a supplement that was submitted on %s was due: say either when it was submitted, "
			   "or "
			   "why none is due",
			   day) ||
		       err_field(e, "not-due");
	if (date_is_known(received) && submitted.days < received.days)
		return err_fail(e, ERR_INPUT,
		    "submitted_on %s is before what it tells of was received, on %s (received_on)", day,
		    date_write(received, bound));
	if (!date_is_known(reported))
		return err_fail(e, ERR_INPUT,
		    "no report of %s was submitted that this could supplement: its event says so "
		    "(mdr_submitted_on)",
		    event ? "the event" : "an event");
	return submitted.days >= reported.days ||
	       err_fail(e, ERR_INPUT, "submitted_on %s is before the report that it supplements, of %s", day,
		   date_write(reported, bound));
}

/* --- all of them --- */

static bool check_event(const struct checking *c, int64_t signal, struct err *e)
{
	int64_t of = signal;

	if (signal ? !check_signal(c->view, signal, c->arena, e)
		   : !mdr_only_complaint(c->db, c->view, c->arena, &of, e))
		return false;
	return (of == 0 || check_known(c, of, e)) && check_happened(c, e) && check_submitted(c, e);
}

static bool check(const struct checking *c, struct err *e)
{
	struct report_fields fields;
	int64_t signal;

	if (!report_fields_read(c->r->more, c->arena, &fields, e))
		return false;
	if (str_eq(c->r->kind, STR("supplement")))
		return check_supplement(c, report_fields_number(&fields, STR("event"), 0), e);
	signal = report_fields_number(&fields, STR("signal"), 0);
	if (str_eq(c->r->kind, STR("mdr_rationale")))
		return (signal == 0 || check_signal(c->view, signal, c->arena, e)) &&
		       check_why_none(c, &fields, e);
	return check_event(c, signal, e);
}

bool mdr_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct str why, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct checking c = { .db = db, .view = view, .r = r, .why = why, .arena = &arena };

	if (!str_is_among(r->kind, "event|supplement|mdr_rationale"))
		return true;
	return zone_read(view->facts.time_zone, &arena, &c.zone, e) && check(&c, e);
}

bool mdr_warn_known_late(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	int64_t only = -1; /* not asked for yet: it reads each complaint */

	for (size_t i = 0; i < view->facts.event_count; i++) {
		const struct event_fact *fact = &view->facts.events[i];
		const struct case_record *event =
		    casefile_listed(view->records, view->record_count, "event", fact->index);
		char known[DATE_TEXT_SIZE], received[DATE_TEXT_SIZE];
		struct signal_file file;
		int64_t signal = 0;

		if (event && !mdr_signal_of(event, arena, &signal, e))
			return false;
		if (!signal && only < 0 && !mdr_only_complaint(db, view, arena, &only, e))
			return false;
		signal = signal ? signal : only;
		if (!event || !signal || !date_is_known(fact->known_on))
			continue;
		if (!signal_read(db, signal, arena, &file, e))
			return false;
		if (fact->known_on.days > file.signal.received_on.days)
			determination_warn(&view->determination, "known_after_complaint",
			    arena_printf(arena,
				"record %lld says the event was known on %s, but its complaint, signal %lld, "
				"was "
				"received on %s, and the firm is aware of what any of its employees received "
				"(21 "
				"CFR 803.3(b)(1))",
				(long long)event->id, date_write(fact->known_on, known), (long long)signal,
				date_write(file.signal.received_on, received)),
			    arena);
	}
	return true;
}
