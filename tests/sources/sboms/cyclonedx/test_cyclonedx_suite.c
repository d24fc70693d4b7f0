/*
 * The CycloneDX project's own documents: what it calls valid is taken without a warning, and says the same in
 * JSON and in XML; what it calls invalid is refused or warned of, and the reason is named.
 */
#include <ftw.h>

#include "check.h"
#include "sources/sboms/dump.h"

#define SUITE "suites/cyclonedx/resources"

/* What must be said of an invalid document, by the beginning of its name behind "invalid-". */
static const struct {
	const char *name, *reason;
} reasons[] = {
	{ "bomformat", "not an SBOM of a known format" },
	{ "bomformat", "bomFormat: expected \"CycloneDX\", found \"AnotherFormat\"" },
	{ "citations", "citation with neither attributedTo nor process" },
	{ "citations", "citation with pointers and expressions" },
	{ "component-external-version-and-range", "component with version and versionRange" },
	{ "component-ref", "bom-ref " },
	{ "component-swid", "swid without its tagId" },
	{ "component-type", "component type \"foo\" is none of CycloneDX" },
	{ "component-versionRange-non-external", "versionRange of a component that is not external" },
	{ "depgraph", "dependency without its ref" },
	{ "dependency", "dependency without its ref" },
	{ "empty-component", "component without a name" },
	{ "hash-md5", "MD5 hash \"foo\"" },
	{ "hash-sha1", "SHA-1 hash \"foo\"" },
	{ "hash-sha256", "SHA-256 hash \"foo\"" },
	{ "hash-sha512", "SHA-512 hash \"foo\"" },
	{ "issue-type", "issue type \"foo\"" },
	{ "license-choice", "license" },
	{ "license-declared-concluded-mix", "a license expression beside other licenses" },
	{ "license-encoding", "encoding \"base85\"" },
	{ "license-id", "license id \"Apache-2\" is not in the SPDX list" },
	{ "license-missing-id-and-name", "license with neither id nor name" },
	{ "metadata-timestamp", "timestamp: " },
	{ "missing-component-type", "without a type" },
	{ "namespace", "is not one of 1.0 to 1.7" },
	{ "patch-type", "patch type \"foo\"" },
	{ "properties", "property without a name" },
	{ "serialnumber", "is not of the form urn:uuid" },
};

/* Documents that say one thing in JSON and another in XML, by the beginning of their names. */
static const struct {
	const char *name, *difference;
} differing[] = {
	{ "valid-bom-1.", "they hold other components" },
	{ "valid-component-external-with-version.", "Ubuntu has another version" },
	{ "valid-compositions-1.", "Acme Library has another version" },
	{ "valid-dependency-1.", "the components have other names" },
	{ "valid-license-choice-1.7", "JSON has no purl" },
	{ "valid-license-expression-1.", "the component has another type" },
	{ "valid-license-id-1.", "the component has another type" },
	{ "valid-machine-learning-1.5", "JSON has no publisher" },
	{ "valid-metadata-timestamp-1.", "the times are not the same" },
	{ "valid-service-1.", "XML has no publisher" },
};

/* nftw() gives its callback no context. */
static size_t valid, invalid, pairs, failed;

static bool read_file(const char *path, struct dump *d)
{
	SCOPED_INPUT *in = NULL;
	struct err e = { 0 };

	assert_true(input_open_file(path, &in, &e));
	return dump_input(in, d);
}

static void complain(const char *path, const char *what, struct dump *d)
{
	failed++;
	buf_byte(&d->lines, '\0');
	printf("# %s: %s:\n%s\n", path, what, d->lines.ptr);
}

static void check_invalid(const char *path, struct str name)
{
	SCOPED_DUMP d = { 0 };
	bool taken = read_file(path, &d);

	invalid++;
	for (size_t i = 0; i < COUNT(reasons); i++)
		if (str_starts(name, str_of(reasons[i].name)) &&
		    str_has(buf_str(&d.lines), str_of(reasons[i].reason)) && (!taken || d.warnings > 0))
			return;
	complain(path, "invalid, but not said why", &d);
}

static void check_valid(const char *path)
{
	SCOPED_DUMP d = { 0 };

	valid++;
	if (!read_file(path, &d) || d.warnings > 0)
		complain(path, "valid, but not taken as such", &d);
}

static int check_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	struct str name = str_of(path + ftw->base);

	(void)stat;
	if (type != FTW_F || (!str_ends(name, STR(".json")) && !str_ends(name, STR(".xml"))))
		return 0;
	if (str_has(name, STR("invalid-")))
		check_invalid(path, str_from(name, str_find(name, STR("invalid-")) + 8));
	else
		check_valid(path);
	return 0;
}

static void valid_documents_are_taken_and_invalid_ones_are_told(void **state)
{
	const char *path = check_data(SUITE);

	if (!path)
		skip();
	valid = invalid = failed = 0;
	assert_int_equal(nftw(path, check_one, 16, FTW_PHYS), 0);
	assert_int_equal(failed, 0);
	assert_int_equal(valid, 358);
	assert_int_equal(invalid, 244);
	(void)state;
}

static void compare(const char *json)
{
	SCOPED_DUMP a = { 0 }, b = { 0 };
	char xml[4096];
	FILE *there;

	snprintf(xml, sizeof(xml), "%.*sxml", (int)strlen(json) - 4, json);
	there = fopen(xml, "r");
	if (!there)
		return;
	fclose(there);
	pairs++;
	if (!read_file(json, &a) || !read_file(xml, &b)) {
		complain(json, "not read", &a);
		return;
	}
	if (str_eq(buf_str(&a.lines), buf_str(&b.lines)))
		return;
	complain(json, "not the same in JSON", &a);
	complain(xml, "as in XML", &b);
}

static bool is_different(struct str name)
{
	for (size_t i = 0; i < COUNT(differing); i++)
		if (str_starts(name, str_of(differing[i].name)))
			return true;
	return false;
}

static int compare_one(const char *path, const struct stat *stat, int type, struct FTW *ftw)
{
	struct str name = str_of(path + ftw->base);

	(void)stat;
	if (type == FTW_F && str_starts(name, STR("valid-")) && str_ends(name, STR(".json")) &&
	    !is_different(name))
		compare(path);
	return 0;
}

static void json_and_xml_say_the_same(void **state)
{
	const char *path = check_data(SUITE);

	if (!path)
		skip();
	pairs = failed = 0;
	assert_int_equal(nftw(path, compare_one, 16, FTW_PHYS), 0);
	assert_int_equal(failed, 0);
	assert_int_equal(pairs, 123);
	(void)state;
}

TESTS(cmocka_unit_test(valid_documents_are_taken_and_invalid_ones_are_told),
    cmocka_unit_test(json_and_xml_say_the_same))
