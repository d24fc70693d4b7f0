#include "inventory/device.h"

#include "base/number.h"
#include "base/utf8.h"
#include "identity/fda_number.h"
#include "identity/udi.h"
#include "limits.h"

#define AT(member) offsetof(struct device, member)
#define TEXT(column, member)                                                                                 \
	{                                                                                                    \
		column, AT(member), DEVICE_TEXT, false, NULL, 0, 0                                           \
	}
#define WORD(column, member, words)                                                                          \
	{                                                                                                    \
		column, AT(member), DEVICE_WORD, true, words, 0, 0                                           \
	}
#define ANSWER(column, member)                                                                               \
	{                                                                                                    \
		column, AT(member), DEVICE_ANSWER, true, "yes|no", 0, 0                                      \
	}
#define DATE(column, member, fact)                                                                           \
	{                                                                                                    \
		column, AT(member), DEVICE_DATE, fact, NULL, 0, 0                                            \
	}
#define WHOLE(column, member, least, most)                                                                   \
	{                                                                                                    \
		column, AT(member), DEVICE_WHOLE, true, NULL, least, most                                    \
	}

const struct device_field device_fields[] = {
	TEXT("common_name", common_name),
	TEXT("classification_name", classification_name),
	TEXT("intended_use", intended_use),
	WORD("class", device_class, "I|II|III"),
	{ "regulation_number", AT(regulation_number), DEVICE_REGULATION, false, NULL, 0, 0 },
	WORD("pathway", pathway, "510k|pma|pdp|denovo|hde|exempt|preamendment|bla|nda"),
	ANSWER("marketed", marketed),
	ANSWER("investigational", investigational),
	ANSWER("cyber_device", cyber_device),
	ANSWER("combination_product", combination_product),
	ANSWER("constituent_part_applicant", constituent_part_applicant),
	DATE("approved_on", approved_on, true),
	ANSWER("periodic_report", periodic_report),
	DATE("periodic_report_on", periodic_report_on, true),
	WHOLE("periodic_interval_months", periodic_interval_months, 1, 120),
	WORD("support", support, "supported|limited|end_of_support"),
	DATE("end_of_support_on", end_of_support_on, false),
	{ "end_of_support_communicated", AT(end_of_support_communicated), DEVICE_ANSWER, false, "yes|no", 0,
	    0 },
	DATE("end_of_support_communicated_on", end_of_support_communicated_on, false),
	WHOLE("expected_life_years", expected_life_years, 0, 200),
	DATE("last_distributed_on", last_distributed_on, true),
	TEXT("manufacturer_name", manufacturer_name),
	TEXT("manufacturer_address", manufacturer_address),
	TEXT("manufacturer_telephone", manufacturer_telephone),
	TEXT("manufacturer_contact", manufacturer_contact),
	{ "manufacturer_number", AT(manufacturer_number), DEVICE_ESTABLISHMENT, false, NULL, 0, 0 },
	{ NULL, 0, DEVICE_TEXT, false, NULL, 0, 0 },
};
_Static_assert(COUNT(device_fields) == DEVICE_FIELD_COUNT + 1, "DEVICE_FIELD_COUNT counts the fields");

void device_field_put(struct device *d, const struct device_field *f, struct str text)
{
	*(struct str *)((char *)d + f->at) = text;
}

struct str device_field_text(const struct device *d, const struct device_field *f)
{
	return *(const struct str *)((const char *)d + f->at);
}

static bool check_text(struct str text, struct err *e)
{
	if (text.len > LIMIT_DEVICE_TEXT_BYTES)
		return err_fail(e, ERR_LIMIT, "text of more than %d bytes", LIMIT_DEVICE_TEXT_BYTES);
	return utf8_is_valid(text) || err_fail(e, ERR_INPUT, "text is not UTF-8");
}

/* A text that says something, in the form in which it is kept. */
static bool read_form(
    const struct device_field *f, struct str text, struct arena *arena, struct str *out, struct err *e)
{
	struct date date;
	int64_t number;

	*out = text;
	switch (f->form) {
	case DEVICE_TEXT:
		return true;
	case DEVICE_WORD:
	case DEVICE_ANSWER:
		return str_is_among(text, f->words) ||
		       err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is not one of %s", STR_ARG(text), f->words);
	case DEVICE_DATE:
		return date_parse(text, &date, e);
	case DEVICE_WHOLE:
		return number_parse(text, "number", f->least, f->most, &number, e);
	case DEVICE_REGULATION:
		return fda_number_parse(FDA_REGULATION, text, arena, out, e);
	case DEVICE_ESTABLISHMENT:
		return fda_number_parse(FDA_ESTABLISHMENT, text, arena, out, e);
	}
	return false;
}

bool device_field_set(
    struct device *d, const struct device_field *f, struct str text, struct arena *arena, struct err *e)
{
	struct str kept = str_trim(text);

	if (!check_text(kept, e) || (kept.len && !read_form(f, kept, arena, &kept, e)))
		return err_within(e, "%s", f->name);
	device_field_put(d, f, arena_copy(arena, kept));
	return true;
}

static const char *const list_names[] = {
	[DEVICE_UDI_DI] = "udi_di",
	[DEVICE_PRODUCT_CODE] = "product_code",
	[DEVICE_MARKETING_NUMBER] = "marketing_number",
	[DEVICE_LISTING_NUMBER] = "listing_number",
	[DEVICE_MODEL_NUMBER] = "model_number",
	[DEVICE_CATALOG_NUMBER] = "catalog_number",
};
_Static_assert(COUNT(list_names) == DEVICE_LIST_COUNT, "each list has a name");

const char *device_list_name(enum device_list list)
{
	return list_names[list];
}

static bool read_udi(struct str value, struct arena *arena, struct str *out, struct err *e)
{
	struct udi udi;

	if (!udi_parse_di(value, UDI_UNKNOWN, arena, &udi, e))
		return false;
	*out = arena_copy(arena, udi.di);
	return true;
}

static bool read_number(
    enum device_list list, struct str value, struct arena *arena, struct str *out, struct err *e)
{
	*out = arena_copy(arena, value);
	switch (list) {
	case DEVICE_UDI_DI:
		return read_udi(value, arena, out, e);
	case DEVICE_PRODUCT_CODE:
		return fda_number_parse(FDA_PRODUCT_CODE, value, arena, out, e);
	case DEVICE_MARKETING_NUMBER:
		return fda_number_parse(FDA_MARKETING, value, arena, out, e);
	case DEVICE_LISTING_NUMBER:
		return fda_number_parse(FDA_LISTING, value, arena, out, e);
	case DEVICE_MODEL_NUMBER:
	case DEVICE_CATALOG_NUMBER:
	case DEVICE_LIST_COUNT:
		break;
	}
	return true;
}

static bool has_number(const struct device_numbers *n, struct str value)
{
	for (size_t i = 0; i < n->count; i++)
		if (str_eq(n->items[i], value))
			return true;
	return false;
}

bool device_list_add(
    struct device_profile *p, enum device_list list, struct str value, struct arena *arena, struct err *e)
{
	struct device_numbers *n = &p->lists[list];
	struct str kept = str_trim(value), *longer;

	if (kept.len == 0)
		return err_fail(e, ERR_INPUT, "%s is empty", list_names[list]);
	if (!check_text(kept, e) || !read_number(list, kept, arena, &kept, e))
		return err_within(e, "%s", list_names[list]);
	if (has_number(n, kept))
		return true;
	if (n->count >= LIMIT_DEVICE_NUMBERS)
		return err_fail(e, ERR_LIMIT, "%s: more than %d", list_names[list], LIMIT_DEVICE_NUMBERS);
	longer = arena_alloc(arena, n->count + 1, sizeof(*longer));
	if (n->count)
		memcpy(longer, n->items, n->count * sizeof(*longer));
	longer[n->count++] = kept;
	n->items = longer;
	return true;
}

bool device_check(const struct device *d, struct err *e)
{
	if (d->end_of_support_communicated_on.len && str_eq(d->end_of_support_communicated, STR("no")))
		return err_fail(e, ERR_INPUT,
		    "end_of_support_communicated_on is " STR_FMT ", but end_of_support_communicated is no",
		    STR_ARG(d->end_of_support_communicated_on));
	return true;
}
