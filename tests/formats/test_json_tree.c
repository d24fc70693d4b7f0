#include "check.h"

#include "formats/json_tree.h"

static const struct json_node *tree_of(const char *text, struct arena *arena)
{
	SCOPED_INPUT *in = input_open_memory(STR("test"), str_of(text));
	const struct json_node *root;
	struct err e = { 0 };

	if (!json_tree_read(in, arena, &root, &e))
		fail_msg("%s", e.text);
	return root;
}

#define DOCUMENT                                                                                             \
	"{\"a\": [1, {\"b/c\": \"x\", \"~\": null}, [], -2.50e1], \"t\": true, \"\": {}, "                   \
	"\"e\": \"\\u00e9\"}"

static void json_tree_names_every_value_by_its_pointer(void **state)
{
	static const char *const expected[] = { "", "/a", "/a/0", "/a/1", "/a/1/b~1c", "/a/1/~0", "/a/2",
		"/a/3", "/t", "/", "/e" };
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root = tree_of(DOCUMENT, &arena);
	size_t count = 0;

	for (const struct json_node *at = root; at; at = json_node_after(at, root), count++) {
		assert_true(count < COUNT(expected));
		CASE(expected[count]);
		assert_string_equal(arena_text(&arena, json_node_pointer(at, &arena)), expected[count]);
	}
	assert_int_equal(count, COUNT(expected));
	(void)state;
}

static void json_tree_keeps_values_as_they_are(void **state)
{
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root = tree_of(DOCUMENT, &arena);
	struct json_nodes items = json_tree_find(root, "a/?", &arena);

	assert_int_equal(items.count, 4);
	assert_int_equal(items.at[1]->count, 2);
	assert_int_equal(items.at[2]->kind, JSON_ARRAY);
	assert_int_equal(items.at[2]->count, 0);
	assert_string_equal(arena_text(&arena, items.at[3]->text), "-2.50e1");
	assert_string_equal(arena_text(&arena, json_node_field(root, STR("e"))), "\xc3\xa9");
	assert_string_equal(arena_text(&arena, json_node_field(root, STR("t"))), "");
	assert_string_equal(arena_text(&arena, json_node_get(root, STR("t"))->text), "true");
	assert_int_equal(json_node_get(items.at[1], STR("~"))->kind, JSON_NULL);
	assert_null(json_node_get(root, STR("none")));
	assert_null(json_node_get(items.at[0], STR("none")));
	assert_null(json_node_get(NULL, STR("none")));
	(void)state;
}

static void json_tree_finds_what_paths_lead_to(void **state)
{
	static const struct {
		const char *path, *found;
	} cases[] = {
		{ "a", "/a " },
		{ "?", "/a /b " },
		{ "a/?/n", "/a/0/n /a/1/n " },
		{ "a/.../n", "/a/0/n /a/0/a/0/n /a/1/n " },
		{ "a/.../a/?/n", "/a/0/a/0/n " },
		{ "b/?", "" },
		{ "none/...", "" },
	};
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root =
	    tree_of("{\"a\": [{\"n\": 1, \"a\": [{\"n\": 2}]}, {\"n\": 3}], \"b\": 4}", &arena);

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct json_nodes found = json_tree_find(root, cases[i].path, &arena);
		SCOPED_BUF text = buf_new(1000);

		CASE(cases[i].path);
		for (size_t k = 0; k < found.count; k++)
			buf_printf(&text, STR_FMT " ", STR_WHOLE(json_node_pointer(found.at[k], &arena)));
		assert_string_equal(arena_text(&arena, buf_str(&text)), cases[i].found);
	}
	(void)state;
}

static void json_tree_refuses_what_is_no_json(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
		{ "", "test:1: expected a value, found the end" },
		{ "{\"a\": 1, \"a\": 2}", "test:1: a: this key appears twice" },
		{ "[1,]", NULL },
		{ "[1] 2", NULL },
		{ "{\"a\": \"\\u0000\"}", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_INPUT *in = input_open_memory(STR("test"), str_of(cases[i].text));
		SCOPED_ARENA arena = { 0 };
		const struct json_node *root;
		struct err e = { 0 };

		CASE(cases[i].text);
		assert_false(json_tree_read(in, &arena, &root, &e));
		assert_true(strlen(e.text) > 0);
		if (cases[i].why)
			assert_string_equal(e.text, cases[i].why);
	}
	(void)state;
}

TESTS(cmocka_unit_test(json_tree_names_every_value_by_its_pointer),
    cmocka_unit_test(json_tree_keeps_values_as_they_are),
    cmocka_unit_test(json_tree_finds_what_paths_lead_to), cmocka_unit_test(json_tree_refuses_what_is_no_json))
