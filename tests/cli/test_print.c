#include "check.h"

#include "cli/print.h"

/* What print_text() writes. */
static char *shown(struct str s)
{
	char *text = NULL;
	size_t size;
	FILE *to = open_memstream(&text, &size);

	assert_non_null(to);
	print_text(to, s);
	fclose(to);
	return text;
}

static void print_text_shows_what_could_steer_a_terminal(void **state)
{
	static const struct {
		const char *text, *shown;
	} cases[] = {
		{ "plain \\ text", "plain \\ text" },
		{ "\x1b[31mred", "\\x1b[31mred" },
		{ "tab\there", "tab\\x09here" },
		{ "\x7f", "\\x7f" },
		{ "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80", "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80" },
		{ "\xc2\x9b"
		  "31m",
		    "\\x9b31m" },
		{ "a\xe2\x80\xae"
		  "b",
		    "a\\u202eb" },
		{ "a\xe2\x81\xa6"
		  "b",
		    "a\\u2066b" },
		{ "bad \xff\xc3", "bad \\xff\\xc3" },
		{ "", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		char *text;

		CASE(cases[i].shown);
		text = shown(str_of(cases[i].text));
		assert_string_equal(text, cases[i].shown);
		free(text);
	}
	(void)state;
}

static char *written(const struct print_table *t)
{
	char *text = NULL;
	size_t size;
	FILE *to = open_memstream(&text, &size);

	assert_non_null(to);
	print_table_write(t, to);
	fclose(to);
	return text;
}

static void print_table_lines_its_columns_up(void **state)
{
	static const struct print_column columns[] = { { "NAME", false }, { "N", true }, { "NOTE", false },
		{ NULL, false } };
	SCOPED_PRINT_TABLE *t = print_table_new(columns);
	char *text = written(t);

	assert_string_equal(text, "");
	free(text);
	print_cell(t, STR("caf\xc3\xa9"));
	print_cell_int(t, 7);
	print_cell(t, STR("escape \x1b"));
	print_cell(t, STR("tea house"));
	print_cell_int(t, -1234);
	print_cell(t, STR(""));
	text = written(t);
	assert_string_equal(text, "NAME           N  NOTE\n"
				  "caf\xc3\xa9           7  escape \\x1b\n"
				  "tea house  -1234\n");
	free(text);
	(void)state;
}

TESTS(cmocka_unit_test(print_text_shows_what_could_steer_a_terminal),
    cmocka_unit_test(print_table_lines_its_columns_up))
