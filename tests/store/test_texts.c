/* Cards and raw records: put, replaced, tidied, read back; against a model that only remembers revisions. */
#include "store/store_folder.h"

#include "limits.h"
#include "store/texts.h"

#define ADVISORIES 600
#define ROUNDS 12

struct model {
	unsigned revision[ADVISORIES + 1];		     /* by advisory id; 0: not there */
	size_t asked[ADVISORIES + 1], sizes[ADVISORIES + 1]; /* bytes */
};

static void write_record(int64_t id, unsigned revision, size_t size, struct buf *out)
{
	buf_clear(out);
	buf_printf(out, "{\"id\":%lld,\"revision\":%u", (long long)id, revision);
	for (size_t k = 0; out->len < size; k++)
		buf_printf(out, ",\"part %zu\":\"%zx\"", k, (size_t)id * 7919 + revision + k * k);
	buf_byte(out, '}');
}

static void put(struct texts *t, struct model *m, int64_t id, size_t size)
{
	SCOPED_BUF raw = buf_new(LIMIT_RECORD_BYTES);
	struct err e = { 0 };
	bool first = m->revision[id]++ == 0;

	write_record(id, m->revision[id], size, &raw);
	m->asked[id] = size;
	m->sizes[id] = raw.len;
	assert_true(texts_put(t, id, first, STR("card"), buf_str(&raw), &e));
}

static void check_all(struct texts *t, const struct model *m)
{
	SCOPED_BUF expected = buf_new(LIMIT_RECORD_BYTES), found = buf_new(LIMIT_RECORD_BYTES);
	struct err e = { 0 };

	for (int64_t id = 1; id <= ADVISORIES; id++) {
		assert_true(texts_raw(t, id, &found, &e));
		if (m->revision[id] == 0) {
			assert_int_equal(found.len, 0);
			continue;
		}
		write_record(id, m->revision[id], m->asked[id], &expected);
		assert_true(str_eq(buf_str(&found), buf_str(&expected)));
	}
}

/* What the store holds, against what stands in it. */
static void check_size(const struct model *m, const char *path)
{
	size_t standing = 0;
	long plain = count_sql(path, "SELECT coalesce(sum(plain_bytes), 0) FROM raw_block");
	long dead = count_sql(path, "SELECT coalesce(sum(dead_bytes), 0) FROM raw_block");

	for (int64_t id = 1; id <= ADVISORIES; id++)
		standing += m->sizes[id];
	assert_int_equal(plain - dead, standing);
	assert_true((size_t)plain <= 2 * standing);
	assert_int_equal(
	    count_sql(path, "SELECT count(*) FROM raw_block WHERE dead_bytes * 2 >= plain_bytes"), 0);
	assert_int_equal(count_sql(path, "SELECT count(*) FROM raw_block"),
	    count_sql(path, "SELECT count(*) FROM raw_bytes"));
}

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static void replaced_records_give_their_room_back(void **state)
{
	SCOPED_DB *db = NULL;
	struct model m = { 0 };
	struct err e = { 0 };
	uint32_t seed = 1;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	for (size_t round = 0; round < ROUNDS; round++) {
		SCOPED_TEXTS *t = texts_new(db);
		/* many, few, and one twice in a row */
		size_t count = round == 0 ? 2 * ADVISORIES : round % 3 == 0 ? 3 : ADVISORIES / 4;

		assert_true(db_begin(db, &e));
		for (size_t i = 0; i < count; i++) {
			int64_t id = 1 + next(&seed) % ADVISORIES;

			put(t, &m, id, 500 + next(&seed) % 3000);
			if (i % 50 == 0)
				put(t, &m, id, i == 0 ? 300000 : 40);
		}
		assert_true(texts_flush(t, &e));
		check_all(t, &m);
		assert_true(db_commit(db, &e));
		check_size(&m, in_folder("a.db"));
	}
}

static void who_carries_no_record_has_an_empty_one(void **state)
{
	SCOPED_BUF found = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_DB *db = NULL;
	SCOPED_TEXTS *t = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(db_begin(db, &e));
	t = texts_new(db);
	assert_true(texts_put(t, 1, true, STR("card"), STR(""), &e) && texts_flush(t, &e));
	assert_true(texts_raw(t, 1, &found, &e));
	assert_int_equal(found.len, 0);
	assert_true(texts_put(t, 1, false, STR("card"), STR("{}"), &e) && texts_flush(t, &e));
	assert_true(texts_raw(t, 1, &found, &e));
	assert_true(str_eq(buf_str(&found), STR("{}")));
	assert_true(texts_put(t, 1, false, STR("card"), STR(""), &e) && texts_flush(t, &e));
	assert_true(texts_raw(t, 1, &found, &e));
	assert_int_equal(found.len, 0);
	assert_true(db_commit(db, &e));
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM raw_block"), 0);
}

/* A hand that keeps what it is given, and gives it back packed when asked. */
struct keeper {
	struct arena arena;
	struct raw_block blocks[16];
	size_t count;
};

static bool keep(void *ctx, const struct raw_block *block)
{
	struct keeper *k = ctx;

	if (k->count == COUNT(k->blocks) || block->id % 3 == 0)
		return false;
	k->blocks[k->count++] = (struct raw_block){ block->id, arena_copy(&k->arena, block->members),
		arena_copy(&k->arena, block->bytes) };
	return true;
}

static void it_does_not_matter_who_packs_and_when(void **state)
{
	struct keeper keeper = { 0 };
	struct zstd_packer *packer = zstd_packer_new();
	SCOPED_DB *db = NULL;
	SCOPED_TEXTS *t = NULL;
	struct model m = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(db_begin(db, &e));
	t = texts_new(db);
	texts_hand_out(t, (struct raw_hand){ &keeper, keep });
	for (int64_t id = 1; id <= ADVISORIES; id++)
		put(t, &m, id, 1000 + (size_t)id * 3);
	for (int64_t id = 1; id <= ADVISORIES; id += 2)
		put(t, &m, id, 700);
	texts_hand_out(t, (struct raw_hand){ 0 });
	assert_true(keeper.count > 3);
	while (keeper.count) { /* the last one first */
		SCOPED_BUF packed = buf_new(LIMIT_RECORD_BYTES);
		struct raw_block block = keeper.blocks[--keeper.count];

		raw_block_pack(packer, &block, &packed);
		block.bytes = buf_str(&packed);
		assert_true(texts_take_packed(t, &block, &e));
	}
	assert_true(texts_flush(t, &e));
	check_all(t, &m);
	assert_true(db_commit(db, &e));
	check_size(&m, in_folder("a.db"));
	zstd_packer_free(packer);
	arena_free(&keeper.arena);
}

static void what_is_wrong_in_the_store_is_told(void **state)
{
	static const struct {
		const char *sql, *says;
	} cases[] = {
		{ "DELETE FROM raw_bytes", "block 1 of raw records is missing" },
		{ "UPDATE raw_bytes SET packed = X'28b52ffd'", "block 1 of raw records is damaged" },
		{ "UPDATE advisory_text SET raw_len = 1 << 40", "block 1 of raw records is damaged" },
		{ "UPDATE advisory_text SET raw_at = 3", "block 1 of raw records is damaged" },
		{ "UPDATE advisory_text SET block_id = NULL",
		    "the record of advisory 1 was kept by an older version; import its feed again" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_BUF found = buf_new(LIMIT_RECORD_BYTES);
		SCOPED_DB *db = NULL;
		SCOPED_TEXTS *t = NULL;
		char message[256], name[16];
		struct err e = { 0 };

		CASE(cases[i].sql);
		snprintf(name, sizeof(name), "%zu.db", i);
		assert_true(db_open(in_folder(name), DB_WRITE, &db, &e));
		assert_true(db_begin(db, &e));
		t = texts_new(db);
		assert_true(texts_put(t, 1, true, STR("card"), STR("{}"), &e) && texts_flush(t, &e));
		assert_true(db_commit(db, &e));
		run_sql(in_folder(name), cases[i].sql, message, sizeof(message));
		assert_false(texts_raw(t, 1, &found, &e));
		assert_string_equal(e.text, cases[i].says);
		assert_int_equal(err_exit_status(e.code), 4);
	}
}

TESTS(IN_FOLDER(replaced_records_give_their_room_back), IN_FOLDER(who_carries_no_record_has_an_empty_one),
    IN_FOLDER(it_does_not_matter_who_packs_and_when), IN_FOLDER(what_is_wrong_in_the_store_is_told))
