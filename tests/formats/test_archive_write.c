#include "check.h"

#include "formats/archive_write.h"
#include "formats/unpack.h"

#define MOST ((size_t)1 << 20)

static const struct {
	const char *text;
	enum archive_form form;
} forms[] = { { "zip", ARCHIVE_ZIP }, { "tar.zst", ARCHIVE_TAR_ZST } };

static void write_example(enum archive_form form, struct buf *out)
{
	struct archive_out *a;
	struct err e = { 0 };

	assert_true(archive_out_open(out, form, (struct instant){ INT64_C(1767225600000000) }, &a, &e));
	assert_true(archive_out_add(a, STR("folder/one.txt"), STR("one"), &e));
	assert_true(archive_out_add(a, STR("empty"), STR(""), &e));
	assert_true(archive_out_close(a, &e));
}

static bool take(void *ctx, struct input *in, struct err *e)
{
	struct buf *seen = ctx;

	buf_add(seen, input_name(in));
	buf_add(seen, STR("="));
	if (!input_read_all(in, seen, e))
		return false;
	buf_add(seen, STR(";"));
	return true;
}

static void what_is_written_is_read_and_the_same_each_time(void **state)
{
	for (size_t i = 0; i < COUNT(forms); i++) {
		SCOPED_BUF one = buf_new(MOST), other = buf_new(MOST), seen = buf_new(MOST);
		struct unpack_limits limits = unpack_limits_usual();
		struct err e = { 0 };

		CASE(forms[i].text);
		write_example(forms[i].form, &one);
		write_example(forms[i].form, &other);
		assert_true(str_eq(buf_str(&one), buf_str(&other)));
		assert_true(
		    unpack_memory(STR("x"), buf_str(&one), &limits, (struct unpack_sink){ &seen, take }, &e));
		buf_byte(&seen, '\0');
		assert_string_equal(seen.ptr, "x: folder/one.txt=one;x: empty=;");
	}
	(void)state;
}

static void what_does_not_fit_is_told(void **state)
{
	for (size_t i = 0; i < COUNT(forms); i++) {
		SCOPED_BUF small = buf_new(50);
		struct archive_out *a;
		struct err e = { 0 };

		CASE(forms[i].text);
		assert_true(archive_out_open(&small, forms[i].form, (struct instant){ 0 }, &a, &e));
		assert_true(archive_out_add(a, STR("one.txt"), STR("some bytes, and some more"), &e));
		assert_false(archive_out_close(a, &e));
		assert_int_equal(e.code, ERR_LIMIT);
	}
	(void)state;
}

TESTS(cmocka_unit_test(what_is_written_is_read_and_the_same_each_time),
    cmocka_unit_test(what_does_not_fit_is_told))
