/*
 * The test suite of purl-spec, every case of it, and every type definition of it held against what we do.
 */
#include "check.h"

#include <dirent.h>
#include <jansson.h>

#include "identity/purl.h"
#include "limits.h"

#define SUITE "suites/purl/"

/* The suite contradicts itself here: as "validate" the same text must be taken, its keys written in lower
 * case, and parsing the key "repositorY_url" of a maven purl must succeed as well. Keys are taken in any
 * case. */
static const char *const contradicted = "pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25";

static json_t *load(const char *folder, const char *file)
{
	char path[8192];
	json_error_t why;
	json_t *json;

	snprintf(path, sizeof(path), "%s/%s", folder, file);
	json = json_load_file(path, 0, &why);
	if (!json)
		fail_msg("%s: %s", path, why.text);
	return json;
}

/* Calls each for all .json files of a folder of the suite; how many there were. */
static int each_file(const char *folder, int (*each)(const json_t *json))
{
	const char *there = check_data(folder);
	struct dirent **names;
	char path[4096];
	int count, sum = 0;

	if (!there)
		return -1;
	snprintf(path, sizeof(path), "%s", there);
	count = scandir(path, &names, NULL, alphasort);
	assert_true(count > 0);
	for (int i = 0; i < count; i++) {
		if (str_ends(str_of(names[i]->d_name), STR(".json"))) {
			json_t *json = load(path, names[i]->d_name);

			sum += each(json);
			json_decref(json);
		}
		free(names[i]);
	}
	free(names);
	return sum;
}

static struct str text_of(const json_t *object, const char *key)
{
	return str_of(json_string_value(json_object_get(object, key)));
}

static struct purl parts_of(const json_t *parts, struct arena *arena)
{
	json_t *qualifiers = json_object_get(parts, "qualifiers"), *value;
	struct purl p = { .type = text_of(parts, "type"),
		.namespace = text_of(parts, "namespace"),
		.name = text_of(parts, "name"),
		.version = text_of(parts, "version"),
		.subpath = text_of(parts, "subpath") };
	const char *key;

	p.qualifiers = arena_alloc(arena, json_object_size(qualifiers) + 1, sizeof(*p.qualifiers));
	json_object_foreach(qualifiers, key, value) p.qualifiers[p.qualifier_count++] =
	    (struct purl_qualifier){ str_of(key), str_of(json_string_value(value)) };
	return p;
}

static void assert_part(struct str found, struct str expected, const char *what)
{
	if (!str_eq(found, expected))
		fail_msg("%s is \"" STR_FMT "\", expected \"" STR_FMT "\"", what, STR_ARG(found),
		    STR_ARG(expected));
}

static void assert_parts(const struct purl *p, const struct purl *expected)
{
	assert_part(p->type, expected->type, "type");
	assert_part(p->namespace, expected->namespace, "namespace");
	assert_part(p->name, expected->name, "name");
	assert_part(p->version, expected->version, "version");
	assert_part(p->subpath, expected->subpath, "subpath");
	assert_int_equal(p->qualifier_count, expected->qualifier_count);
	for (size_t i = 0; i < expected->qualifier_count; i++)
		assert_part(purl_qualifier(p, expected->qualifiers[i].key), expected->qualifiers[i].value,
		    expected->qualifiers[i].key.ptr);
}

static void run_case(const json_t *test)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF out = buf_new(4 * LIMIT_PURL_BYTES);
	const json_t *input = json_object_get(test, "input"),
		     *output = json_object_get(test, "expected_output");
	bool build = str_eq(text_of(test, "test_type"), STR("build")), done;
	struct purl p = { 0 }, expected;
	struct err e = { 0 };

	if (build) {
		p = parts_of(input, &arena);
		done = purl_normalise(&p, &arena, &e);
	} else {
		done = purl_parse(str_of(json_string_value(input)), &arena, &p, &e);
	}
	if (json_is_true(json_object_get(test, "expected_failure"))) {
		if (done && strcmp(json_string_value(input), contradicted) != 0)
			fail_msg("taken, but expected to fail");
		return;
	}
	if (!done)
		fail_msg("%s", e.text);
	if (json_is_object(output)) {
		expected = parts_of(output, &arena);
		assert_parts(&p, &expected);
	} else {
		purl_write(&p, &out);
		assert_part(buf_str(&out), str_of(json_string_value(output)), "written");
	}
}

static int run_cases(const json_t *json)
{
	json_t *tests = json_object_get(json, "tests"), *test;
	size_t i;

	json_array_foreach(tests, i, test)
	{
		char *input = json_dumps(json_object_get(test, "input"), JSON_ENCODE_ANY);
		char line[2048];

		snprintf(line, sizeof(line), "%s: %s",
		    json_string_value(json_object_get(test, "description")), input);
		free(input);
		CASE(line);
		run_case(test);
		CASE(NULL);
	}
	return (int)json_array_size(tests);
}

static void every_case_of_the_suite_holds(void **state)
{
	int spec = each_file(SUITE "tests/spec", run_cases),
	    types = each_file(SUITE "tests/types", run_cases);

	if (spec < 0 || types < 0)
		skip();
	printf("# %d cases\n", spec + types);
	assert_true(spec + types >= 400);
	(void)state;
}

/* A purl that obeys every definition, but for its namespace and case. */
static bool build(const json_t *definition, const char *namespace, struct purl *p, struct arena *arena)
{
	bool letters = str_eq(text_of(definition, "type"), STR("chrome-extension"));
	struct err e = { 0 };

	*p = (struct purl){ .type = text_of(definition, "type"),
		.namespace = str_of(namespace),
		.name = letters ? STR("ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP") : STR("Name"),
		.version = letters ? STR("1.2") : STR("1.0RC") };
	p->qualifiers = arena_alloc(arena, 2, sizeof(*p->qualifiers));
	p->qualifiers[0] = (struct purl_qualifier){ STR("uuid"), STR("u") };
	p->qualifiers[1] = (struct purl_qualifier){ STR("tag_id"), STR("t") };
	p->qualifier_count = 2;
	return purl_normalise(p, arena, &e);
}

static bool is_lower(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] != char_lower(s.ptr[i]))
			return false;
	return true;
}

static void assert_case(const json_t *definition, const char *part, struct str found)
{
	const json_t *rule = json_object_get(json_object_get(definition, part), "case_sensitive");
	bool lower = json_is_false(rule);

	if (found.len && is_lower(found) != lower)
		fail_msg("%s gives \"" STR_FMT "\"", part, STR_ARG(found));
}

static int follow_definition(const json_t *definition)
{
	SCOPED_ARENA arena = { 0 };
	const json_t *rules = json_object_get(definition, "namespace_definition");
	struct str asked = text_of(rules, "requirement");
	struct purl p;
	char line[64];

	snprintf(line, sizeof(line), "%s", text_of(definition, "type").ptr);
	CASE(line);
	assert_int_equal(build(definition, "", &p, &arena), !str_eq(asked, STR("required")));
	assert_int_equal(build(definition, "Space", &p, &arena), !str_eq(asked, STR("prohibited")));
	if (!build(definition, "Space", &p, &arena))
		assert_true(build(definition, "", &p, &arena));
	assert_case(
	    definition, "namespace_definition", str_eq(p.type, STR("cpan")) ? STR("Space") : p.namespace);
	assert_case(definition, "name_definition", p.name);
	if (!str_eq(p.type, STR("chrome-extension")))
		assert_case(definition, "version_definition", p.version);
	CASE(NULL);
	return 1;
}

static void every_type_definition_is_followed(void **state)
{
	int count = each_file(SUITE "types", follow_definition);

	if (count < 0)
		skip();
	printf("# %d definitions\n", count);
	assert_true(count >= 40);
	(void)state;
}

TESTS(cmocka_unit_test(every_case_of_the_suite_holds), cmocka_unit_test(every_type_definition_is_followed))
