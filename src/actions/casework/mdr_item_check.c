#include "actions/casework/mdr_item_check.h"

#include "base/text.h"
#include "reports/fda/mdr_items.h"

static const struct report_texts *items_of(const struct report_fields *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (str_eq(f->items[i].key, STR("item")) && f->items[i].kind == REPORT_TEXTS)
			return &f->items[i].texts;
	return NULL;
}

static const char *stated_at(enum mdr_item_at at)
{
	switch (at) {
	case MDR_AT_EVENT:
		return "of the event";
	case MDR_AT_COMPLAINT:
		return "in its complaint";
	case MDR_AT_DEVICE:
		return "of the device";
	case MDR_AT_FIRM:
		return "of the firm";
	case MDR_AT_ITEM:
	case MDR_AT_COUNT:
		break;
	}
	return "elsewhere";
}

static bool check_words(const struct mdr_item *item, struct str text, struct err *e)
{
	struct date unused;

	switch (item->form) {
	case MDR_TAKES_TEXT:
		return true;
	case MDR_TAKES_WORD:
		return str_is_among(text, item->words) ||
		       err_fail(e, ERR_INPUT, "%s is one of %s, not \"" STR_FMT "\"", item->key, item->words,
			   STR_ARG(text));
	case MDR_TAKES_DAY:
		return date_parse(text, &unused, e) || err_within(e, "%s", item->key);
	case MDR_TAKES_NONE:
		break;
	}
	return err_fail(e, ERR_INPUT, "%s is stated %s: as an item it is said why it is not known", item->key,
	    stated_at(item->at));
}

static bool check_text(const struct report_texts *items, struct str text, struct err *e)
{
	const struct mdr_item *item = mdr_item_find(items->items[0]);

	if (items->count > 1)
		return err_fail(e, ERR_INPUT, "text is of one item: %zu are named", items->count) ||
		       err_field(e, "item");
	return !item || check_words(item, text, e) || err_field(e, "text");
}

static bool check(const struct report_fields *f, struct err *e)
{
	struct str text = report_fields_text(f, STR("text")), reason = report_fields_text(f, STR("reason"));
	const struct report_texts *items = items_of(f);

	if (!report_fields_number(f, STR("event"), 0))
		return err_fail(e, ERR_INPUT, "event is missing: of the report of which it is an item") ||
		       err_field(e, "event");
	if (!items || !items->count)
		return err_fail(e, ERR_INPUT, "item is missing: which item of Form FDA 3500A") ||
		       err_field(e, "item");
	if (text_says(text))
		return check_text(items, text, e);
	if (text_says(reason) && text_says(report_fields_text(f, STR("steps"))))
		return true;
	return err_fail(e, ERR_INPUT,
		   "text is missing, or why it is not known (reason) and the steps taken to obtain it "
		   "(steps), "
		   "21 CFR 803.50(b)(3)") ||
	       err_field(e, text_says(reason) ? "steps" : "text");
}

bool mdr_item_check(const struct case_record *r, struct err *e)
{
	struct report_fields fields;
	SCOPED_ARENA arena = { 0 };

	if (!str_eq(r->kind, STR("mdr_item")))
		return true;
	return report_fields_read(r->more, &arena, &fields, e) && check(&fields, e);
}
