/* How often an address may ask. */
#include "check.h"

#include "server/rates.h"

#define SECOND INT64_C(1000000)

static void a_burst_is_let_through_and_then_one_at_a_time(void **state)
{
	struct rates *r = rates_new(3, SECOND);
	struct instant now = { 100 * SECOND };

	(void)state;
	for (int i = 0; i < 3; i++)
		assert_int_equal(rates_take(r, STR("a"), now), 0);
	assert_int_equal(rates_take(r, STR("a"), now), SECOND);
	assert_int_equal(rates_take(r, STR("b"), now), 0);
	now.us += SECOND;
	assert_int_equal(rates_take(r, STR("a"), now), 0);
	assert_int_equal(rates_take(r, STR("a"), now), SECOND);
	now.us += 100 * SECOND;
	for (int i = 0; i < 3; i++)
		assert_int_equal(rates_take(r, STR("a"), now), 0);
	assert_true(rates_take(r, STR("a"), now) > 0);
	rates_free(r);
}

/* However many addresses ask, one that has used up its own stays known for as long as its bucket is not full.
 */
static void many_addresses_do_not_forget_one(void **state)
{
	struct rates *r = rates_new(2, 1000 * SECOND);
	struct instant now = { 5 * SECOND };
	char name[32];

	(void)state;
	assert_int_equal(rates_take(r, STR("guesser"), now), 0);
	assert_int_equal(rates_take(r, STR("guesser"), now), 0);
	for (int i = 0; i < 100000; i++) {
		snprintf(name, sizeof(name), "10.0.%d.%d", i / 250, i % 250);
		assert_int_equal(rates_take(r, str_of(name), now), 0);
	}
	assert_true(rates_take(r, STR("guesser"), now) > 0);
	rates_free(r);
}

TESTS(cmocka_unit_test(a_burst_is_let_through_and_then_one_at_a_time),
    cmocka_unit_test(many_addresses_do_not_forget_one))
