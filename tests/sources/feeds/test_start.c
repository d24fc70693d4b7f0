#include "check.h"

#include "sources/feeds/start.h"

static void start_finds_keys_by_their_path(void **state)
{
	static const struct {
		const char *start, *path;
		bool has;
	} cases[] = {
		{ "{\"id\": 1}", "id", true },
		{ "{\"a\": {\"id\": 1}}", "id", false },
		{ "{\"a\": {\"id\": 1}}", "a.id", true },
		{ "{\"a\": [{\"b\": 2}, {\"id\": 1}]}", "a.id", true },
		{ "[{\"id\" : 1}]", "id", true },
		{ "{\"a\": \"id\", \"b\": [\"id\"]}", "id", false },
		{ "{\"b\": {\"id\": 1}, \"a\": {}}", "a.id", false },
		{ "{\"a\": {}, \"b\": {\"id\": 1}}", "a.id", false },
		{ "{\"a\": {\"b\": {\"id\": 1}}}", "a.id", false },
		{ "{\"a\": {\"c\": {\"id\": 1}, \"b\": {\"id\": 2}}}", "a.b.id", true },
		{ "{\"quoted \\\"id\\\": \": 1}", "id", false },
		{ "{\"id", "id", false },
		{ "{\"id\"", "id", false },
		{ "{\"id\"\n\t:", "id", true },
		{ "}}{\"id\": 1", "id", true },
		{ "\"id\": 1", "id", false },
		{ "", "id", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].start);
		assert_int_equal(start_has(str_of(cases[i].start), cases[i].path), cases[i].has);
	}
	(void)state;
}

TESTS(cmocka_unit_test(start_finds_keys_by_their_path))
