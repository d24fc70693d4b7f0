/* Answers that are kept as long as nothing has changed. */
#include "check.h"

#include "server/kept_answers.h"

static struct kept_asked asking(const char *target)
{
	return (struct kept_asked){
		.target = str_of(target), .roles = 1, .from = { 1000 }, .until = { INT64_MAX }
	};
}

/* Puts a body of count bytes of c. */
static bool put(struct kept_answers *k, int64_t version, const struct kept_asked *asked, size_t count, char c)
{
	struct kept_answer made = { .type = "text/plain", .digest = "0123" };
	const struct kept_answer *kept;
	struct buf body = buf_new(1 << 20);

	for (size_t i = 0; i < count; i++)
		buf_byte(&body, c);
	kept = kept_answers_put(k, version, asked, &made, &body);
	kept_answers_release(kept);
	assert_int_equal(body.len, kept ? 0 : count);
	buf_free(&body);
	return kept;
}

/* The first byte of what is found; 0: nothing is. */
static char found(struct kept_answers *k, int64_t version, struct kept_asked asked)
{
	const struct kept_answer *kept = kept_answers_find(k, version, &asked);
	char first = kept ? kept->body.ptr[0] : '\0';

	kept_answers_release(kept);
	return first;
}

static void an_answer_is_of_its_target_roles_and_encoding(void **state)
{
	struct kept_answers *k = kept_answers_new(1 << 16);
	struct kept_asked a = asking("/a?b"), other = a;

	(void)state;
	assert_int_equal(found(k, 1, a), 0);
	assert_true(put(k, 1, &a, 10, 'x'));
	assert_int_equal(found(k, 1, a), 'x');
	other.target = STR("/a?");
	assert_int_equal(found(k, 1, other), 0);
	other = a;
	other.roles = 3;
	assert_int_equal(found(k, 1, other), 0);
	other = a;
	other.takes_gzip = true;
	assert_int_equal(found(k, 1, other), 0);
	assert_int_equal(found(k, 1, a), 'x');
	assert_true(put(k, 1, &a, 10, 'y'));
	assert_int_equal(found(k, 1, a), 'y');
	kept_answers_free(k);
}

static void another_state_of_the_store_forgets_all(void **state)
{
	struct kept_answers *k = kept_answers_new(1 << 16);
	struct kept_asked a = asking("/a"), b = asking("/b");

	(void)state;
	assert_int_equal(found(k, 1, a), 0);
	assert_true(put(k, 1, &a, 10, 'x'));
	assert_int_equal(found(k, 2, b), 0);
	assert_int_equal(found(k, 1, a), 0);
	/* made while the store changed: asked for at 1, and now it is 2 */
	assert_int_equal(found(k, 2, b), 0);
	assert_false(put(k, 1, &b, 10, 'x'));
	assert_int_equal(found(k, 2, b), 0);
	kept_answers_free(k);
}

static void an_answer_ends_with_its_time(void **state)
{
	struct kept_answers *k = kept_answers_new(1 << 16);
	struct kept_asked a = asking("/a");

	(void)state;
	a.until.us = 2000;
	assert_int_equal(found(k, 1, a), 0);
	assert_true(put(k, 1, &a, 10, 'x'));
	a.from.us = 1999;
	assert_int_equal(found(k, 1, a), 'x');
	a.from.us = 2000;
	assert_int_equal(found(k, 1, a), 0);
	a.from.us = 1500;
	assert_true(put(k, 1, &a, 10, 'x'));
	a.from.us = 1499; /* the clock was set back */
	assert_int_equal(found(k, 1, a), 0);
	kept_answers_free(k);
}

static void what_was_not_asked_for_longest_gives_way(void **state)
{
	struct kept_answers *k = kept_answers_new(80000);
	struct kept_asked a = asking("/a");
	char target[32];

	(void)state;
	assert_int_equal(found(k, 1, a), 0);
	assert_false(put(k, 1, &a, 10001, 'x')); /* more than an eighth of all */
	assert_true(put(k, 1, &a, 9000, 'x'));
	for (int i = 0; i < 100; i++) {
		struct kept_asked one = asking(target);

		snprintf(target, sizeof(target), "/%d", i);
		one.target = str_of(target);
		assert_true(put(k, 1, &one, 9000, 'y'));
		assert_int_equal(found(k, 1, a), 'x');
	}
	assert_int_equal(found(k, 1, asking("/0")), 0);
	assert_int_equal(found(k, 1, asking("/99")), 'y');
	kept_answers_free(k);
}

static void what_is_being_sent_stays_until_it_is_sent(void **state)
{
	struct kept_answers *k = kept_answers_new(1 << 16);
	struct kept_asked a = asking("/a");
	const struct kept_answer *sent;

	(void)state;
	assert_int_equal(found(k, 1, a), 0);
	assert_true(put(k, 1, &a, 10, 'x'));
	sent = kept_answers_find(k, 1, &a);
	assert_non_null(sent);
	assert_int_equal(found(k, 2, a), 0);
	assert_int_equal(sent->body.ptr[9], 'x');
	assert_int_equal(found(k, 2, a), 0);
	kept_answers_free(k);
	assert_int_equal(sent->body.ptr[9], 'x');
	kept_answers_release(sent);
}

TESTS(cmocka_unit_test(an_answer_is_of_its_target_roles_and_encoding),
    cmocka_unit_test(another_state_of_the_store_forgets_all), cmocka_unit_test(an_answer_ends_with_its_time),
    cmocka_unit_test(what_was_not_asked_for_longest_gives_way),
    cmocka_unit_test(what_is_being_sent_stays_until_it_is_sent))
