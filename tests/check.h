/*
 * check - what every test file includes first: cmocka, the row that failed, one main per file.
 */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

/* The row of the table under test; printed when the test fails. */
static const char *check_case;
#define CASE(text) (check_case = (text))

/* Where the real feeds, SBOMs and suites are: $AFTERCARE_DATA, or data beside the checkout; NULL if nowhere.
 * A test without its data calls skip(). The text lives as long as the program. */
static inline const char *check_data(const char *file)
{
	static char path[4096];
	const char *root = getenv("AFTERCARE_DATA");
	FILE *there;

	snprintf(path, sizeof(path), "%s/%s", root ? root : CHECK_DATA_DEFAULT, file);
	there = fopen(path, "r");
	if (!there) {
		printf("# skipped: no data (%s)\n", file);
		return NULL;
	}
	fclose(there);
	return path;
}

static void check_run(void **state)
{
	CMUnitTestFunction test;

	memcpy(&test, *state, sizeof(test));
	*state = NULL;
	check_case = NULL;
	test(state);
	check_case = NULL;
}

static int check_after(void **state)
{
	(void)state;
	if (check_case)
		printf("# the row that failed: %s\n", check_case);
	return 0;
}

/* cmocka says "not ok 2 # SKIP name", which readers of TAP take for a failure: here it becomes "ok". */
static ssize_t check_print(void *to, const char *bytes, size_t len)
{
	bool skipped = len > 7 && memcmp(bytes, "not ok ", 7) == 0 && memmem(bytes, len, "# SKIP", 6);
	size_t from = skipped ? 4 : 0;

	if (fwrite(bytes + from, 1, len - from, to) != len - from || fflush(to) != 0)
		return -1;
	return (ssize_t)len;
}

static int check_group(const struct CMUnitTest *tests, size_t count)
{
	FILE *out = stdout;
	int failed;

	stdout = fopencookie(out, "w", (cookie_io_functions_t){ .write = check_print });
	if (!stdout)
		abort();
	setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
	failed = _cmocka_run_group_tests("tests", tests, count, NULL, NULL);
	fclose(stdout);
	stdout = out;
	return failed;
}

#define TESTS(...)                                                                                           \
	int main(void)                                                                                       \
	{                                                                                                    \
		struct CMUnitTest tests[] = { __VA_ARGS__ };                                                 \
		static CMUnitTestFunction functions[COUNT(tests)];                                           \
                                                                                                             \
		for (size_t i = 0; i < COUNT(tests); i++) {                                                  \
			functions[i] = tests[i].test_func;                                                   \
			tests[i].test_func = check_run;                                                      \
			tests[i].teardown_func = check_after;                                                \
			tests[i].initial_state = &functions[i];                                              \
		}                                                                                            \
		return check_group(tests, COUNT(tests));                                                     \
	}
