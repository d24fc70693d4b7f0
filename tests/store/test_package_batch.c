/* Batches of changes to ranges, against a list that is changed one by one. */
#include "check.h"

#include "actions/matching/merge_thread.h"
#include "limits.h"
#include "matching/packed.h"
#include "store/package_batch.h"

#define PACKAGES 40
#define MOST 400 /* ranges of a package */
#define ROUNDS 6

struct model {
	struct range ranges[MOST];
	size_t count;
};

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static struct range some_range(int64_t advisory_id, uint32_t *seed, struct arena *arena)
{
	struct affected a = { .kind = PACKAGE_PURL, .scheme = VERSION_GENERIC, .config = -1 };
	uint32_t n = next(seed);

	a.low = n % 5 ? arena_printf(arena, "%u.%u", n % 3, n % 11) : STR_NONE;
	a.high = n % 7 ? arena_printf(arena, "3.%u", next(seed) % 13) : STR_NONE;
	a.low_inclusive = n % 2;
	return range_of(&a, advisory_id, arena);
}

static void remove_from(struct model *m, int64_t advisory_id)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->count; i++)
		if (m->ranges[i].advisory_id != advisory_id)
			m->ranges[kept++] = m->ranges[i];
	m->count = kept;
}

static void add(struct package_batch *b, struct model *m, const struct range *r)
{
	SCOPED_BUF entry = buf_new(1000);

	buf_byte(&entry, (char)r->scheme);
	packed_write_entry(&entry, r);
	package_batch_add(b, r->advisory_id, buf_str(&entry));
	assert_true(m->count < MOST);
	m->ranges[m->count++] = *r;
}

/* Changes of a package, advisory by advisory; what stands of it came by earlier rounds. */
static void change(struct package_batch *b, struct model *m, uint32_t *seed, struct arena *arena)
{
	for (int64_t advisory_id = 1; advisory_id < 12; advisory_id++) {
		uint32_t steps = next(seed) % 5;

		while (steps-- > 0) {
			struct range r = some_range(advisory_id, seed, arena);

			if (next(seed) % 3) {
				add(b, m, &r);
				continue;
			}
			package_batch_add(b, advisory_id, STR(""));
			remove_from(m, advisory_id);
		}
	}
}

/* The batch as the models have it; what the packages have now goes to standing. */
static void expect(
    struct package_batch *b, const struct model *models, struct str *standing, struct arena *arena)
{
	struct err e = { 0 };
	struct str packed;
	int64_t id;
	bool there;

	for (int64_t i = 1; i <= PACKAGES; i++) {
		SCOPED_BUF expected = buf_new(LIMIT_PACKED_BYTES);

		assert_true(package_batch_next(b, &id, &packed, &there, &e));
		assert_true(there && id == i);
		packed_write(&expected, models[i - 1].ranges, models[i - 1].count);
		assert_true(str_eq(packed, buf_str(&expected)));
		standing[i - 1] = arena_copy(arena, packed);
	}
	assert_true(package_batch_next(b, &id, &packed, &there, &e));
	assert_false(there);
	assert_int_equal(package_batch_bytes(b), 0);
}

static void changes_come_out_as_one_by_one(void **state)
{
	struct package_batch *b = package_batch_new();
	static struct model models[PACKAGES];
	struct str standing[PACKAGES] = { 0 };
	SCOPED_ARENA arena = { 0 };
	uint32_t seed = 7;

	(void)state;
	memset(models, 0, sizeof(models));
	for (size_t round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < PACKAGES; i++) {
			package_batch_begin(b, (int64_t)i + 1, standing[i]);
			change(b, &models[i], &seed, &arena);
		}
		package_batch_merge(b);
		expect(b, models, standing, &arena);
	}
	package_batch_free(b);
}

static void a_thread_gives_them_back_in_order(void **state)
{
	struct package_batch *batches[3];
	SCOPED_MERGE_THREAD *thread = merge_thread_new();
	struct merge_hand hand = merge_thread_hand(thread);
	static struct model models[PACKAGES];
	struct str standing[PACKAGES] = { 0 };
	SCOPED_ARENA arena = { 0 };
	uint32_t seed = 3;

	(void)state;
	assert_null(hand.take(hand.ctx));
	for (size_t i = 0; i < COUNT(batches); i++)
		batches[i] = package_batch_new();
	for (size_t given = 0; given < 50 + COUNT(batches); given++) {
		struct package_batch *b = batches[given % COUNT(batches)];

		if (given >= COUNT(batches)) {
			assert_ptr_equal(hand.take(hand.ctx), b);
			expect(b, models, standing, &arena);
		}
		if (given >= 50)
			continue;
		memset(models, 0, sizeof(models));
		seed = 3; /* all batches alike */
		for (size_t i = 0; i < PACKAGES; i++) {
			package_batch_begin(b, (int64_t)i + 1, STR(""));
			change(b, &models[i], &seed, &arena);
		}
		hand.give(hand.ctx, b);
	}
	assert_null(hand.take(hand.ctx));
	for (size_t i = 0; i < COUNT(batches); i++)
		package_batch_free(batches[i]);
}

static void what_is_damaged_is_told(void **state)
{
	const struct {
		const char *what;
		struct str standing, entry;
		const char *says;
	} cases[] = {
		{ "a form not known", STR("\x09"), STR("\x01"), "a range of package 4 could not be packed" },
		{ "an entry cut short", STR(""), STR("\x00\x03\x05"),
		    "a range of package 4 could not be packed" },
		{ "what stands", STR("\x09"), STR(""), "the ranges of package 4 are damaged" },
		{ "a block cut short", STR("\x01\x00\x00\x05"), STR(""),
		    "the ranges of package 4 are damaged" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct package_batch *b = package_batch_new();
		struct err e = { 0 };
		struct str packed;
		int64_t id;
		bool there;

		CASE(cases[i].what);
		package_batch_begin(b, 4, cases[i].standing);
		package_batch_add(b, 1, cases[i].entry);
		package_batch_merge(b);
		assert_false(package_batch_next(b, &id, &packed, &there, &e));
		assert_string_equal(e.text, cases[i].says);
		assert_int_equal(err_exit_status(e.code), 4);
		package_batch_free(b);
	}
}

TESTS(cmocka_unit_test(changes_come_out_as_one_by_one), cmocka_unit_test(a_thread_gives_them_back_in_order),
    cmocka_unit_test(what_is_damaged_is_told))
