#include "check.h"

#include "publishing/csaf/csaf_provider.h"

#define DOCUMENT(label, id, initial, current)                                                                \
	"{\"document\": {\"distribution\": {\"tlp\": {\"label\": \"" label                                   \
	"\"}}, \"publisher\": {\"name\": "                                                                   \
	"\"Maker\"}, \"title\": \"t\", \"tracking\": {\"id\": \"" id                                         \
	"\", \"initial_release_date\": \"" initial "\", \"current_release_date\": \"" current "\"}}}"

static struct csaf_listed listed(const char *document, struct arena *arena)
{
	SCOPED_INPUT *in = input_open_memory(STR("test"), str_of(document));
	struct csaf_listed l = { 0 };
	const struct json_node *root;
	struct err e = { 0 };

	if (!json_tree_read(in, arena, &root, &e) || !csaf_listed_of(root, arena, &l, &e))
		fail_msg("%s", e.text);
	return l;
}

static void csaf_documents_belong_below_label_and_year(void **state)
{
	SCOPED_ARENA arena = { 0 };
	/* the year of the initial release, in UTC */
	struct csaf_listed l = listed(
	    DOCUMENT("AMBER", "AC 2026:1", "2026-01-01T01:00:00+02:00", "2027-01-01T00:00:00Z"), &arena);

	assert_string_equal(arena_text(&arena, l.place), "amber/2025/ac_2026_1.json");
	assert_string_equal(arena_text(&arena, l.path), "2025/ac_2026_1.json");
	(void)state;
}

static void csaf_lists_have_the_newest_first(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct csaf_listed all[] = {
		listed(DOCUMENT("WHITE", "a", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), &arena),
		listed(DOCUMENT("RED", "r", "2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z"), &arena),
		listed(DOCUMENT("WHITE", "b", "2025-01-01T00:00:00Z", "2026-03-01T00:00:00Z"), &arena),
	};
	SCOPED_BUF text = buf_new(1000);

	csaf_listed_sort(all, COUNT(all));
	csaf_index_write(all, COUNT(all), CSAF_WHITE, &text);
	csaf_changes_write(all, COUNT(all), CSAF_WHITE, &text);
	csaf_index_write(all, COUNT(all), CSAF_GREEN, &text);
	assert_string_equal(arena_text(&arena, buf_str(&text)),
	    "2025/b.json\n2026/a.json\n"
	    "\"2025/b.json\",\"2026-03-01T00:00:00Z\"\n\"2026/a.json\",\"2026-01-01T00:00:00Z\"\n");
	(void)state;
}

static void csaf_documents_without_a_label_are_not_served(void **state)
{
	SCOPED_INPUT *in = input_open_memory(STR("test"), STR("{\"document\": {}}"));
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root;
	struct csaf_listed l = { 0 };
	struct err e = { 0 };

	assert_true(json_tree_read(in, &arena, &root, &e));
	assert_false(csaf_listed_of(root, &arena, &l, &e));
	assert_string_equal(e.text, "it has no TLP label");
	(void)state;
}

TESTS(cmocka_unit_test(csaf_documents_belong_below_label_and_year),
    cmocka_unit_test(csaf_lists_have_the_newest_first),
    cmocka_unit_test(csaf_documents_without_a_label_are_not_served))
