#include "actions/casework/case_items.h"

#include "base/number.h"
#include "reports/casefile_record.h"
#include "reports/fda/fda_case.h"

/* The day on which an item will be submitted; unknown where it is stated, or nothing is said of it. */
struct items {
	struct date due[FDA_ITEMS + 1];
};

static bool read_item(const struct case_record *r, struct arena *arena, struct items *items, struct err *e)
{
	struct report_fields fields;
	struct fda_item item = { 0 };
	struct date due = DATE_NONE;
	int64_t number;

	if (!report_fields_read(r->more, arena, &fields, e) ||
	    !number_parse(report_fields_text(&fields, STR("item")), "item", 1, FDA_ITEMS, &number, e))
		return err_within(e, "record %lld", (long long)r->id);
	item.submit_on = report_fields_text(&fields, STR("submit_on"));
	item.text = report_fields_text(&fields, STR("text"));
	if (fda_item_is_promised(&item) && !date_parse(item.submit_on, &due, e))
		return err_within(e, "record %lld: submit_on", (long long)r->id);
	items->due[number] = due;
	return true;
}

bool case_items_add(const struct case_record *records, size_t record_count, struct date today,
    struct arena *arena, struct obligation **list, size_t *count, struct err *e)
{
	struct items items;

	for (int i = 1; i <= FDA_ITEMS; i++)
		items.due[i] = DATE_NONE;
	for (size_t i = 0; i < record_count; i++)
		if (str_eq(records[i].kind, STR("report_item")) &&
		    casefile_standing(records, record_count, i) == &records[i] &&
		    !read_item(&records[i], arena, &items, e))
			return false;
	for (int i = 1; i <= FDA_ITEMS; i++)
		if (date_is_known(items.due[i]))
			*list = obligation_add(*list, count,
			    (struct obligation){ .kind = OBLIGATION_SUBMIT_ITEM,
				.starts = DATE_NONE,
				.due = items.due[i],
				.state = obligation_state_of(items.due[i], DATE_NONE, today),
				.met_on = DATE_NONE,
				.until = DATE_NONE },
			    arena);
	return true;
}
