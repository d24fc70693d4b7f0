#include "check.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/sorted_runs.h"

#define KEYS 50 /* few enough that many records share one */

/* A generator of its own, so that every run of the test draws the same. */
static uint32_t draw(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

struct item {
	int64_t major, minor;
	uint32_t number; /* in the order of adding */
};

static int by_key(const void *left, const void *right)
{
	const struct item *a = left, *b = right;

	if (a->major != b->major)
		return a->major < b->major ? -1 : 1;
	if (a->minor != b->minor)
		return a->minor < b->minor ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

static void add(struct sorted_runs *r, const struct item *item, size_t padding)
{
	struct err e = { 0 };
	char bytes[3000] = "";

	memcpy(bytes, &item->number, sizeof(item->number));
	assert_true(sorted_runs_add(r,
	    (struct sorted_record){ item->major, item->minor, { bytes, sizeof(item->number) + padding } },
	    &e));
}

static void expect(struct sorted_runs *r, const struct item *items, size_t count)
{
	struct sorted_record record;
	struct err e = { 0 };
	bool there;

	for (size_t i = 0; i < count; i++) {
		uint32_t number;

		assert_true(sorted_runs_next(r, &record, &there, &e));
		assert_true(there);
		assert_int_equal(record.major, items[i].major);
		assert_int_equal(record.minor, items[i].minor);
		assert_true(record.bytes.len >= sizeof(number));
		memcpy(&number, record.bytes.ptr, sizeof(number));
		assert_int_equal(number, items[i].number);
	}
	assert_true(sorted_runs_next(r, &record, &there, &e));
	assert_false(there);
}

static void fill_and_expect(struct sorted_runs *r, size_t count, uint32_t seed)
{
	struct item *items = memory_alloc(count, sizeof(*items));

	for (size_t i = 0; i < count; i++) {
		items[i] = (struct item){ draw(&seed, KEYS), draw(&seed, KEYS), (uint32_t)i };
		add(r, &items[i], draw(&seed, 100) == 0 ? 2900 : draw(&seed, 20));
	}
	if (count)
		qsort(items, count, sizeof(*items), by_key);
	expect(r, items, count);
	free(items);
}

/* Memory for all of them; for some; and for so few that runs of runs are merged. */
static void records_come_back_in_order_whatever_memory_holds(void **state)
{
	static const size_t memories[] = { 100 * 1024 * 1024, 100 * 1024, 2 * 1024 };
	static const size_t counts[] = { 0, 1, 2, 1000, 20000 };

	(void)state;
	for (size_t m = 0; m < COUNT(memories); m++)
		for (size_t c = 0; c < COUNT(counts); c++) {
			struct sorted_runs *r = sorted_runs_new(memories[m]);

			fill_and_expect(r, counts[c], (uint32_t)(m * 10 + c));
			fill_and_expect(r, counts[c] / 2, 7); /* it can be used again */
			sorted_runs_free(r);
		}
}

static void empty_records_keep_their_place(void **state)
{
	struct sorted_runs *r = sorted_runs_new(1000);
	struct sorted_record record;
	struct err e = { 0 };
	bool there;

	(void)state;
	for (int i = 0; i < 300; i++)
		assert_true(
		    sorted_runs_add(r, (struct sorted_record){ i % 3, 0, i % 2 ? STR("") : STR("x") }, &e));
	for (int i = 0; i < 300; i++) {
		assert_true(sorted_runs_next(r, &record, &there, &e) && there);
		assert_int_equal(record.major, i / 100);
		/* of key k come the numbers k, k + 3, k + 6: even and odd in turn */
		assert_int_equal(record.bytes.len, (record.major + i % 100 * 3) % 2 ? 0 : 1);
	}
	assert_true(sorted_runs_next(r, &record, &there, &e));
	assert_false(there);
	sorted_runs_free(r);
}

static void what_was_not_taken_back_is_freed(void **state)
{
	struct sorted_runs *r = sorted_runs_new(1000);
	struct sorted_record record;
	struct err e = { 0 };
	bool there;

	(void)state;
	for (int i = 0; i < 300; i++)
		assert_true(sorted_runs_add(r, (struct sorted_record){ i, i, STR("bytes") }, &e));
	assert_true(sorted_runs_next(r, &record, &there, &e) && there);
	sorted_runs_free(r);
	sorted_runs_free(NULL);
}

TESTS(cmocka_unit_test(records_come_back_in_order_whatever_memory_holds),
    cmocka_unit_test(empty_records_keep_their_place), cmocka_unit_test(what_was_not_taken_back_is_freed))
