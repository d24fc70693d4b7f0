#include "actions/casework/mdr_behind.h"

#include <jansson.h>

#include "actions/casework/mdr_questions.h"
#include "actions/signal_read.h"
#include "actions/zone.h"
#include "base/buf.h"
#include "decision/evidence.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"

struct behind {
	struct db *db;
	const struct case_view *view;
	struct arena *arena;
	int64_t first;			 /* the first record of the event */
	const struct case_record *event; /* that stands */
	int64_t place;			 /* in the list of events */
	const struct case_record
	    *told;	      /* of the last thing that FDA was told: what came in since it has not */
	bool issued;	      /* a report was, here: it says which items it had */
	struct instant since; /* when the first came in of what it does not have */
};

static bool is_of_event(const struct behind *b, int64_t record)
{
	return record && casefile_first(b->view->records, b->view->record_count, record) == b->first;
}

/* --- what FDA was told --- */

static bool states_report(const struct case_record *r, struct arena *arena, bool *out, struct err *e)
{
	struct report_fields fields;

	if (!report_fields_read(r->facts, arena, &fields, e))
		return err_within(e, "record %lld", (long long)r->id);
	*out = report_fields_text(&fields, STR("mdr_submitted_on")).len > 0;
	return true;
}

/* Does the record tell FDA something of the event? *issued: it is a report that was issued here. */
static bool tells(const struct behind *b, size_t at, bool *tells, bool *issued, struct err *e)
{
	const struct case_view *view = b->view;
	const struct case_record *r = &view->records[at];
	struct report_fields fields;
	struct fda_issued report;
	int64_t of;

	*tells = *issued = false;
	if (case_stands(view, at, "report")) {
		if (!fda_issued_read(r, view->casefile.id, b->arena, &report, e))
			return false;
		*tells = *issued = str_eq(report.kind, STR("mdr")) &&
				   fda_issued_is_of(&report, view->records, view->record_count, b->place);
	} else if (str_eq(r->kind, STR("supplement")) && !r->replaces) {
		if (!report_fields_read(r->more, b->arena, &fields, e))
			return err_within(e, "record %lld", (long long)r->id);
		of = report_fields_number(&fields, STR("event"), 0);
		*tells = !of || is_of_event(b, of);
	}
	return true;
}

/* Of a report that was made elsewhere, the record that first said so. */
static bool find_told(struct behind *b, struct err *e)
{
	const struct case_record *stated = NULL;

	for (size_t i = 0; i < b->view->record_count; i++) {
		const struct case_record *r = &b->view->records[i];
		bool told = false, issued = false;

		if (str_eq(r->kind, STR("event")) && is_of_event(b, r->id) && !stated) {
			if (!states_report(r, b->arena, &told, e))
				return false;
			stated = told ? r : NULL;
			continue;
		}
		if (!tells(b, i, &told, &issued, e))
			return false;
		b->issued = b->issued || issued;
		b->told = told ? r : b->told;
	}
	if (stated && (!b->told || (!b->issued && b->told->id < stated->id)))
		b->told = stated;
	return true;
}

/* The event as it stood then. */
static const struct case_record *event_then(const struct behind *b)
{
	const struct case_record *then = NULL;

	for (size_t i = 0; i < b->view->record_count && b->view->records[i].id <= b->told->id; i++)
		if (str_eq(b->view->records[i].kind, STR("event")) && is_of_event(b, b->view->records[i].id))
			then = &b->view->records[i];
	return then;
}

/* --- what is otherwise now --- */

static void put(struct behind *b, struct instant at, struct buf *out, const char *word)
{
	if (!instant_is_known(b->since) || at.us < b->since.us)
		b->since = at;
	buf_printf(out, "%s%s", out->len ? ", " : "", word);
}

/* When the event was first stated otherwise in this than the report has it, whatever it says by now. */
static struct instant first_said(const struct behind *b, const char *key, const json_t *was)
{
	for (size_t i = 0; i < b->view->record_count; i++) {
		const struct case_record *r = &b->view->records[i];
		const json_t *of_facts, *of_more;
		json_t *facts, *more;
		bool same;

		if (r->id <= b->told->id || !str_eq(r->kind, STR("event")) || !is_of_event(b, r->id))
			continue;
		facts = json_loadb(r->facts.ptr, r->facts.len, 0, NULL);
		more = json_loadb(r->more.ptr, r->more.len, 0, NULL);
		of_facts = json_object_get(facts, key);
		of_more = json_object_get(more, key);
		of_facts = of_facts ? of_facts : of_more;
		same = was ? of_facts && json_equal(was, of_facts) : !of_facts;
		json_decref(facts);
		json_decref(more);
		if (!same)
			return r->at;
	}
	return b->event->at;
}

static void put_otherwise(
    struct behind *b, struct str was, struct str is, const char *const *keys, struct buf *out)
{
	json_t *old = json_loadb(was.ptr, was.len, 0, NULL), *new = json_loadb(is.ptr, is.len, 0, NULL);

	for (size_t i = 0; keys[i]; i++) {
		const json_t *then = json_object_get(old, keys[i]), *now = json_object_get(new, keys[i]);

		if ((then || now) && !(then && now && json_equal(then, now)))
			put(b, first_said(b, keys[i], then), out, keys[i]);
	}
	json_decref(old);
	json_decref(new);
}

static void put_event(struct behind *b, struct buf *out)
{
	static const char *const facts[] = { "kind", "happened_on", "known_on", "likely_if_recurs", NULL };
	static const char *const more[] = { "signal", "text", NULL };
	const struct case_record *then = event_then(b);

	if (!then || then == b->event)
		return;
	put_otherwise(b, then->facts, b->event->facts, facts, out);
	put_otherwise(b, then->more, b->event->more, more, out);
}

static bool put_items(struct behind *b, struct buf *out, struct err *e)
{
	for (size_t i = 0; i < b->view->record_count && b->issued; i++) {
		const struct case_record *r = &b->view->records[i];
		struct report_fields fields;

		if (r->id <= b->told->id || !case_stands(b->view, i, "mdr_item"))
			continue;
		if (!report_fields_read(r->more, b->arena, &fields, e))
			return err_within(e, "record %lld", (long long)r->id);
		if (is_of_event(b, report_fields_number(&fields, STR("event"), 0)))
			put(b, r->at, out,
			    arena_text(b->arena,
				arena_printf(b->arena, "items of the form (record %lld)", (long long)r->id)));
	}
	return true;
}

static bool put_complaint(struct behind *b, int64_t signal, struct buf *out, struct err *e)
{
	struct signal_file file;

	if (!signal)
		return true;
	if (!signal_read(b->db, signal, b->arena, &file, e))
		return false;
	for (size_t i = 0; i < file.entry_count; i++)
		if (str_eq(file.entries[i].kind, STR("received")) && file.entries[i].at.us > b->told->at.us &&
		    file.entries[i].at.us > file.signal.recorded_at.us) {
			put(b, file.entries[i].at, out,
			    arena_text(b->arena,
				arena_printf(b->arena, "the complaint, signal %lld", (long long)signal)));
			break;
		}
	return true;
}

static struct str words(const struct behind *b, struct date submitted, struct str otherwise)
{
	char day[DATE_TEXT_SIZE];

	return arena_printf(b->arena,
	    "the report of the event, record %lld, was submitted on %s, and the file says otherwise "
	    "since: "
	    "%.*s; what the report did not have, because it was not known or not available, goes into a "
	    "supplement within 30 calendar days of its receipt (21 CFR 803.56): case supplement --event "
	    "%lld, or a follow-up report that is issued",
	    (long long)b->event->id, date_write(submitted, day), STR_WHOLE(otherwise),
	    (long long)b->event->id);
}

/* A warning, and what is owed until it is answered: as if it had been received when it was entered. */
static bool owe(const struct behind *b, struct date submitted, struct str otherwise, struct case_view *view,
    struct err *e)
{
	struct str says = words(b, submitted, otherwise);
	struct date today = view->facts.today, starts;
	struct time_zone zone;

	determination_warn(&view->determination, "mdr_report_behind", says, b->arena);
	if (!zone_read(view->facts.time_zone, b->arena, &zone, e))
		return false;
	starts = time_zone_date(&zone, b->since);
	if (!date_by(starts, today))
		return true;
	view->obligations = obligation_add(view->obligations, &view->obligation_count,
	    (struct obligation){ .kind = OBLIGATION_SUPPLEMENT_MDR,
		.starts = starts,
		.due = date_plus(starts, 30),
		.state = obligation_state_of(date_plus(starts, 30), DATE_NONE, today),
		.met_on = DATE_NONE,
		.until = DATE_NONE,
		.says = arena_text(b->arena, says) },
	    b->arena);
	return true;
}

/* only: the one complaint of the file; 0: there are several, or none. */
static bool look_at(
    struct behind *b, struct date submitted, int64_t only, struct case_view *view, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	int64_t signal;

	if (!find_told(b, e) || !mdr_signal_of(b->event, b->arena, &signal, e))
		return false;
	if (!b->told)
		return true;
	put_event(b, &out);
	if (!put_items(b, &out, e) || !put_complaint(b, signal ? signal : only, &out, e))
		return false;
	return out.len == 0 || owe(b, submitted, arena_copy(b->arena, buf_str(&out)), view, e);
}

bool mdr_warn_behind(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	int64_t only = -1; /* not asked for yet: it reads each complaint */

	for (size_t i = 0; i < view->facts.event_count; i++) {
		const struct event_fact *fact = &view->facts.events[i];
		struct behind b = {
			.db = db, .view = view, .arena = arena, .place = fact->index, .since = INSTANT_NONE
		};

		b.event = casefile_listed(view->records, view->record_count, "event", fact->index);
		if (!b.event || !date_by(fact->mdr_submitted_on, view->facts.today))
			continue;
		b.first = casefile_first(view->records, view->record_count, b.event->id);
		if (only < 0 && !mdr_only_complaint(db, view, arena, &only, e))
			return false;
		if (!look_at(&b, fact->mdr_submitted_on, only, view, e))
			return false;
	}
	return true;
}
