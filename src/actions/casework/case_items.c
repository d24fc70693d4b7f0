#include "actions/casework/case_items.h"

#include "actions/zone.h"
#include "base/number.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"

static const char asks[] = "the item is stated, and FDA has not got it: say when it was submitted (case item "
			   "--submitted-on)";

/* What became of one item, over all its records. */
struct item {
	struct date promised; /* the day of the last promise; unknown: there was none */
	struct date submitted_on;
	bool open;	    /* it is promised, and not stated yet */
	bool told;	    /* so it was in a report or amendment that was issued */
	bool told_by_day;   /* so it was on the day on which FDA got the report, */
	bool told_at_entry; /* or when that day was entered */
};

struct items {
	const struct case_view *view;
	struct time_zone zone;
	bool issued;  /* a report was, here */
	bool entered; /* the day on which FDA got the report was */
	struct item list[FDA_ITEMS + 1];
	struct arena *arena;
};

static bool read_day(
    const struct report_fields *f, const char *key, int64_t record, struct date *out, struct err *e)
{
	struct str text = report_fields_text(f, str_of(key));

	*out = DATE_NONE;
	return !text.len || date_parse(text, out, e) ||
	       err_within(e, "record %lld: %s", (long long)record, key);
}

/* Was that entered by the day on which FDA got the report? */
static bool is_before_report(const struct items *r, const struct case_record *record)
{
	struct date reported = r->view->facts.correction.reported_on;

	return date_is_known(reported) && time_zone_date(&r->zone, record->at).days <= reported.days;
}

static bool read_item(struct items *r, const struct case_record *record, struct err *e)
{
	struct report_fields fields;
	struct fda_item said = { 0 };
	struct date due, submitted;
	struct item *item;
	int64_t number;

	if (!report_fields_read(record->more, r->arena, &fields, e) ||
	    !number_parse(report_fields_text(&fields, STR("item")), "item", 1, FDA_ITEMS, &number, e))
		return err_within(e, "record %lld", (long long)record->id);
	said.text = report_fields_text(&fields, STR("text"));
	said.submit_on = report_fields_text(&fields, STR("submit_on"));
	if (!said.text.len && !said.submit_on.len && report_fields_text(&fields, STR("not_extended")).len)
		return true; /* of the action, and not of the item */
	item = &r->list[number];
	if (!read_day(&fields, "submit_on", record->id, &due, e) ||
	    !read_day(&fields, "submitted_on", record->id, &submitted, e))
		return false;
	item->open = fda_item_is_promised(&said);
	if (item->open)
		item->promised = due;
	if (item->open || date_is_known(submitted))
		item->submitted_on = submitted;
	if (is_before_report(r, record))
		item->told_by_day = item->open;
	return true;
}

static bool read_report(struct items *r, const struct case_record *record, struct err *e)
{
	struct fda_issued issued;

	if (!fda_issued_read(record, r->view->casefile.id, r->arena, &issued, e))
		return false;
	if (!str_is_among(issued.kind, "806|806-amendment"))
		return true;
	r->issued = true;
	for (int i = 1; i <= FDA_ITEMS; i++)
		r->list[i].told |= r->list[i].open;
	return true;
}

static bool read_correction(struct items *r, const struct case_record *record, struct err *e)
{
	struct report_fields fields;

	if (!report_fields_read(record->facts, r->arena, &fields, e))
		return err_within(e, "record %lld", (long long)record->id);
	if (r->entered || !report_fields_text(&fields, STR("reported_on")).len)
		return true;
	r->entered = true;
	for (int i = 1; i <= FDA_ITEMS; i++)
		r->list[i].told_at_entry = r->list[i].open;
	return true;
}

static bool read_items(struct items *r, struct err *e)
{
	for (int i = 1; i <= FDA_ITEMS; i++)
		r->list[i].promised = r->list[i].submitted_on = DATE_NONE;
	if (!zone_read(r->view->facts.time_zone, r->arena, &r->zone, e))
		return false;
	for (size_t i = 0; i < r->view->record_count; i++) {
		const struct case_record *record = &r->view->records[i];

		if (str_eq(record->kind, STR("report_item")) && !read_item(r, record, e))
			return false;
		if (str_eq(record->kind, STR("correction")) && !read_correction(r, record, e))
			return false;
		if (case_stands(r->view, i, "report") && !read_report(r, record, e))
			return false;
	}
	return true;
}

static bool has_items(const struct case_view *view)
{
	for (size_t i = 0; i < view->record_count; i++)
		if (str_eq(view->records[i].kind, STR("report_item")))
			return true;
	return false;
}

/* Did FDA get a report that promised it? */
static bool is_told(const struct items *r, const struct item *item)
{
	return r->issued ? item->told : item->told_by_day || item->told_at_entry;
}

bool case_items_add(struct case_view *view, struct arena *arena, struct err *e)
{
	struct items r = { .view = view, .arena = arena };
	struct date today = view->facts.today;
	bool reported = date_by(view->facts.correction.reported_on, today);

	if (!has_items(view))
		return true;
	if (!read_items(&r, e))
		return false;
	for (int i = 1; i <= FDA_ITEMS; i++) {
		const struct item *item = &r.list[i];
		struct date met = date_by(item->submitted_on, today) ? item->submitted_on : DATE_NONE;

		if (!item->open && !(reported && is_told(&r, item)))
			continue;
		view->obligations = obligation_add(view->obligations, &view->obligation_count,
		    (struct obligation){ .kind = OBLIGATION_SUBMIT_ITEM,
			.starts = DATE_NONE,
			.due = item->promised,
			.state = obligation_state_of(item->promised, met, today),
			.met_on = met,
			.until = DATE_NONE,
			.says = item->open || date_is_known(met) ? NULL : asks },
		    arena);
	}
	return true;
}

bool case_item_fit(const struct case_view *after, const struct case_record *r, struct err *e)
{
	struct date reported = after->facts.correction.reported_on, submitted;
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];
	struct report_fields fields;
	SCOPED_ARENA arena = { 0 };

	if (!str_eq(r->kind, STR("report_item")))
		return true;
	if (!report_fields_read(r->more, &arena, &fields, e) ||
	    !read_day(&fields, "submitted_on", r->id, &submitted, e))
		return false;
	if (!date_is_known(submitted))
		return true;
	date_write(submitted, day);
	if (!date_is_known(reported))
		return err_fail(e, ERR_CONFLICT,
			   "submitted_on %s: no day is stated on which FDA was given the report, of which it "
			   "is an item",
			   day) ||
		       err_field(e, "submitted-on");
	if (submitted.days < reported.days)
		return err_fail(e, ERR_CONFLICT, "submitted_on %s is before FDA was given the report, on %s",
			   day, date_write(reported, bound)) ||
		       err_field(e, "submitted-on");
	return report_fields_text(&fields, STR("text")).len > 0 ||
	       err_fail(e, ERR_CONFLICT, "submitted_on %s: the item itself is not stated (text)", day) ||
	       err_field(e, "text");
}
