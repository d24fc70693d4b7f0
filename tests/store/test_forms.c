/* The small stored forms: sets of ids and cards. */
#include "check.h"

#include "limits.h"
#include "store/card.h"
#include "store/id_set.h"

static void a_set_keeps_ids_sorted_and_once(void **state)
{
	static const int64_t ids[] = { 5, 1, INT64_MAX, 5, 300, 2, 1, 299 };
	static const int64_t sorted[] = { 1, 2, 5, 299, 300, INT64_MAX };
	SCOPED_ID_SET set = { 0 }, again = { 0 };
	SCOPED_BUF bytes = buf_new(100);

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++)
		assert_int_equal(id_set_add(&set, ids[i]), i != 3 && i != 6);
	assert_int_equal(set.count, COUNT(sorted));
	id_set_write(&set, &bytes);
	assert_true(id_set_read(buf_str(&bytes), &again));
	assert_int_equal(again.count, COUNT(sorted));
	for (size_t i = 0; i < COUNT(sorted); i++)
		assert_true(again.ids[i] == sorted[i]);
}

static void damaged_bytes_of_a_set_are_refused(void **state)
{
	static const struct {
		const char *what;
		struct str bytes;
	} cases[] = {
		{ "a step cut short", { "\x01\x80", 2 } },
		{ "a step over-long", { "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01", 11 } },
		{ "steps beyond the largest id", { "\xff\xff\xff\xff\xff\xff\xff\xff\x7f\x01", 10 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ID_SET set = { 0 };

		CASE(cases[i].what);
		assert_false(id_set_read(cases[i].bytes, &set));
	}
}

static void a_card_comes_back_and_is_never_read_past_its_end(void **state)
{
	struct str aliases[] = { STR("GHSA-aaaa-aaaa-aaaa"), STR("") };
	struct score scores[] = { { STR("nvd"), STR("3.1"), STR("CVSS:3.1/AV:N"), 98 },
		{ STR("ghsa"), STR("4.0"), STR("CVSS:4.0/AV:N"), -1 } };
	struct advisory a = { .summary = STR("what it is"),
		.revision = STR("2"),
		.aliases = aliases,
		.alias_count = COUNT(aliases),
		.scores = scores,
		.score_count = COUNT(scores) };
	SCOPED_BUF bytes = buf_new(1000);
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	struct card card;

	(void)state;
	card_write(&a, &bytes);
	assert_true(card_read(buf_str(&bytes), &arena, &card, &e));
	assert_true(str_eq(card.summary, a.summary));
	assert_true(str_eq(card.revision, a.revision));
	assert_int_equal(card.alias_count, 2);
	assert_true(str_eq(card.aliases[0], aliases[0]));
	assert_int_equal(card.score_count, 2);
	assert_int_equal(card.scores[0].tenths, 98);
	assert_int_equal(card.scores[1].tenths, -1);
	for (size_t len = 0; len < bytes.len; len++)
		assert_false(card_read(str_first(buf_str(&bytes), len), &arena, &card, &e));
	assert_string_equal(e.text, "the card of an advisory is damaged");
	for (size_t at = 0; at < bytes.len; at++)
		for (int bit = 0; bit < 8; bit++) {
			char *copy = malloc(bytes.len); /* of its own, so that a sanitizer sees its end */
			struct err ignored;

			memcpy(copy, bytes.ptr, bytes.len);
			copy[at] = (char)(copy[at] ^ (1 << bit));
			if (!card_read((struct str){ copy, bytes.len }, &arena, &card, &ignored))
				arena_reset(&arena);
			free(copy);
		}
}

TESTS(cmocka_unit_test(a_set_keeps_ids_sorted_and_once), cmocka_unit_test(damaged_bytes_of_a_set_are_refused),
    cmocka_unit_test(a_card_comes_back_and_is_never_read_past_its_end))
