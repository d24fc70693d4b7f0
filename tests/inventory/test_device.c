#include "check.h"

#include "inventory/device.h"
#include "limits.h"

static const struct device_field *field(const char *name)
{
	for (const struct device_field *f = device_fields; f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	fail_msg("there is no field %s", name);
	return NULL;
}

static void what_is_stated_is_checked_by_its_form(void **state)
{
	static const struct {
		const char *field, *text, *kept, *error;
	} rows[] = {
		{ "intended_use", " infuses fluids ", "infuses fluids", NULL },
		{ "intended_use", "\xff", NULL, "intended_use: text is not UTF-8" },
		{ "class", "II", "II", NULL },
		{ "class", "IV", NULL, "class: \"IV\" is not one of I|II|III" },
		{ "class", "", "", NULL },
		{ "cyber_device", "maybe", NULL, "cyber_device: \"maybe\" is not one of yes|no" },
		{ "regulation_number", "880.5725", "880.5725", NULL },
		{ "end_of_support_on", "2030-02-30", NULL,
		    "end_of_support_on: date \"2030-02-30\": February 2030 has 28 days" },
		{ "expected_life_years", "201", NULL,
		    "expected_life_years: number 201 is not from 0 to 200" },
		{ "manufacturer_number", "12", NULL,
		    "manufacturer_number: establishment number \"12\": expected a registration number of 7 "
		    "digits "
		    "or an FEI of 10" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct device d = { 0 };
		struct err e = { 0 };

		CASE(rows[i].text);
		assert_int_equal(device_field_set(&d, field(rows[i].field), str_of(rows[i].text), &arena, &e),
		    !rows[i].error);
		if (rows[i].error)
			assert_string_equal(e.text, rows[i].error);
		else
			assert_string_equal(
			    arena_text(&arena, device_field_text(&d, field(rows[i].field))), rows[i].kept);
	}
	(void)state;
}

static void a_text_has_its_limit(void **state)
{
	static char text[LIMIT_DEVICE_TEXT_BYTES + 1];
	SCOPED_ARENA arena = { 0 };
	struct device d = { 0 };
	struct err e = { 0 };

	memset(text, 'a', sizeof(text));
	assert_true(
	    device_field_set(&d, field("intended_use"), (struct str){ text, sizeof(text) - 2 }, &arena, &e));
	assert_true(
	    device_field_set(&d, field("intended_use"), (struct str){ text, sizeof(text) - 1 }, &arena, &e));
	assert_false(
	    device_field_set(&d, field("intended_use"), (struct str){ text, sizeof(text) }, &arena, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	(void)state;
}

static void lists_keep_each_value_once_in_its_form(void **state)
{
	static const struct {
		enum device_list list;
		const char *value, *kept; /* NULL: refused */
	} rows[] = {
		{ DEVICE_UDI_DI, "09521000000018", "09521000000018" },
		{ DEVICE_UDI_DI, "09521000000019", NULL },
		{ DEVICE_PRODUCT_CODE, "frn", "FRN" },
		{ DEVICE_MARKETING_NUMBER, "p910023/s001", "P910023/S001" },
		{ DEVICE_LISTING_NUMBER, "K123456", NULL },
		{ DEVICE_MODEL_NUMBER, "S3-EU", "S3-EU" },
		{ DEVICE_CATALOG_NUMBER, " ", NULL },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct device_profile p = { 0 };
		struct device_numbers *n = &p.lists[rows[i].list];
		struct err e = { 0 };

		CASE(rows[i].value);
		for (int twice = 0; twice < 2; twice++)
			assert_int_equal(device_list_add(&p, rows[i].list, str_of(rows[i].value), &arena, &e),
			    rows[i].kept != NULL);
		assert_int_equal(n->count, rows[i].kept ? 1 : 0);
		if (rows[i].kept)
			assert_string_equal(arena_text(&arena, n->items[0]), rows[i].kept);
		else
			assert_memory_equal(
			    e.text, device_list_name(rows[i].list), strlen(device_list_name(rows[i].list)));
	}
	(void)state;
}

static void a_list_has_its_limit(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct device_profile p = { 0 };
	struct err e = { 0 };

	for (int i = 0; i < LIMIT_DEVICE_NUMBERS; i++)
		assert_true(
		    device_list_add(&p, DEVICE_MODEL_NUMBER, arena_printf(&arena, "M%d", i), &arena, &e));
	assert_true(device_list_add(&p, DEVICE_MODEL_NUMBER, STR("M0"), &arena, &e));
	assert_false(device_list_add(&p, DEVICE_MODEL_NUMBER, STR("another"), &arena, &e));
	assert_int_equal(e.code, ERR_LIMIT);
	(void)state;
}

static void an_end_of_support_is_told_or_not(void **state)
{
	struct device d = { .end_of_support_communicated = STR("no") };
	struct err e = { 0 };

	assert_true(device_check(&d, &e));
	d.end_of_support_communicated_on = STR("2026-01-01");
	assert_false(device_check(&d, &e));
	d.end_of_support_communicated = STR("yes");
	assert_true(device_check(&d, &e));
	(void)state;
}

TESTS(cmocka_unit_test(what_is_stated_is_checked_by_its_form), cmocka_unit_test(a_text_has_its_limit),
    cmocka_unit_test(lists_keep_each_value_once_in_its_form), cmocka_unit_test(a_list_has_its_limit),
    cmocka_unit_test(an_end_of_support_is_told_or_not))
