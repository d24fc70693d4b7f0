#include "actions/casework/case_release.h"

#include "actions/casework/case_signing.h"
#include "actions/casework/issued_reports.h"
#include "actions/casework/mdr_questions.h"
#include "base/text.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/fda/record_806_20.h"
#include "store/users.h"

/* Of which kinds of report a signature is asked, and which fact says that it was given to FDA. */
static const struct {
	const char *report, *says;
	const char *record, *fact; /* NULL: it stays in the file */
	enum obligation_kind owed; /* whose day is that of the signature too */
} released[] = {
	{ "806", "report", "correction", "reported_on", OBLIGATION_REPORT_806 },
	{ "806-amendment", "amendment", "extension", "amended_on", OBLIGATION_AMEND_806 },
	{ "806.20", "record", NULL, NULL, OBLIGATION_RECORD_806_20 },
	{ "mdr", "medical device report", "event", "mdr_submitted_on", OBLIGATION_MDR_30_DAY },
	{ "mdr", "follow-up report", "supplement", "submitted_on", OBLIGATION_SUPPLEMENT_MDR },
};

static size_t row_of(struct str report)
{
	size_t i = 0;

	while (i < COUNT(released) && !str_eq(str_of(released[i].report), report))
		i++;
	return i;
}

/* A malfunction of which somebody judged that it need not be reported. */
static bool is_unlikely_malfunction(const struct report_fields *facts)
{
	if (!str_eq(report_fields_text(facts, STR("kind")), STR("malfunction")))
		return false;
	for (size_t i = 0; i < facts->count; i++)
		if (str_eq(facts->items[i].key, STR("likely_if_recurs")))
			return facts->items[i].kind == REPORT_ANSWER && facts->items[i].number == 0;
	return false;
}

/* *designated: a designated person is the second one. */
static bool must_be_signed(
    const struct case_record *r, struct arena *arena, bool *must, bool *designated, struct err *e)
{
	struct report_fields fields;
	struct fda_issued issued;

	*must = str_eq(r->kind, STR("mdr_rationale")) || case_kind_is_signed(r->kind);
	*designated = false;
	if (str_eq(r->kind, STR("event"))) {
		if (!report_fields_read(r->facts, arena, &fields, e))
			return err_within(e, "record %lld", (long long)r->id);
		*must = is_unlikely_malfunction(&fields);
	}
	if (str_eq(r->kind, STR("report"))) {
		if (!fda_issued_read(r, 0, arena, &issued, e))
			return false;
		*must = row_of(issued.kind) < COUNT(released);
		*designated = str_eq(issued.kind, STR("806.20"));
	}
	return true;
}

bool case_release_waits(struct db *db, const struct case_view *view, const struct case_record *r,
    struct arena *arena, struct str *out, struct err *e)
{
	bool must, designated, known;
	struct user user;

	*out = STR("");
	if (!must_be_signed(r, arena, &must, &designated, e))
		return false;
	if (must)
		*out = case_signatures_lack(&view->signatures, r->id, r->who, designated, arena);
	if (!out->len)
		return true;
	if (!user_find(db, r->who, arena, &user, &known, e))
		return false;
	if (!known)
		*out = case_kind_is_signed(r->kind)
			   ? arena_printf(
				 arena, "%.*s; nobody signs in by that name: state it anew", STR_WHOLE(*out))
			   : STR("");
	return true;
}

/* --- what is owed --- */

/* The last day on which the report of an event could be in time that it would have been, 803.50(a). */
static struct date day_of_event(const struct case_view *view, int64_t record)
{
	int64_t place = casefile_place(view->records, view->record_count, "event", record);

	for (size_t i = 0; i < view->facts.event_count; i++)
		if (view->facts.events[i].index == place && date_is_known(view->facts.events[i].known_on))
			return date_plus(view->facts.events[i].known_on, 30);
	return DATE_NONE;
}

/* The day of what a record releases, as the obligations have it; of a reason, of what it answers. */
static bool day_of(const struct case_view *view, const struct case_record *r, struct arena *arena,
    struct date *out, struct err *e)
{
	enum obligation_kind kind = OBLIGATION_DECIDE_MDR;
	struct report_fields fields = { 0 };
	struct fda_issued issued;
	int64_t signal;

	*out = str_eq(r->kind, STR("event")) ? day_of_event(view, r->id) : DATE_NONE;
	if (str_eq(r->kind, STR("event")) || case_kind_is_signed(r->kind))
		return true;
	if (str_eq(r->kind, STR("mdr_rationale")) && !report_fields_read(r->more, arena, &fields, e))
		return false;
	if (report_fields_number(&fields, STR("event"), 0)) {
		*out = day_of_event(view, report_fields_number(&fields, STR("event"), 0));
		return true;
	}
	if (str_eq(r->kind, STR("report"))) {
		if (!fda_issued_read(r, view->casefile.id, arena, &issued, e))
			return false;
		kind = issued.follow_up ? OBLIGATION_SUPPLEMENT_MDR : released[row_of(issued.kind)].owed;
	}
	signal = report_fields_number(&fields, STR("signal"), 0);
	for (size_t i = 0; i < view->obligation_count && !date_is_known(*out); i++) {
		const struct obligation *o = &view->obligations[i];
		bool mdr = kind == OBLIGATION_MDR_30_DAY &&
			   (o->kind == OBLIGATION_MDR_5_DAY || o->kind == OBLIGATION_MDR_SUMMARY);

		if (kind == OBLIGATION_DECIDE_MDR && o->signal != signal)
			continue;
		if ((o->kind == kind || mdr) && o->state != OBLIGATION_MET && o->state != OBLIGATION_MISSED)
			*out = o->due;
	}
	return true;
}

/* A record of 806.20 that was overtaken, or that another was issued behind, is history. */
static bool is_history(
    const struct case_view *view, const struct case_record *r, struct arena *arena, bool *is, struct err *e)
{
	struct fda_issued issued, other;

	*is = false;
	if (str_eq(r->kind, STR("mdr_rationale")))
		return mdr_rationale_overtaken(view, r, arena, is, e);
	if (!str_eq(r->kind, STR("report")))
		return true;
	if (!fda_issued_read(r, view->casefile.id, arena, &issued, e))
		return false;
	if (!str_eq(issued.kind, STR("806.20")))
		return true;
	*is = record_806_20_overtaken(view->records, view->record_count, r->id) != NULL;
	for (size_t i = 0; i < view->record_count && !*is; i++) {
		if (view->records[i].id <= r->id || !case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(&view->records[i], view->casefile.id, arena, &other, e))
			return false;
		*is = str_eq(other.kind, STR("806.20"));
	}
	return true;
}

static const char *called(const struct case_record *r)
{
	static const struct {
		const char *kind, *says;
	} names[] = {
		{ "report", "the report that was issued" },
		{ "event", "that the malfunction need not be reported" },
		{ "mdr_rationale", "why it need not be reported" },
		{ "assessment", "the assessment" },
		{ "clock_decision", "the decision on the clock" },
		{ "plan", "the plan" },
		{ "fix", "the fix" },
		{ "correction", "the correction or removal" },
		{ "validation", "the validation" },
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_eq(str_of(names[i].kind), r->kind))
			return names[i].says;
	return "what is signed";
}

static bool add_one(
    struct db *db, struct case_view *view, const struct case_record *r, struct arena *arena, struct err *e)
{
	struct obligation o = {
		.kind = OBLIGATION_SIGN, .met_on = DATE_NONE, .until = DATE_NONE, .record = r->id
	};
	struct str waits;
	bool history;

	if (!case_release_waits(db, view, r, arena, &waits, e) || !is_history(view, r, arena, &history, e))
		return false;
	if (!waits.len || history)
		return true;
	if (!day_of(view, r, arena, &o.due, e))
		return false;
	o.starts = DATE_NONE;
	o.state = obligation_state_of(o.due, DATE_NONE, view->facts.today);
	o.says = arena_text(arena, arena_printf(arena, "record %lld, %s, waits for the signature of %.*s",
				       (long long)r->id, called(r), STR_WHOLE(waits)));
	view->obligations = obligation_add(view->obligations, &view->obligation_count, o, arena);
	return true;
}

bool case_release_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e)
{
	const struct case_record *closure = casefile_last_closure(view->records, view->record_count);
	bool closed = date_by(view->casefile.closed_on, view->facts.today) && !view->determination.reopened;

	/* of a closed file what came after its closing */
	for (size_t i = closed && closure ? (size_t)(closure - view->records) + 1 : 0; i < view->record_count;
	     i++)
		if (casefile_standing(view->records, view->record_count, i) == &view->records[i] &&
		    !add_one(db, view, &view->records[i], arena, e))
			return false;
	return true;
}

/* --- what may be stated --- */

/* Is the fact stated here for the first time, or otherwise than in the record in whose place it stands? */
static bool states(const struct case_view *view, const struct case_record *r, const char *fact,
    struct arena *arena, bool *is, struct err *e)
{
	const struct case_record *old = casefile_record(view->records, view->record_count, r->replaces);
	struct str said, before = STR("");
	struct report_fields fields;

	if (!report_fields_read(r->facts, arena, &fields, e))
		return false;
	said = report_fields_text(&fields, str_of(fact));
	if (old) {
		if (!report_fields_read(old->facts, arena, &fields, e))
			return false;
		before = report_fields_text(&fields, str_of(fact));
	}
	*is = said.len > 0 && !str_eq(said, before);
	return true;
}

/* The last report of the kind that was issued of this casefile; of an event, of that one. NULL: none. */
static bool find_issued(const struct case_view *view, const struct case_record *r, const char *report,
    struct arena *arena, const struct case_record **out, struct err *e)
{
	bool of_event = str_eq(r->kind, STR("event"));
	struct fda_issued issued;
	int64_t place = -1; /* of an event that is new: nothing was issued of it */

	if (of_event && r->replaces)
		place = casefile_place(view->records, view->record_count, "event", r->replaces);
	*out = NULL;
	for (size_t i = 0; i < view->record_count; i++) {
		if (!case_stands(view, i, "report"))
			continue;
		if (!fda_issued_read(&view->records[i], view->casefile.id, arena, &issued, e))
			return false;
		if (str_eq(r->kind, STR("supplement"))) {
			bool it = false;

			if (!issued_for_supplement(view, r, &issued, arena, &it, e))
				return false;
			*out = it ? &view->records[i] : *out;
			continue;
		}
		if (str_eq(issued.kind, str_of(report)) &&
		    (!of_event ||
			(place >= 0 && fda_issued_is_of(&issued, view->records, view->record_count, place))))
			*out = &view->records[i];
	}
	return true;
}

static bool refuse(
    const char *says, const struct case_record *issued, struct str waits, struct str why, struct err *e)
{
	if (issued && !waits.len)
		return true;
	if (issued)
		return err_fail(e, ERR_CONFLICT,
			   "record %lld, the report that was issued, waits for the signature of " STR_FMT
			   ": FDA is given what is signed",
			   (long long)issued->id, STR_ARG(waits)) ||
		       err_remedy(e, REMEDY_SIGN);
	return text_says(why) ||
	       err_fail(e, ERR_CONFLICT,
		   "no %s was issued and signed here: issue and sign it first, or say why it was "
		   "made elsewhere",
		   says) ||
	       err_field(e, "why");
}

bool case_release_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct str why, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	for (size_t i = 0; i < COUNT(released); i++) {
		const struct case_record *issued;
		struct str waits = STR("");
		bool states_it;

		if (!released[i].record || !str_eq(r->kind, str_of(released[i].record)))
			continue;
		if (!states(view, r, released[i].fact, &arena, &states_it, e))
			return false;
		if (!states_it)
			continue;
		if (!find_issued(view, r, released[i].report, &arena, &issued, e) ||
		    (issued && !case_release_waits(db, view, issued, &arena, &waits, e)))
			return false;
		if (!refuse(released[i].says, issued, waits, why, e))
			return false;
	}
	return true;
}
