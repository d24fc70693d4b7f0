/*
 * Every VEX document of the data set is read, or refused with a reason; the counts are those of the data set.
 */
#include <ftw.h>

#include "check.h"
#include "sources/vex/dump.h"

struct tally {
	size_t taken, refused, statements, warnings;
};

/* nftw() gives its callback no context. */
static struct tally tally;

static int read_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	SCOPED_INPUT *in = NULL;
	SCOPED_DUMP d = { 0 };
	struct err e = { 0 };

	(void)stat;
	(void)ftw;
	if (type != FTW_F || !str_ends(str_of(path), STR(".json")))
		return 0;
	CASE(path);
	assert_true(input_open_file(path, &in, &e));
	if (dump_input(in, &d)) {
		tally.taken++;
		tally.statements += d.statements;
		tally.warnings += d.warnings;
	} else {
		tally.refused++;
		assert_true(str_has(buf_str(&d.lines), str_of(path)));
	}
	return 0;
}

static const struct {
	const char *folder;
	struct tally expected;
} folders[] = {
	/* Refused are a list of words and a JSON schema. */
	{ "vex/openvex", { 8, 2, 15, 0 } },
	{ "vex/csaf", { 3, 0, 3, 0 } },
	{ "csaf/oasis-examples/csaf/csaf_vex", { 11, 0, 63, 0 } },
	{ "csaf/icsma", { 97, 0, 332, 0 } },
};

static void every_real_vex_document_is_read_or_refused_with_a_reason(void **state)
{
	for (size_t i = 0; i < COUNT(folders); i++) {
		const char *path = check_data(folders[i].folder);
		struct tally expected = folders[i].expected;

		if (!path)
			skip();
		tally = (struct tally){ 0 };
		assert_int_equal(nftw(path, read_one, 16, FTW_PHYS), 0);
		CASE(folders[i].folder);
		assert_int_equal(tally.taken, expected.taken);
		assert_int_equal(tally.refused, expected.refused);
		assert_int_equal(tally.statements, expected.statements);
		assert_int_equal(tally.warnings, expected.warnings);
	}
	(void)state;
}

TESTS(cmocka_unit_test(every_real_vex_document_is_read_or_refused_with_a_reason))
