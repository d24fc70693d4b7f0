#include "check.h"

#include "inventory/consignee.h"

static void a_row_fills_a_consignee_or_says_which_column_is_wrong(void **state)
{
	static const struct {
		struct consignee_row row;
		const char *error; /* NULL: taken */
	} rows[] = {
		{ { .name = { "Clinic", 6 } }, NULL },
		{ { .name = { "Clinic", 6 }, .country = { "usa", 3 } }, NULL },
		{ { .name = { "Clinic", 6 }, .country = { "USE", 3 } },
		    "country: \"USE\" is no country: expected two letters of ISO 3166, such as US or DE" },
		{ { .name = { "Clinic", 6 }, .country = { "E", 1 } },
		    "country: \"E\" is no country: expected two letters of ISO 3166, such as US or DE" },
		{ { .name = { "Clinic", 6 }, .email = { "a@b", 3 } }, NULL },
		{ { .name = { "Clinic", 6 }, .email = { "a@", 2 } }, "email: \"a@\" is no e-mail address" },
		{ { .name = { "Clinic", 6 }, .email = { "@b", 2 } }, "email: \"@b\" is no e-mail address" },
		{ { .name = { "Clinic", 6 }, .email = { "a@b@c", 5 } },
		    "email: \"a@b@c\" is no e-mail address" },
		{ { .name = { "Clinic", 6 }, .role = { "importer", 8 } }, NULL },
		{ { .name = { "Clinic", 6 }, .kind = { "clinic", 6 } },
		    "kind: \"clinic\" is not one of firm|person" },
		{ { .country = { "US", 2 } }, "account \"7\" is new and has no name" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct consignee c = { .account = STR("7") };
		struct err e = { 0 };

		CASE(rows[i].error);
		assert_int_equal(consignee_read_row(&rows[i].row, &c, &arena, &e), !rows[i].error);
		if (rows[i].error)
			assert_string_equal(e.text, rows[i].error);
		else
			assert_true(str_eq(c.kind, STR("firm")));
	}
	(void)state;
}

static void an_empty_field_leaves_what_stands(void **state)
{
	struct consignee_row row = { .telephone = STR("2") };
	struct consignee c = {
		.account = STR("7"), .name = STR("Clinic"), .telephone = STR("1"), .city = STR("A")
	};
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };

	assert_true(consignee_read_row(&row, &c, &arena, &e));
	assert_true(str_eq(c.telephone, STR("2")));
	assert_true(str_eq(c.city, STR("A")));
	(void)state;
}

static void the_united_states_have_territories(void **state)
{
	static const struct {
		const char *country;
		bool domestic;
	} rows[] = { { "US", true }, { "PR", true }, { "GU", true }, { "DE", false }, { "S ", false },
		{ "", false } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct consignee c = { .country = str_of(rows[i].country) };

		CASE(rows[i].country);
		assert_int_equal(consignee_is_domestic(&c), rows[i].domestic);
	}
	(void)state;
}

static void names_are_personal_where_they_are_a_persons(void **state)
{
	struct consignee c = { .kind = STR("firm") };
	const struct consignee_field *name = consignee_fields;

	while (strcmp(name->name, "name") != 0)
		name++;
	assert_false(consignee_is_personal(&c, name));
	c.kind = STR("person");
	assert_true(consignee_is_personal(&c, name));
	(void)state;
}

static void a_row_tells_of_a_shipment_or_of_none(void **state)
{
	static const struct {
		struct consignee_row row;
		int64_t quantity; /* -1: none */
		const char *error;
	} rows[] = {
		{ { .account = { "1", 1 } }, -1, NULL },
		{ { .quantity = { "4", 1 } }, -1, "a shipment without a device" },
		{ { .device = { "P", 1 } }, -1, "quantity is missing" },
		{ { .device = { "P", 1 }, .quantity = { "4", 1 } }, 4, NULL },
		{ { .device = { "P", 1 }, .quantity = { "0", 1 } }, 0, NULL },
		{ { .device = { "P", 1 }, .quantity = { "-1", 2 } }, -1,
		    "quantity -1 is not from 0 to 1000000000" },
		{ { .device = { "P", 1 }, .serial = { "S7", 2 } }, 1, NULL },
		{ { .device = { "P", 1 }, .serial_from = { "S7", 2 }, .serial_to = { "S9", 2 } }, 3, NULL },
		{ { .device = { "P", 1 }, .serial_from = { "S7", 2 } }, -1,
		    "serial_from and serial_to belong together" },
		{ { .device = { "P", 1 }, .serial_from = { "S7", 2 }, .serial_to = { "S5", 2 } }, -1,
		    "serial numbers \"S7\" to \"S5\" are no range" },
		{ { .device = { "P", 1 }, .serial = { "S1", 2 }, .serial_to = { "S5", 2 } }, -1,
		    "serial, and serial_from or serial_to beside it" },
		{ { .device = { "P", 1 }, .quantity = { "4", 1 }, .returned = { "5", 1 } }, -1,
		    "returned 5 is not from 0 to 4" },
		{ { .device = { "P", 1 }, .quantity = { "4", 1 }, .shipped_on = { "1.2.2026", 8 } }, -1,
		    "shipped_on: date \"1.2.2026\" is not of the form YYYY-MM-DD" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		SCOPED_ARENA arena = { 0 };
		struct shipment s = { 0 };
		struct err e = { 0 };
		bool has;

		CASE(rows[i].error);
		assert_int_equal(shipment_read_row(&rows[i].row, &s, &has, &arena, &e), !rows[i].error);
		if (rows[i].error)
			assert_string_equal(e.text, rows[i].error);
		else
			assert_int_equal(has ? s.quantity : -1, rows[i].quantity);
	}
	(void)state;
}

static void shipments_are_the_same_by_number_or_by_what_was_sent(void **state)
{
	static const struct shipment base = { .consignee_id = 1, .device_id = 1, .release_id = 1 };
	struct shipment a = base, b = base;
	SCOPED_ARENA arena = { 0 };

	assert_true(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	b.quantity = 5;
	assert_true(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	b.release_id = 2;
	assert_false(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	a.lot = b.lot = STR("L1"); /* the same units, updated */
	assert_true(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	b.shipped_on = date_of(2026, 1, 1);
	assert_false(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	a.reference = b.reference = STR("D-1");
	assert_true(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	b.consignee_id = 2;
	assert_false(str_eq(shipment_identity(&a, &arena), shipment_identity(&b, &arena)));
	(void)state;
}

TESTS(cmocka_unit_test(a_row_fills_a_consignee_or_says_which_column_is_wrong),
    cmocka_unit_test(an_empty_field_leaves_what_stands), cmocka_unit_test(the_united_states_have_territories),
    cmocka_unit_test(names_are_personal_where_they_are_a_persons),
    cmocka_unit_test(a_row_tells_of_a_shipment_or_of_none),
    cmocka_unit_test(shipments_are_the_same_by_number_or_by_what_was_sent))
