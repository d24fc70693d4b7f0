/* What is read ahead is what is read. */
#include "store/store_folder.h"

#include "actions/trail/trail_ahead.h"
#include "base/crypto.h"
#include "store/change.h"

#define ENTRIES 2000 /* several batches, the last of which is not full */

/* With entries that have nothing, little and more than a batch has room for. */
static struct db *open_store(void)
{
	static char large[200 * 1024];
	struct change_by who = { .who = STR("anna"), .at = { INT64_C(1782000000000000) }, .why = STR("") };
	SCOPED_CHANGE *change = NULL;
	struct err e = { 0 };
	struct db *db;

	memset(large, 'x', sizeof(large));
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(change_open(db, &who, &change, &e));
	for (size_t i = 0; i < ENTRIES; i++) {
		struct str old = i % 3 ? (struct str){ large, i } : STR_NONE;
		struct str new = i % 500 == 499 ? (struct str){ large, sizeof(large) } : STR("{}");

		assert_true(change_note(change, "test.ahead", STR("thing 1"), old, new, &e));
	}
	assert_true(change_close(&change, &e));
	return db;
}

struct taken {
	struct sha256_stream *hash;
	int64_t count, most; /* fails behind the last one that it may take */
};

static bool take(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct taken *t = ctx;
	struct sha256 seal = trail_seal(entry);

	sha256_add(t->hash, sha256_str(&seal));
	sha256_add(t->hash, sha256_str(&entry->digest));
	return ++t->count != t->most || err_fail(e, ERR_INPUT, "that was the last");
}

static struct sha256 of_all(bool (*read)(struct db *, struct trail_sink, struct err *), struct db *db)
{
	struct taken t = { sha256_open(), 0, INT64_MAX };
	struct err e = { 0 };

	assert_true(read(db, (struct trail_sink){ &t, take }, &e));
	assert_int_equal(t.count, ENTRIES);
	return sha256_close(t.hash);
}

static bool read_plainly(struct db *db, struct trail_sink out, struct err *e)
{
	return trail_read(db, STR_NONE, out, e);
}

static void every_entry_comes_in_its_order(void **state)
{
	struct sha256 ahead, plain;
	struct db *db = open_store();

	(void)state;
	ahead = of_all(trail_read_ahead, db);
	plain = of_all(read_plainly, db);
	assert_memory_equal(ahead.bytes, plain.bytes, SHA256_BYTES);
	db_close(db);
}

static void who_takes_no_more_is_given_no_more(void **state)
{
	static const int64_t most[] = { 1, 300, 1600 };
	struct db *db = open_store();

	(void)state;
	for (size_t i = 0; i < COUNT(most); i++) {
		struct taken t = { sha256_open(), 0, most[i] };
		struct err e = { 0 };

		assert_false(trail_read_ahead(db, (struct trail_sink){ &t, take }, &e));
		assert_string_equal(e.text, "that was the last");
		assert_int_equal(t.count, most[i]);
		sha256_drop(t.hash);
	}
	db_close(db);
}

TESTS(IN_FOLDER(every_entry_comes_in_its_order), IN_FOLDER(who_takes_no_more_is_given_no_more))
