#include "check.h"

#include "base/number.h"

static void number_decimal_is_exact(void **state)
{
	static const struct {
		const char *text;
		int places;
		int64_t value;
		bool good;
	} cases[] = {
		{ "9.8", 1, 98, true },
		{ "10", 1, 100, true },
		{ "0.944170000", 6, 944170, true },
		{ "1e-05", 6, 10, true },
		{ "9.75", 1, 98, true },
		{ "9.74", 1, 97, true },
		{ "-1.5", 1, -15, true },
		{ "1.2.3", 1, 0, false },
		{ "", 1, 0, false },
		{ "1e99", 1, 0, false },
		{ "0.00043", 6, 430, true },
		{ "9.9.", 1, 0, false },
		{ "1234567890123456789012", 1, 0, false },
		{ "9e-07", 6, 1, true },
		{ "4e-07", 6, 0, true },
		{ "1E-33", 6, 0, true },
		{ "123.5e-2", 1, 12, true },
		{ "1.5e+2", 0, 150, true },
		{ "0e400", 1, 0, true },
		{ "1e-400", 1, 0, true },
		{ "1e+-2", 1, 0, false },
		{ "1e", 1, 0, false },
		{ ".", 1, 0, false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t n = 0;

		CASE(cases[i].text);
		assert_int_equal(number_decimal(str_of(cases[i].text), cases[i].places, &n), cases[i].good);
		assert_int_equal(n, cases[i].value);
	}
	(void)state;
}

static void number_parse_takes_all_of_64_bits(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
		bool good;
	} cases[] = {
		{ "0", 0, true },
		{ "-0", 0, true },
		{ "9223372036854775807", INT64_MAX, true },
		{ "-9223372036854775808", INT64_MIN, true },
		{ "9223372036854775808", 0, false },
		{ "-9223372036854775809", 0, false },
		{ "-", 0, false },
		{ "", 0, false },
		{ "1 ", 0, false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };
		int64_t n = 0;

		CASE(cases[i].text);
		assert_int_equal(
		    number_parse(str_of(cases[i].text), "n", INT64_MIN, INT64_MAX, &n, &e), cases[i].good);
		assert_int_equal(n, cases[i].value);
	}
	(void)state;
}

static void number_is_written_whole(void **state)
{
	static const struct {
		const char *text;
		int64_t n;
	} cases[] = {
		{ "0", 0 },
		{ "-7", -7 },
		{ "9223372036854775807", INT64_MAX },
		{ "-9223372036854775808", INT64_MIN },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[NUMBER_TEXT_SIZE];

		CASE(cases[i].text);
		assert_true(str_eq(number_write(cases[i].n, text), str_of(cases[i].text)));
	}
	(void)state;
}

static void number_is_written_exactly(void **state)
{
	static const struct {
		const char *text;
		int64_t n;
		int places;
	} cases[] = {
		{ "9.8", 98, 1 },
		{ "9.0", 90, 1 },
		{ "0.0", 0, 1 },
		{ "-7.0", -7, 0 },
		{ "0.123", 1230, 4 },
		{ "-0.000001", -1, 6 },
		{ "-9.223372036854775808", INT64_MIN, 18 },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[NUMBER_TEXT_SIZE];

		CASE(cases[i].text);
		assert_true(
		    str_eq(number_write_decimal(cases[i].n, cases[i].places, text), str_of(cases[i].text)));
	}
	(void)state;
}

TESTS(cmocka_unit_test(number_parse_takes_all_of_64_bits), cmocka_unit_test(number_decimal_is_exact),
    cmocka_unit_test(number_is_written_whole), cmocka_unit_test(number_is_written_exactly))
