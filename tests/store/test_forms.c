/* The small stored forms: sets of ids, cards, texts with and without a dictionary. */
#include "store/store_folder.h"

#include "limits.h"
#include "store/card.h"
#include "store/id_set.h"
#include "store/texts.h"

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

/* count records of a source, each of about len bytes, put and read back. */
static void put_and_read(size_t count, size_t len, long dictionaries)
{
	SCOPED_DB *db = NULL;
	SCOPED_TEXTS *texts = NULL;
	SCOPED_BUF raw = buf_new(LIMIT_RECORD_BYTES), back = buf_new(LIMIT_RECORD_BYTES);
	struct err e = { 0 };

	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(db_begin(db, &e));
	texts = texts_new(db);
	for (size_t i = 0; i < count; i++) {
		buf_clear(&raw);
		for (size_t k = 0; raw.len < len; k++)
			buf_printf(
			    &raw, "{\"id\":\"%zu\",\"part\":%zu,\"text\":\"%zx\"}", i, k, i * 7919 + k * k);
		assert_true(texts_put(texts, 1,
		    (struct text_job){
			.advisory_id = (int64_t)i + 1, .card = STR("card"), .raw = buf_str(&raw) },
		    &e));
	}
	assert_true(texts_put(
	    texts, 1, (struct text_job){ .advisory_id = (int64_t)count + 1, .card = STR("card") }, &e));
	assert_true(texts_flush(texts, &e));
	for (size_t i = 0; i < count; i += count / 3 + 1) {
		char start[64];

		snprintf(start, sizeof(start), "{\"id\":\"%zu\",\"part\":0,", i);
		assert_true(texts_raw(texts, (int64_t)i + 1, &back, &e));
		assert_true(str_starts(buf_str(&back), str_of(start)));
		assert_true(back.len >= len);
	}
	assert_true(texts_raw(texts, (int64_t)count + 1, &back, &e));
	assert_int_equal(back.len, 0);
	assert_true(texts_raw(texts, (int64_t)count + 2, &back, &e));
	assert_int_equal(back.len, 0);
	assert_true(db_commit(db, &e));
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM dictionary"), dictionaries);
}

static void a_few_texts_are_kept_without_a_dictionary(void **state)
{
	(void)state;
	put_and_read(5, 2000, 0);
}

static void many_texts_are_kept_with_one(void **state)
{
	(void)state;
	put_and_read(500, 2500, 1);
}

static void a_large_text_is_kept_too(void **state)
{
	(void)state;
	put_and_read(1, (size_t)3 * 1024 * 1024, 0);
}

static void a_text_whose_dictionary_is_gone_is_told(void **state)
{
	SCOPED_BUF back = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_DB *db = NULL;
	SCOPED_TEXTS *texts = NULL;
	struct err e = { 0 };
	char message[256];

	(void)state;
	put_and_read(500, 2500, 1);
	run_sql(in_folder("a.db"), "DELETE FROM dictionary", message, sizeof(message));
	assert_true(db_open(in_folder("a.db"), DB_READ, &db, &e));
	texts = texts_new(db);
	assert_false(texts_raw(texts, 1, &back, &e));
	assert_string_equal(e.text, "compression dictionary 1 is missing");
	assert_int_equal(err_exit_status(e.code), 4);
}

TESTS(cmocka_unit_test(a_set_keeps_ids_sorted_and_once), cmocka_unit_test(damaged_bytes_of_a_set_are_refused),
    cmocka_unit_test(a_card_comes_back_and_is_never_read_past_its_end),
    IN_FOLDER(a_few_texts_are_kept_without_a_dictionary), IN_FOLDER(many_texts_are_kept_with_one),
    IN_FOLDER(a_large_text_is_kept_too), IN_FOLDER(a_text_whose_dictionary_is_gone_is_told))
