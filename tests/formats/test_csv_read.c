#include "check.h"

#include "base/buf.h"
#include "formats/csv_read.h"
#include "formats/unpack.h"
#include "limits.h"

/* Hands a text out a byte at a time, so that the window ends everywhere. */
static long one_byte(void *ctx, char *to, size_t room, struct err *e)
{
	struct str *rest = ctx;

	(void)room;
	(void)e;
	if (rest->len == 0)
		return 0;
	*to = *rest->ptr;
	*rest = str_from(*rest, 1);
	return 1;
}

/* "[a|b][c|d]", a bad row as "(why)", and at the end what was wrong with the document. */
static void write_rows(struct csv *c, struct buf *to)
{
	const struct str *fields;
	struct str comment;
	struct err e = { 0 };

	while (csv_next_comment(c, &comment))
		buf_printf(to, "#" STR_FMT "#", STR_ARG(comment));
	while (csv_next_row(c)) {
		size_t columns = 0, at;

		while (csv_find_column(c, (struct str){ &"abcdefgh"[columns], 1 }, &at))
			columns++;
		if (!csv_row(c, &fields, &e)) {
			buf_printf(to, "(%s)", e.text);
			continue;
		}
		for (size_t i = 0; i < columns; i++)
			buf_printf(to, "%s" STR_FMT, i ? "|" : "[", STR_ARG(fields[i]));
		buf_byte(to, ']');
	}
	if (!csv_finish(c, &e))
		buf_printf(to, " %s", e.text);
	buf_byte(to, '\0');
}

static void csv_reads_rfc_4180_and_says_what_is_wrong_elsewhere(void **state)
{
	static const struct {
		const char *text, *rows;
	} cases[] = {
		{ "a,b\n1,2\n", "[1|2]" },
		{ "a,b\r\n1,2\r\n3,4", "[1|2][3|4]" },
		{ "\xef\xbb\xbf"
		  "a,b\n1,2\r",
		    "[1|2]" },
		{ "a\n1\n\n\r\n2\n", "[1][2]" },
		{ "a,b\n,\n\"\",\"\"\n", "[|][|]" },
		{ "a,b\n\"1,2\",\"x\"\"y\"\n", "[1,2|x\"y]" },
		{ "a,b\n\"\"\"\",\"\"\"\"\"\"\r\n", "[\"|\"\"]" },
		{ "a,b\n\"1\n2\",\"3\r\n4\"\n5,6\n", "[1\n2|3\r\n4][5|6]" },
		{ "\"a\",\"b\"\n1,2\n", "[1|2]" },
		{ "a,b\n#1,2\n", "[#1|2]" },
		{ "#one:1,two\n# three \r\na,b\n1,2\n", "#one:1,two##three#[1|2]" },
		{ "a,b\n 1 ,\t2\n", "[ 1 |\t2]" },
		{ "a,b\n1\n2,3\n4,5,6\n",
		    "(t.csv:2: 1 fields, the header has 2)[2|3](t.csv:4: 3 fields, the header has 2)" },
		{ "a,b\n\"1\n1\",2\n3\n", "[1\n1|2](t.csv:4: 1 fields, the header has 2)" },
		{ "a,b\n1\",2\n3,4\n",
		    "(t.csv:2: a quote inside a field that does not begin with one)[3|4]" },
		{ "a,b\n\xff,2\n3,4\n", "(t.csv:2: bytes that are not UTF-8)[3|4]" },
		{ "a,b\n1,2\n\"3\"x,4\n5,6\n",
		    "[1|2] t.csv:3: expected a comma or line end after a field in quotes" },
		{ "a,b\n1,2\n\"3\"\r,4\n5,6\n",
		    "[1|2] t.csv:3: expected a comma or line end after a field in quotes" },
		{ "a,b\n1,\"2\n3,4\n", " t.csv:2: ends in the middle of a field in quotes" },
		{ "a,b\n1,\"2\"\"", " t.csv:2: ends in the middle of a field in quotes" },
		{ "", " t.csv:1: expected a header, found the end" },
		{ "\n\n", " t.csv:3: expected a header, found the end" },
		{ "# only\n", "#only# t.csv:2: expected a header, found the end" },
		{ "\xff\n1\n", " t.csv:1: bytes that are not UTF-8" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		for (int drip = 0; drip < 2; drip++) {
			struct str rest = str_of(cases[i].text);
			struct input_source source = { &rest, one_byte, NULL };
			SCOPED_INPUT *in = drip ? input_open_source(STR("t.csv"), source)
						: input_open_memory(STR("t.csv"), rest);
			SCOPED_CSV *c = csv_open(in);
			SCOPED_BUF rows = buf_new(4096);

			CASE(cases[i].text);
			write_rows(c, &rows);
			assert_string_equal(rows.ptr, cases[i].rows);
		}
	}
	(void)state;
}

static void csv_finds_columns_by_their_very_name(void **state)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.csv"), STR("cve,epss\n"));
	SCOPED_CSV *c = csv_open(in);
	struct err e = { 0 };
	size_t at = 7;

	assert_true(csv_get_column(c, STR("epss"), &at));
	assert_int_equal(at, 1);
	assert_false(csv_find_column(c, STR("EPSS"), &at));
	assert_false(csv_get_column(c, STR("percentile"), &at));
	assert_false(csv_next_row(c));
	assert_false(csv_finish(c, &e));
	assert_string_equal(e.text, "t.csv:1: the header has no column \"percentile\"");
	(void)state;
}

/* The header, a row with one field of len bytes, a good row. */
static bool one_long_field(size_t len, bool *row_is_good, struct err *row, struct err *e)
{
	SCOPED_BUF text = buf_new(len + 100);
	const struct str *fields;

	buf_add(&text, STR("a\n"));
	for (size_t i = 0; i < len; i++)
		buf_byte(&text, 'x');
	buf_add(&text, STR("\ny\n"));

	SCOPED_INPUT *in = input_open_memory(STR("t.csv"), buf_str(&text));
	SCOPED_CSV *c = csv_open(in);

	if (csv_next_row(c)) {
		*row_is_good = csv_row(c, &fields, row);
		assert_true(csv_next_row(c));
		assert_true(csv_row(c, &fields, e));
		assert_true(str_eq(fields[0], STR("y")));
	}
	return csv_finish(c, e);
}

static void csv_limits_are_exact(void **state)
{
	struct err e = { 0 }, row = { 0 };
	bool good = false;

	assert_true(one_long_field(LIMIT_CSV_FIELD_BYTES - 1, &good, &row, &e) && good);
	assert_true(one_long_field(LIMIT_CSV_FIELD_BYTES, &good, &row, &e) && good);
	assert_true(one_long_field(LIMIT_CSV_FIELD_BYTES + 1, &good, &row, &e));
	assert_false(good);
	assert_string_equal(row.text, "t.csv:2: a field is too long");
	assert_int_equal(row.code, ERR_LIMIT);
	assert_false(one_long_field(3 * LIMIT_CSV_ROW_BYTES, &good, &row, &e));
	assert_string_equal(e.text, "t.csv:2: a row is too long");
	assert_int_equal(e.code, ERR_LIMIT);

	for (size_t columns = LIMIT_CSV_COLUMNS - 1; columns <= LIMIT_CSV_COLUMNS + 1; columns++) {
		SCOPED_BUF text = buf_new(10000);
		bool fits = columns <= LIMIT_CSV_COLUMNS;

		for (size_t i = 0; i < columns; i++)
			buf_printf(&text, "%sc%zu", i ? "," : "", i);

		SCOPED_INPUT *in = input_open_memory(STR("t.csv"), buf_str(&text));
		SCOPED_CSV *c = csv_open(in);

		e = (struct err){ 0 };
		assert_int_equal(csv_finish(c, &e), fits);
		assert_string_equal(e.text, fits ? "" : "t.csv:1: 257 columns, limit 256");
	}
	(void)state;
}

static void csv_row_with_more_fields_than_are_kept_is_a_bad_row(void **state)
{
	SCOPED_BUF text = buf_new(10000);
	const struct str *fields;
	struct err e = { 0 };

	buf_add(&text, STR("a,b\n"));
	for (size_t i = 0; i < LIMIT_CSV_COLUMNS; i++)
		buf_byte(&text, ',');
	buf_add(&text, STR("\n1,2\n"));

	SCOPED_INPUT *in = input_open_memory(STR("t.csv"), buf_str(&text));
	SCOPED_CSV *c = csv_open(in);

	assert_true(csv_next_row(c));
	assert_false(csv_row(c, &fields, &e));
	assert_string_equal(e.text, "t.csv:2: 257 fields, the header has 2");
	assert_true(csv_next_row(c));
	assert_true(csv_row(c, &fields, &e));
	assert_true(csv_finish(c, &e));
	(void)state;
}

static bool count_scores(void *ctx, struct input *in, struct err *e)
{
	SCOPED_CSV *c = csv_open(in);
	const struct str *fields;
	struct str comment;
	size_t cve, epss, *rows = ctx;

	assert_true(csv_next_comment(c, &comment));
	assert_true(str_starts(comment, STR("model_version:")));
	if (csv_get_column(c, STR("cve"), &cve) && csv_get_column(c, STR("epss"), &epss)) {
		for (; csv_next_row(c); ++*rows) {
			assert_true(csv_row(c, &fields, e));
			assert_true(str_starts(fields[cve], STR("CVE-")));
			assert_true(fields[epss].len > 0);
		}
	}
	return csv_finish(c, e);
}

static void csv_reads_the_real_epss_scores(void **state)
{
	const char *path = check_data("feeds/epss/epss_scores-2026-08-16.csv.gz");
	struct err e = { 0 };
	size_t rows = 0;

	if (!path)
		skip();
	assert_true(unpack_path(path, (struct unpack_sink){ &rows, count_scores }, &e));
	assert_int_equal(rows, 271001);
	(void)state;
}

TESTS(cmocka_unit_test(csv_reads_rfc_4180_and_says_what_is_wrong_elsewhere),
    cmocka_unit_test(csv_finds_columns_by_their_very_name), cmocka_unit_test(csv_limits_are_exact),
    cmocka_unit_test(csv_row_with_more_fields_than_are_kept_is_a_bad_row),
    cmocka_unit_test(csv_reads_the_real_epss_scores))
