#include "check.h"

#include "assessment/context.h"

static void context_items_are_read_as_they_were_written(void **state)
{
	static const struct {
		const char *text, *name, *value;
	} cases[] = {
		{ "kev = listed", "", "listed" },
		{ "epss = 0.943120", "", "0.943120" },
		{ "score nvd 3.1 = 9.8 CVSS:3.1/AV:N", "nvd 3.1", "9.8 CVSS:3.1/AV:N" },
		{ "release 2 = final = affected", "2 = final", "affected" },
	};
	SCOPED_ARENA arena = { 0 };
	struct context_item item;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_true(context_item_read(str_of(cases[i].text), &item));
		assert_true(str_eq(item.name, str_of(cases[i].name)));
		assert_true(str_eq(item.value, str_of(cases[i].value)));
		assert_true(str_eq(context_item_write(&item, &arena), str_of(cases[i].text)));
	}
	CASE("what is none");
	assert_false(context_item_read(STR("kev"), &item));
	assert_false(context_item_read(STR("weather = fine"), &item));
	assert_false(context_item_read(STR(""), &item));
}

/* The texts, separated by "; ", become a context. */
static struct context context_of(const char *text, struct arena *arena)
{
	struct str rest = str_of(text), one;
	struct context c = { 0 };
	struct context_item item;

	while (rest.len && str_next(&rest, ';', &one)) {
		assert_true(context_item_read(str_trim(one), &item));
		context_add(&c, item.what, item.name, item.value, arena);
	}
	return c;
}

static void context_compare_names_what_could_change_a_judgement(void **state)
{
	static const struct {
		const char *before, *after, *says; /* all differences, each with "; " behind it */
	} cases[] = {
		{ "kev = not listed", "kev = not listed", "" },
		{ "kev = not listed", "kev = listed", "KEV is now listed, it was not listed; " },
		/* a probability: over or under the threshold, or twice as high */
		{ "epss = 0.090000", "epss = 0.110000", "EPSS rose from 0.090000 to 0.110000; " },
		{ "epss = 0.300000", "epss = 0.050000", "EPSS fell from 0.300000 to 0.050000; " },
		{ "epss = 0.200000", "epss = 0.399999", "" },
		{ "epss = 0.200000", "epss = 0.400000", "EPSS rose from 0.200000 to 0.400000; " },
		{ "epss = 0.000100", "epss = 0.009999", "" },
		{ "epss = none", "epss = 0.020000", "EPSS rose from none to 0.020000; " },
		{ "epss = 0.020000", "epss = none", "" },
		/* the order in which they stand means nothing */
		{ "release 2 = affected; release 1 = not affected",
		    "release 1 = affected; release 3 = affected",
		    "release 1 is now affected, it was not affected; release 2 is gone, it was: affected; "
		    "release 3 is new: affected; " },
		{ "", "score nvd 3.1 = 9.8; advisory nvd CVE-1 = active",
		    "score of nvd 3.1 is new: 9.8; record nvd CVE-1 is new: active; " },
		/* an exploit that is told of; a context of before they were watched tells of none */
		{ "exploit = watched", "exploit = watched; exploit https://example.org/poc?a = b = nvd",
		    "exploit https://example.org/poc?a = b is new: nvd; " },
		{ "exploit = watched; exploit SSVC cve CVE-1 = none",
		    "exploit = watched; exploit SSVC cve CVE-1 = poc",
		    "exploit SSVC cve CVE-1 is now poc, it was none; " },
		{ "kev = listed", "kev = listed; exploit = watched; exploit https://example.org/poc = nvd",
		    "" },
		{ "rubric = a", "rubric = b", "vector by the rubric is now b, it was a; " },
	};
	struct context_limits limits = context_limits_default();

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct context before = context_of(cases[i].before, &arena);
		struct context after = context_of(cases[i].after, &arena);
		struct str says = STR("");
		struct context_change *changes;
		size_t count;

		CASE(cases[i].after);
		context_compare(&before, &after, &limits, &arena, &changes, &count);
		for (size_t k = 0; k < count; k++)
			says = arena_printf(&arena, "%.*s%.*s; ", STR_WHOLE(says),
			    STR_WHOLE(context_change_says(&changes[k], &arena)));
		assert_string_equal(arena_text(&arena, says), cases[i].says);
	}
}

TESTS(cmocka_unit_test(context_items_are_read_as_they_were_written),
    cmocka_unit_test(context_compare_names_what_could_change_a_judgement))
