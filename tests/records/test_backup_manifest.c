#include "check.h"

#include "records/backup_manifest.h"

static struct backup_manifest make(void)
{
	struct backup_manifest m = { .at = { 1782000000123456 },
		.program = "0.1.0",
		.schema = 18,
		.bytes = 802816,
		.digest = sha256_of(STR("x")),
		.entries = 12,
		.head = sha256_of(STR("y")),
		.faults = 1 };

	for (int i = 0; i < BACKUP_COUNT_COUNT; i++)
		m.counts[i] = i * 1000000;
	return m;
}

static void a_manifest_is_written_and_read(void **state)
{
	SCOPED_BUF out = buf_new(2 * BACKUP_MANIFEST_BYTES);
	struct backup_manifest m = make(), read;
	struct err e = { 0 };

	(void)state;
	backup_manifest_write(&m, &out);
	assert_int_equal(out.len, BACKUP_MANIFEST_BYTES);
	assert_true(backup_manifest_read(STR("f"), buf_str(&out), &read, &e));
	assert_memory_equal(&read, &m, sizeof(m));
}

/* Every number at its most: it must fit the place there is. */
static void the_largest_manifest_fits(void **state)
{
	SCOPED_BUF out = buf_new(2 * BACKUP_MANIFEST_BYTES);
	struct backup_manifest m = make(), read;
	struct err e = { 0 };

	(void)state;
	memset(m.program, 1, sizeof(m.program) - 1); /* written as six bytes each */
	m.bytes = INT64_MAX - BACKUP_MANIFEST_BYTES;
	m.entries = m.faults = INT64_MAX;
	for (int i = 0; i < BACKUP_COUNT_COUNT; i++)
		m.counts[i] = INT64_MAX;
	backup_manifest_write(&m, &out);
	assert_true(backup_manifest_read(STR("f"), buf_str(&out), &read, &e));
	assert_memory_equal(&read, &m, sizeof(m));
}

static void a_byte_that_is_another_is_noticed(void **state)
{
	SCOPED_BUF out = buf_new(BACKUP_MANIFEST_BYTES);
	struct backup_manifest m = make(), read;
	struct err e = { 0 };

	(void)state;
	backup_manifest_write(&m, &out);
	for (size_t i = 0; i < out.len; i++) {
		out.ptr[i] ^= 1;
		if (backup_manifest_read(STR("f"), buf_str(&out), &read, &e))
			fail_msg("byte %zu", i);
		out.ptr[i] ^= 1;
	}
	for (size_t len = 0; len < out.len; len++)
		assert_false(backup_manifest_read(STR("f"), str_first(buf_str(&out), len), &read, &e));
	assert_true(backup_manifest_read(STR("f"), buf_str(&out), &read, &e));
}

static void what_is_no_manifest_is_named(void **state)
{
	static const char *const cases[][2] = {
		{ "SQLite format 3", "f: this is no backup, or its end is missing" },
		{ "aftercare backup 2 x\n", "f: a newer aftercare made this backup" },
		{ "aftercare backup 1 x\n{}", "f: the manifest of the backup was altered" },
		{ "aftercare backup 1 f6fb9e81dc29d8d6d8cecb6c0ac3ed5dc82d2eea95a4e05a1a4d1a8a0ec17dfa\n",
		    "f: the manifest of the backup was altered" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char block[BACKUP_MANIFEST_BYTES];
		struct backup_manifest m;
		struct err e = { 0 };

		CASE(cases[i][0]);
		memset(block, '\n', sizeof(block));
		memcpy(block, cases[i][0], strlen(cases[i][0]));
		assert_false(backup_manifest_read(STR("f"), (struct str){ block, sizeof(block) }, &m, &e));
		assert_string_equal(e.text, cases[i][1]);
		assert_int_equal(e.code, ERR_INPUT);
	}
}

TESTS(cmocka_unit_test(a_manifest_is_written_and_read), cmocka_unit_test(the_largest_manifest_fits),
    cmocka_unit_test(a_byte_that_is_another_is_noticed), cmocka_unit_test(what_is_no_manifest_is_named))
