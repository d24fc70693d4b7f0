/*
 * Every SBOM of the data set is taken, or refused with a reason; the counts are those of the data set.
 */
#include <ftw.h>

#include "check.h"
#include "sources/sboms/dump.h"

struct tally {
	size_t taken, refused, components, warnings;
};

/* nftw() gives its callback no context. */
static struct tally tally;
static bool (*wanted)(struct str path);

static int read_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	SCOPED_INPUT *in = NULL;
	SCOPED_DUMP d = { 0 };
	struct err e = { 0 };

	(void)stat;
	(void)ftw;
	if (type != FTW_F || !wanted(str_of(path)))
		return 0;
	CASE(path);
	assert_true(input_open_file(path, &in, &e));
	if (dump_input(in, &d)) {
		tally.taken++;
		tally.components += d.components;
		tally.warnings += d.warnings;
	} else {
		tally.refused++;
		/* The reason begins with the file's name. */
		assert_true(str_has(buf_str(&d.lines), str_of(path)));
	}
	return 0;
}

static bool is_unpacked(struct str path)
{
	return !str_ends(path, STR(".zst"));
}

/* What the specification's own tests call valid. */
static bool is_valid_json(struct str path)
{
	return str_has(path, STR("/valid-")) && str_ends(path, STR(".json"));
}

static const struct {
	const char *folder;
	bool (*wanted)(struct str path);
	struct tally expected;
} folders[] = {
	/* Refused is a configuration file; the subjects of six have no name, others have mistakes of their
	   own. */
	{ "sbom/cyclonedx", is_unpacked, { 144, 1, 4178, 21 } },
	/* Refused are YAML, RDF and XML. */
	{ "sbom/spdx", is_unpacked, { 62, 9, 556, 0 } },
	{ "sbom/medical", is_unpacked, { 1, 0, 66, 0 } },
	/* It links to one component three times. */
	{ "sbom/swid", is_unpacked, { 1, 0, 9, 2 } },
	{ "suites/cyclonedx/resources", is_valid_json, { 167, 0, 223, 0 } },
};

static void every_real_sbom_is_taken_or_refused_with_a_reason(void **state)
{
	for (size_t i = 0; i < COUNT(folders); i++) {
		const char *path = check_data(folders[i].folder);

		if (!path)
			skip();
		CASE(folders[i].folder);
		tally = (struct tally){ 0 };
		wanted = folders[i].wanted;
		assert_int_equal(nftw(path, read_one, 16, FTW_PHYS), 0);
		CASE(folders[i].folder);
		assert_int_equal(tally.taken, folders[i].expected.taken);
		assert_int_equal(tally.refused, folders[i].expected.refused);
		assert_int_equal(tally.components, folders[i].expected.components);
		assert_int_equal(tally.warnings, folders[i].expected.warnings);
	}
	(void)state;
}

TESTS(cmocka_unit_test(every_real_sbom_is_taken_or_refused_with_a_reason))
