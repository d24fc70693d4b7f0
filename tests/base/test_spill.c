#include "check.h"

#include <sys/resource.h>

#include "base/spill.h"

#define LARGE (2 * SPILL_LEAST)

static void spilled_memory_keeps_what_is_in_it(void **state)
{
	static const size_t sizes[] = { 0, 1, SPILL_LEAST - 1, SPILL_LEAST, LARGE };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct spill s;

		assert_true(spill_make(sizes[i], &s));
		assert_non_null(s.ptr);
		memset(s.ptr, 'x', sizes[i]);
		spill_rest(&s, 0, 0);
		for (size_t at = 0; at < sizes[i]; at += 1000)
			assert_int_equal(((char *)s.ptr)[at], 'x');
		spill_free(&s);
		assert_null(s.ptr);
	}
}

/* How much of the mappings from ptr on is in the process, in KiB; -1 if none is listed. */
static long resident(const char *ptr, size_t size)
{
	FILE *maps = fopen("/proc/self/smaps", "r");
	char line[512];
	bool here = false;
	long kib = -1;

	if (!maps)
		return -1;
	while (fgets(line, sizeof(line), maps)) {
		char *end;
		uintptr_t from = strtoul(line, &end, 16);

		if (*end == '-')
			here = from >= (uintptr_t)ptr && from < (uintptr_t)ptr + size;
		else if (here && strncmp(line, "Rss:", 4) == 0)
			kib = (kib < 0 ? 0 : kib) + strtol(line + 4, NULL, 10);
	}
	fclose(maps);
	return kib;
}

static void spilled_memory_leaves_the_process_when_it_rests(void **state)
{
	struct spill s;
	long before, after;

	(void)state;
	assert_true(spill_make(LARGE, &s));
	if (s.file < 0)
		skip();
	memset(s.ptr, 'x', LARGE);
	before = resident(s.ptr, LARGE);
	spill_rest(&s, LARGE - 1, 0);
	after = resident(s.ptr, LARGE);
	spill_rest(&s, 0, LARGE * 1000);
	spill_free(&s);
	assert_int_equal(before, LARGE / 1024);
	assert_true(after >= (long)(SPILL_HOT / 1024)); /* what is used now stays */
	assert_true(after < before);
}

/* A decoder goes round in its window: what it wrote before is there whole, wherever memory stood. */
static void spilled_memory_keeps_a_window_round_and_round(void **state)
{
	static const size_t steps[] = { 100000, 1100000, 3000000 };
	char *copy = malloc(LARGE);

	(void)state;
	assert_non_null(copy);
	for (size_t i = 0; i < COUNT(steps); i++) {
		struct spill s;

		assert_true(spill_make(LARGE, &s));
		memset(s.ptr, 0, LARGE);
		memset(copy, 0, LARGE);
		for (size_t at = 0; at < 3 * LARGE; at++) {
			copy[at % LARGE] = ((char *)s.ptr)[at % LARGE] = (char)(at * 31 >> 7);
			if (at % steps[i] == 0) {
				spill_rest(&s, at % LARGE, at % 3 ? 0 : SIZE_MAX);
				assert_memory_equal(s.ptr, copy, LARGE);
			}
		}
		spill_rest(&s, 0, 0); /* begins anew */
		assert_memory_equal(s.ptr, copy, LARGE);
		spill_free(&s);
	}
	free(copy);
}

/* Where a file of that size may not be made, memory serves: no signal, no failure. */
static void spilled_memory_is_plain_memory_where_no_file_can_be_made(void **state)
{
	struct rlimit before, small;
	struct spill s;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = (struct rlimit){ SPILL_LEAST / 2, before.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_true(spill_make(LARGE, &s));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_true(s.file < 0);
	memset(s.ptr, 'x', LARGE);
	spill_rest(&s, LARGE, 0);
	assert_int_equal(((char *)s.ptr)[LARGE - 1], 'x');
	spill_free(&s);
}

TESTS(cmocka_unit_test(spilled_memory_keeps_what_is_in_it),
    cmocka_unit_test(spilled_memory_leaves_the_process_when_it_rests),
    cmocka_unit_test(spilled_memory_keeps_a_window_round_and_round),
    cmocka_unit_test(spilled_memory_is_plain_memory_where_no_file_can_be_made))
