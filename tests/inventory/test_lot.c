#include "check.h"

#include "inventory/lot.h"

static void serial_ranges_are_compared_by_series(void **state)
{
	static const struct {
		const char *serial, *from, *to;
		bool in, range; /* range: from and to are one */
		int64_t count;
	} rows[] = {
		{ "SN005", "SN001", "SN010", true, true, 10 },
		{ "SN001", "SN001", "SN010", true, true, 10 },
		{ "SN010", "SN001", "SN010", true, true, 10 },
		{ "SN011", "SN001", "SN010", false, true, 10 },
		{ "SN99", "SN7", "SN120", true, true, 114 },
		{ "AB99", "SN7", "SN120", false, true, 114 },
		{ "42", "41", "43", true, true, 3 },
		{ "X1", "X1", "X1", true, true, 1 },
		{ "X1B", "X1A", "X1C", true, true, -1 }, /* of one length: as they stand */
		{ "X1B", "X1AA", "X1C", false, false, -1 },
		{ "SN5", "SN9", "SN2", false, false, -1 },
		{ "5", "", "", false, true, 1 },
		{ "99999999999999999999999", "00000000000000000000001", "99999999999999999999999", true, true,
		    -1 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str from = str_of(rows[i].from), to = str_of(rows[i].to);

		CASE(rows[i].serial);
		assert_int_equal(serial_in_range(str_of(rows[i].serial), from, to), rows[i].in);
		assert_int_equal(serial_is_range(from, to), rows[i].range);
		assert_int_equal(serial_count(from, to), rows[i].count);
	}
	(void)state;
}

static void ranges_meet_where_they_share_a_number(void **state)
{
	assert_true(serial_ranges_meet(STR("S1"), STR("S5"), STR("S5"), STR("S9")));
	assert_true(serial_ranges_meet(STR("S1"), STR("S9"), STR("S3"), STR("S4")));
	assert_false(serial_ranges_meet(STR("S1"), STR("S4"), STR("S5"), STR("S9")));
	assert_false(serial_ranges_meet(STR("S1"), STR("S4"), STR("T1"), STR("T9")));
	(void)state;
}

TESTS(cmocka_unit_test(serial_ranges_are_compared_by_series),
    cmocka_unit_test(ranges_meet_where_they_share_a_number))
