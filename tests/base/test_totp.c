/* Codes that change every half minute. */
#include "check.h"

#include "base/totp.h"

static const unsigned char rfc_secret[TOTP_SECRET_BYTES] = "12345678901234567890";

/* RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
static void codes_are_those_of_the_rfc(void **state)
{
	static const struct {
		int64_t seconds;
		const char *code;
	} cases[] = {
		{ 59, "287082" },
		{ 1111111109, "081804" },
		{ 1111111111, "050471" },
		{ 1234567890, "005924" },
		{ 2000000000, "279037" },
		{ 20000000000, "353130" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct instant now = { cases[i].seconds * 1000000 };
		int64_t step = 0;

		CASE(cases[i].code);
		assert_true(totp_matches(rfc_secret, str_of(cases[i].code), now, &step));
		assert_int_equal(step, cases[i].seconds / 30);
	}
	(void)state;
}

/* The code of step 1, 287082, at instants around it. */
static void a_code_holds_from_a_step_before_to_a_step_behind(void **state)
{
	static const struct {
		int64_t seconds;
		bool matches;
	} cases[] = { { 0, true }, { 29, true }, { 30, true }, { 59, true }, { 60, true }, { 89, true },
		{ 90, false }, { 3600, false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t step = -1;

		assert_int_equal(totp_matches(rfc_secret, STR("287082"),
				     (struct instant){ cases[i].seconds * 1000000 }, &step),
		    cases[i].matches);
		assert_int_equal(step, cases[i].matches ? 1 : -1);
	}
	(void)state;
}

static void what_is_no_code_matches_nothing(void **state)
{
	static const char *const cases[] = { "", "28708", "2870822", "28708a", "94287082", " 287082" };
	int64_t step;

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i]);
		assert_false(totp_matches(rfc_secret, str_of(cases[i]), (struct instant){ 59000000 }, &step));
	}
	(void)state;
}

static void a_secret_is_written_in_base32(void **state)
{
	char text[TOTP_BASE32_SIZE];

	assert_string_equal(totp_base32(rfc_secret, text), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
	(void)state;
}

TESTS(cmocka_unit_test(codes_are_those_of_the_rfc),
    cmocka_unit_test(a_code_holds_from_a_step_before_to_a_step_behind),
    cmocka_unit_test(what_is_no_code_matches_nothing), cmocka_unit_test(a_secret_is_written_in_base32))
