#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "matching/packed.h"

/* A plain generator with a fixed seed: the same ranges every run. */
static uint32_t next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static struct str version_text(struct arena *arena, uint32_t n)
{
	return arena_printf(arena, "%u.%u", n / 10, n % 10);
}

static struct range random_range(struct arena *arena, uint32_t *state, int64_t advisory_id)
{
	static const enum version_scheme schemes[] = { VERSION_GENERIC, VERSION_SEMVER };
	uint32_t low = next(state) % 90, high = low + next(state) % 20, shape = next(state) % 8;
	struct affected a = { .kind = PACKAGE_CPE, .scheme = schemes[next(state) % 2], .config = -1 };

	if (shape != 0)
		a.low = version_text(arena, low);
	if (shape != 1)
		a.high = version_text(arena, shape == 2 ? low : high);
	a.low_inclusive = shape == 2 || next(state) % 2;
	a.high_inclusive = shape == 2 || next(state) % 2;
	a.fixed = shape == 3 ? a.high : shape == 4 ? STR("9.9") : STR("");
	a.qualifier = shape == 5 ? STR("sp1:*:*:*:*:*:*") : STR("");
	a.status = (enum affected_status)(next(state) % 4);
	a.config = (int16_t)(shape == 6 ? 3 : -1);
	return range_of(&a, advisory_id, arena);
}

static size_t unpack(struct str packed, struct range *out, size_t room)
{
	struct packed_block block;
	struct str rest;
	bool damaged = !packed_open(packed, &rest);
	size_t count = 0;

	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (count < room && packed_next(&block, &out[count], &damaged))
			count++;
	assert_false(damaged);
	return count;
}

static void packed_gives_back_what_was_packed_in_order(void **state)
{
	struct range ranges[200], back[200];
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF packed = buf_new(1 << 20);
	uint32_t seed = 1;

	for (size_t i = 0; i < COUNT(ranges); i++)
		ranges[i] = random_range(&arena, &seed, (int64_t)i + 1);
	packed_write(&packed, ranges, COUNT(ranges));
	assert_int_equal(unpack(buf_str(&packed), back, COUNT(back)), COUNT(ranges));
	for (size_t i = 0; i < COUNT(back); i++) {
		assert_int_equal(range_compare(&back[i], &ranges[back[i].advisory_id - 1]), 0);
		assert_true(i == 0 || range_compare(&back[i - 1], &back[i]) < 0);
	}
	(void)state;
}

static void packed_bytes_do_not_depend_on_the_order_of_ranges(void **state)
{
	struct range ranges[100], shuffled[101];
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF a = buf_new(1 << 20), b = buf_new(1 << 20);
	uint32_t seed = 2;

	for (size_t i = 0; i < COUNT(ranges); i++)
		ranges[i] = random_range(&arena, &seed, (int64_t)i + 1);
	for (size_t i = 0; i < COUNT(ranges); i++)
		shuffled[i] = ranges[COUNT(ranges) - 1 - i];
	shuffled[COUNT(ranges)] = ranges[7]; /* the same range twice is one */
	packed_write(&a, ranges, COUNT(ranges));
	packed_write(&b, shuffled, COUNT(shuffled));
	assert_true(str_eq(buf_str(&a), buf_str(&b)));
	(void)state;
}

static struct str key_of(enum version_scheme scheme, struct str text, struct buf *key)
{
	struct err e;

	buf_clear(key);
	assert_true(version_key(scheme, text, key, &e));
	return buf_str(key);
}

static void a_block_that_is_skipped_holds_nothing(void **state)
{
	struct range ranges[300];
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF packed = buf_new(1 << 20), key = buf_new(4096);
	uint32_t seed = 3;
	size_t skipped = 0;

	for (size_t i = 0; i < COUNT(ranges); i++)
		ranges[i] = random_range(&arena, &seed, (int64_t)i + 1);
	packed_write(&packed, ranges, COUNT(ranges));
	for (uint32_t n = 0; n < 120; n++) {
		struct str version = version_text(&arena, n), rest;
		struct packed_block block;
		struct range r;
		bool damaged = !packed_open(buf_str(&packed), &rest);

		while (packed_next_block(&rest, &block, &damaged)) {
			struct str k = key_of(block.scheme, version, &key);
			bool may = packed_block_may_hold(&block, k);

			skipped += !may;
			while (packed_next(&block, &r, &damaged))
				if (range_holds(&r, k) && !may)
					fail_msg("version " STR_FMT " was skipped", STR_ARG(version));
		}
		assert_false(damaged);
	}
	assert_true(skipped > 100); /* or the heads of the blocks are of no use */
	(void)state;
}

static void damaged_bytes_are_noticed_or_harmless(void **state)
{
	struct range ranges[40];
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF packed = buf_new(1 << 20);
	uint32_t seed = 4;

	for (size_t i = 0; i < COUNT(ranges); i++)
		ranges[i] = random_range(&arena, &seed, (int64_t)i + 1);
	packed_write(&packed, ranges, COUNT(ranges));
	for (size_t i = 0; i < packed.len; i++)
		for (int bit = 0; bit < 8; bit++) {
			struct packed_block block;
			struct range r;
			struct str rest;
			bool damaged;

			packed.ptr[i] = (char)(packed.ptr[i] ^ (1 << bit));
			damaged = !packed_open(buf_str(&packed), &rest);
			while (!damaged && packed_next_block(&rest, &block, &damaged))
				while (packed_next(&block, &r, &damaged))
					assert_in_range(r.low.len, 0, packed.len);
			packed.ptr[i] = (char)(packed.ptr[i] ^ (1 << bit));
		}
	for (size_t len = 1; len < packed.len; len++) { /* cut short: never more than there was */
		struct packed_block block;
		struct range r;
		struct str rest;
		bool damaged = !packed_open(str_first(buf_str(&packed), len), &rest);
		size_t count = 0;

		while (!damaged && packed_next_block(&rest, &block, &damaged))
			while (packed_next(&block, &r, &damaged))
				count++;
		assert_true(count < COUNT(ranges));
	}
	(void)state;
}

static void range_words_show_the_comparison(void **state)
{
	static const struct {
		const char *low, *high, *version, *words;
		bool low_in, high_in, na;
	} cases[] = {
		{ "", "10.4.3", "10.0.1", "10.0.1 < 10.4.3", false, false, false },
		{ "", "10.4.3", "10.0.1", "10.0.1 <= 10.4.3", false, true, false },
		{ "1.2", "2.0", "1.5", "1.2 <= 1.5 < 2.0", true, false, false },
		{ "1.2", "", "1.5", "1.2 < 1.5", false, false, false },
		{ "1.5", "1.5", "1.5", "1.5 = 1.5", true, true, false },
		{ "", "", "1.5", "1.5 of all versions", false, false, false },
		{ "", "", "", "all versions", false, false, false },
		{ "", "", "-", "- = -", false, false, true },
		{ "", "2", "", "(version not stated) < 2", false, false, false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct affected a = { .kind = PACKAGE_CPE,
			.scheme = VERSION_GENERIC,
			.config = -1,
			.low = str_of(cases[i].low),
			.high = str_of(cases[i].high),
			.low_inclusive = cases[i].low_in,
			.high_inclusive = cases[i].high_in,
			.not_applicable = cases[i].na };
		struct range r = range_of(&a, 1, &arena);
		struct str words = range_words(&r, str_of(cases[i].version), &arena);

		CASE(cases[i].words);
		assert_string_equal(arena_text(&arena, words), cases[i].words);
	}
	(void)state;
}

static void a_bound_its_scheme_cannot_read_makes_the_range_generic(void **state)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF key = buf_new(4096);
	struct affected a = {
		.kind = PACKAGE_PURL, .scheme = VERSION_SEMVER, .config = -1, .high = STR("1.2.3.4")
	};
	struct range r = range_of(&a, 1, &arena);

	assert_int_equal(r.scheme, VERSION_GENERIC);
	assert_true(range_holds(&r, key_of(VERSION_GENERIC, STR("1.2.3.3"), &key)));
	assert_false(range_holds(&r, key_of(VERSION_GENERIC, STR("1.2.3.4"), &key)));
	(void)state;
}

TESTS(cmocka_unit_test(packed_gives_back_what_was_packed_in_order),
    cmocka_unit_test(packed_bytes_do_not_depend_on_the_order_of_ranges),
    cmocka_unit_test(a_block_that_is_skipped_holds_nothing),
    cmocka_unit_test(damaged_bytes_are_noticed_or_harmless),
    cmocka_unit_test(range_words_show_the_comparison),
    cmocka_unit_test(a_bound_its_scheme_cannot_read_makes_the_range_generic))
