#include "check.h"

#include "base/intern.h"

/* UBSan, under which `make check` runs this too, tells of arithmetic on a null pointer. */
static void the_empty_text_may_be_the_first(void **state)
{
	SCOPED_INTERN *texts = intern_new();

	(void)state;
	assert_int_equal(intern_find(texts, STR("")), INTERN_NONE);
	assert_int_equal(intern_add(texts, STR("")), 0);
	assert_int_equal(intern_add(texts, STR("")), 0);
	assert_non_null(intern_text(texts, 0).ptr);
	assert_int_equal(intern_text(texts, 0).len, 0);
	assert_int_equal(intern_add(texts, STR("a")), 1);
	assert_true(str_eq(intern_text(texts, 1), STR("a")));
}

static void a_text_keeps_its_number_while_others_are_added(void **state)
{
	SCOPED_INTERN *texts = intern_new();
	char name[16];

	(void)state;
	for (uint32_t i = 0; i < 1000; i++) {
		snprintf(name, sizeof(name), "text %u", (unsigned)i);
		assert_int_equal(intern_add(texts, str_of(name)), i);
	}
	for (uint32_t i = 0; i < 1000; i++) {
		snprintf(name, sizeof(name), "text %u", (unsigned)i);
		assert_int_equal(intern_find(texts, str_of(name)), i);
		assert_true(str_eq(intern_text(texts, i), str_of(name)));
	}
	assert_int_equal(intern_count(texts), 1000);
}

TESTS(cmocka_unit_test(the_empty_text_may_be_the_first),
    cmocka_unit_test(a_text_keeps_its_number_while_others_are_added))
