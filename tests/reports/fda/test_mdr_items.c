#include "check.h"

#include "assessment/case_fields.h"
#include "reports/fda/mdr_items.h"

static const char *choices(void)
{
	for (const struct case_field *f = case_fields_of(STR("mdr_item")); f->option; f++)
		if (str_eq(str_of(f->key), STR("item")))
			return f->choices;
	return "";
}

/* Those that may be stated are written down twice. */
static void the_items_are_those_that_may_be_stated(void **state)
{
	struct str rest = str_of(choices()), word;
	size_t count = 0;

	while (str_next(&rest, '|', &word)) {
		assert_non_null(mdr_item_find(word));
		count++;
	}
	for (const struct mdr_item *item = mdr_items; item->key; item++, count--) {
		CASE(item->key);
		assert_true(str_is_among(str_of(item->key), choices()));
		assert_true(str_starts(str_of(item->cites), STR("21 CFR 803.52(")));
		assert_int_equal(item->form == MDR_TAKES_WORD, item->words != NULL);
		assert_true(item->at != MDR_AT_ITEM || item->form != MDR_TAKES_NONE);
	}
	assert_int_equal(count, 0);
	(void)state;
}

static void items_are_listed_by_where_they_are_stated(void **state)
{
	SCOPED_ARENA arena = { 0 };
	uint64_t set = 0;

	assert_int_equal(mdr_items_listed(0, &arena).len, 0);
	for (size_t i = 0; mdr_items[i].key; i++)
		if (str_is_among(str_of(mdr_items[i].key), "b3|d2a|g5|b6|d10|h8"))
			set |= (uint64_t)1 << i;
	assert_true(str_eq(mdr_items_listed(set, &arena),
	    STR("D2a and G5 (of the device), B3 (of the event), B6, D10 and H8 (items of the report)")));
	(void)state;
}

TESTS(cmocka_unit_test(the_items_are_those_that_may_be_stated),
    cmocka_unit_test(items_are_listed_by_where_they_are_stated))
