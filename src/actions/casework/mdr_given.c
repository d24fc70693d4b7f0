#include "actions/casework/mdr_given.h"

#include "actions/json_merge.h"
#include "base/text.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"
#include "store/casefiles.h"

/* The records of one kind, of all casefiles. */
struct kept {
	struct case_record *records;
	int64_t *casefiles;
	size_t count;
};

static bool read_kind(struct db *db, const char *kind, struct arena *arena, struct kept *out, struct err *e)
{
	return casefile_records_of_kind(db, kind, arena, &out->records, &out->casefiles, &out->count, e);
}

static bool stands(const struct kept *k, size_t at)
{
	return casefile_standing(k->records, k->count, at) == &k->records[at];
}

struct gathering {
	const struct kept *events;
	struct mdr_numbers *out;
	struct arena *arena;
};

static void take(const struct gathering *g, enum mdr_number_from from, int64_t casefile, int64_t event,
    int64_t record, struct str number)
{
	if (!number.len || !event)
		return;
	g->out->items[g->out->count++] = (struct mdr_numbered){ .from = from,
		.casefile = casefile,
		.event = casefile_first(g->events->records, g->events->count, event),
		.record = record,
		.number = number };
}

/* What each record that stands says of a number; key: under which it says it. */
static bool gather(const struct gathering *g, const struct kept *k, enum mdr_number_from from,
    const char *key, struct err *e)
{
	for (size_t i = 0; i < k->count; i++) {
		const struct case_record *r = &k->records[i];
		struct report_fields fields;
		int64_t event = r->id;

		if (!stands(k, i))
			continue;
		if (!report_fields_read(r->more, g->arena, &fields, e))
			return err_within(e, "record %lld", (long long)r->id);
		if (from == MDR_NUMBER_CITED)
			event = report_fields_number(&fields, STR("event"), 0);
		if (from == MDR_NUMBER_ISSUED)
			event = report_fields_number(&fields, STR("event_record"), 0);
		take(g, from, k->casefiles[i], event, r->id, report_fields_text(&fields, str_of(key)));
	}
	return true;
}

/* Of the firm's reports that are in no casefile the last one. */
static bool take_last(struct db *db, const struct gathering *g, struct err *e)
{
	struct firm_profile profile;
	struct str json;

	if (!setting_get(db, "profile", g->arena, &json, e) ||
	    !firm_profile_read(json, g->arena, &profile, e))
		return false;
	if (profile.last_mdr_number.len)
		g->out->items[g->out->count++] =
		    (struct mdr_numbered){ .from = MDR_NUMBER_STATED, .number = profile.last_mdr_number };
	return true;
}

bool mdr_given(struct db *db, struct arena *arena, struct mdr_numbers *out, struct err *e)
{
	struct kept events, reports, supplements;
	struct gathering g = { &events, out, arena };

	if (!read_kind(db, "event", arena, &events, e) || !read_kind(db, "report", arena, &reports, e) ||
	    !read_kind(db, "supplement", arena, &supplements, e))
		return false;
	*out = (struct mdr_numbers){ 0 };
	out->items =
	    arena_alloc(arena, events.count + reports.count + supplements.count + 1, sizeof(*out->items));
	return take_last(db, &g, e) && gather(&g, &events, MDR_NUMBER_STATED, "mdr_number", e) &&
	       gather(&g, &reports, MDR_NUMBER_ISSUED, "number", e) &&
	       gather(&g, &supplements, MDR_NUMBER_CITED, "report_number", e);
}

/* --- what is stated now --- */

/* The event of a supplement, by the first of its records; 0: it names none. */
static int64_t event_of(const struct case_view *view, const struct report_fields *f)
{
	int64_t event = report_fields_number(f, STR("event"), 0);

	return event ? casefile_first(view->records, view->record_count, event) : 0;
}

/* Without what supplements cite: they follow the report. */
static struct str number_of_report(const struct mdr_numbers *list, int64_t casefile, int64_t event)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].casefile == casefile && list->items[i].event == event &&
		    list->items[i].from != MDR_NUMBER_CITED)
			return mdr_numbers_of(list, casefile, event);
	return STR("");
}

bool mdr_given_cite(
    struct db *db, const struct case_view *view, struct case_record *r, struct arena *arena, struct err *e)
{
	struct report_fields fields;
	struct mdr_numbers list;
	struct str number;

	if (!str_eq(r->kind, STR("supplement")))
		return true;
	if (!report_fields_read(r->more, arena, &fields, e) || !mdr_given(db, arena, &list, e))
		return false;
	number = number_of_report(&list, view->casefile.id, event_of(view, &fields));
	if (!number.len || report_fields_text(&fields, STR("report_number")).len)
		return true;
	return json_merge(r->more, arena_printf(arena, "{\"report_number\":\"%.*s\"}", STR_WHOLE(number)),
	    arena, &r->more, e);
}

static bool refuse_taken(struct str number, const struct mdr_numbered *taken, struct err *e)
{
	if (!taken->casefile)
		return err_fail(e, ERR_CONFLICT,
		    "number " STR_FMT " is the last one given outside of casefiles: a number is given once",
		    STR_ARG(number));
	return err_fail(e, ERR_CONFLICT,
	    "number " STR_FMT " is that of the report of event %lld in casefile %lld (record %lld): a number "
	    "is given once",
	    STR_ARG(number), (long long)taken->event, (long long)taken->casefile, (long long)taken->record);
}

/* What was issued, or a supplement cites, says another number of the event: not what *r stands in for. */
static bool check_same(const struct mdr_numbers *list, const struct case_view *view,
    const struct case_record *r, int64_t event, struct str number, struct err *e)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct mdr_numbered *one = &list->items[i];

		if (one->casefile == view->casefile.id && one->event == event && one->record != r->replaces &&
		    !str_eq(one->number, number))
			return err_fail(e, ERR_CONFLICT,
				   "number " STR_FMT " is not that of record %lld, " STR_FMT
				   ": say why it is another",
				   STR_ARG(number), (long long)one->record, STR_ARG(one->number)) ||
			       err_field(e, "why");
	}
	return true;
}

/* Is it the number of the record in whose place r stands, which had its reason? */
static bool keeps_number(const struct mdr_numbers *list, const struct case_record *r, struct str number)
{
	for (size_t i = 0; i < list->count; i++)
		if (r->replaces && list->items[i].record == r->replaces &&
		    str_eq(list->items[i].number, number))
			return true;
	return false;
}

static bool check_stated(const struct mdr_numbers *list, const struct case_view *view,
    const struct case_record *r, struct str number, struct str why, struct err *e)
{
	int64_t event = r->replaces ? casefile_first(view->records, view->record_count, r->replaces) : 0;
	const struct mdr_numbered *taken = mdr_numbers_taken(list, number, view->casefile.id, event);

	if (taken)
		return refuse_taken(number, taken, e) || err_field(e, "mdr-number");
	return text_says(why) || keeps_number(list, r, number) || check_same(list, view, r, event, number, e);
}

static bool check_cited(const struct mdr_numbers *list, const struct case_view *view, int64_t event,
    struct str number, struct err *e)
{
	struct str own = number_of_report(list, view->casefile.id, event);
	const struct mdr_numbered *taken;

	if (!event)
		return true;
	taken = mdr_numbers_taken(list, number, view->casefile.id, event);
	if (own.len && !str_eq(own, number))
		return err_fail(e, ERR_INPUT,
			   "report_number " STR_FMT " is not that of the report of event %lld, " STR_FMT
			   " (21 CFR 803.56)",
			   STR_ARG(number), (long long)event, STR_ARG(own)) ||
		       err_field(e, "report-number");
	return !taken || refuse_taken(number, taken, e) || err_field(e, "report-number");
}

bool mdr_given_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct str why, struct err *e)
{
	bool supplement = str_eq(r->kind, STR("supplement"));
	struct report_fields fields;
	SCOPED_ARENA arena = { 0 };
	struct mdr_numbers list;
	struct mdr_number unused;
	struct str number;

	if (!supplement && !str_eq(r->kind, STR("event")))
		return true;
	if (!report_fields_read(r->more, &arena, &fields, e))
		return false;
	number = report_fields_text(&fields, supplement ? STR("report_number") : STR("mdr_number"));
	if (!number.len)
		return true;
	if (!mdr_number_parse(number, &unused, e))
		return err_field(e, supplement ? "report-number" : "mdr-number");
	if (!mdr_given(db, &arena, &list, e))
		return false;
	return supplement ? check_cited(&list, view, event_of(view, &fields), number, e)
			  : check_stated(&list, view, r, number, why, e);
}
