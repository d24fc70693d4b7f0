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
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t n = 0;

		CASE(cases[i].text);
		assert_int_equal(number_decimal(str_of(cases[i].text), cases[i].places, &n), cases[i].good);
		assert_int_equal(n, cases[i].value);
	}
	(void)state;
}

TESTS(cmocka_unit_test(number_decimal_is_exact))
