#include "check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/pdf/pdf_file.h"
#include "formats/pdf_objects.h"

/* A file of so many small objects, and a stream after every tenth. */
static struct str write_file(int objects, struct arena *arena)
{
	char *bytes = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&bytes, &len);
	struct pdf_file *f = pdf_file_new(to);
	int catalogue = pdf_file_number(f), information = pdf_file_number(f);
	struct err e = { 0 };
	struct str out;

	for (int i = 0; i < objects; i++) {
		int number = pdf_file_number(f);

		pdf_file_put(f, number, arena_printf(arena, "<</This %d>>", number));
		if (i % 10 == 9) {
			number = pdf_file_number(f);
			pdf_file_stream(f, number, arena_printf(arena, "/Stream %d", number),
			    arena_printf(arena, "holds %d", number));
		}
	}
	pdf_file_put(f, information, STR("<</Title(t)>>"));
	pdf_file_put(f, catalogue, STR("<</Type/Catalog>>"));
	assert_true(pdf_file_end(f, catalogue, information, &e));
	pdf_file_free(f);
	assert_int_equal(fclose(to), 0);
	out = arena_copy(arena, (struct str){ bytes, len });
	free(bytes);
	return out;
}

static void every_object_is_where_the_table_says(void **state)
{
	static const struct {
		const char *text;
		int objects;
	} cases[] = { { "none", 0 }, { "one", 1 }, { "one stream", 10 }, { "several object streams", 5000 } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str pdf = write_file(cases[i].objects, &arena), all = pdf_objects(pdf, &arena);

		CASE(cases[i].text);
		assert_true(str_has(all, STR("1 0 obj\n<</Type/Catalog>>")));
		assert_true(str_has(all, STR("2 0 obj\n<</Title(t)>>")));
		assert_true(str_has(all, STR("/Root 1 0 R/Info 2 0 R")));
		assert_true(cases[i].objects < 1 || str_has(all, STR("3 0 obj\n<</This 3>>")));
		assert_true(
		    cases[i].objects < 10 || str_has(all, STR("14 0 obj\n<</Stream 14/Filter/FlateDecode")));
		assert_true(cases[i].objects < 10 || str_has(all, STR("holds 14\n")));
	}
	(void)state;
}

static void the_same_objects_are_the_same_bytes(void **state)
{
	SCOPED_ARENA arena = { 0 };

	assert_true(str_eq(write_file(1000, &arena), write_file(1000, &arena)));
	(void)state;
}

/* Small objects are packed together: of 10,000 each takes a few bytes, its place in the table included. */
static void small_objects_take_little(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct str pdf = write_file(10000, &arena), fewer = write_file(5000, &arena);

	assert_true(pdf.len - fewer.len < (size_t)5000 * 16 + 500 * 120);
	(void)state;
}

TESTS(cmocka_unit_test(every_object_is_where_the_table_says),
    cmocka_unit_test(the_same_objects_are_the_same_bytes), cmocka_unit_test(small_objects_take_little))
