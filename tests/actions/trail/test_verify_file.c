/* R-01, 21 CFR 11.10(a), (e): whatever is altered in a trail that was handed over is found. */
#include "check.h"
#include "random.h"

#include "actions/trail/verify_file.h"

#define ENTRIES 6

/* Entries with what JSON writes in more than one way: accents, quotes, controls, nothing and null. */
static void write_trail(struct buf *out, unsigned withheld)
{
	static const char *const texts[ENTRIES] = { "{\"a\":\"\xc3\xa9 \\\"b\\\"\"}", "", NULL,
		"\x7f\t\n\x01 </>", "\xf0\x9f\x98\x80", "ABC abc \\u0041" };
	struct sha256 previous = { { 0 } };

	for (int i = 0; i < ENTRIES; i++) {
		struct trail_entry entry = { .number = i + 1,
			.at = { INT64_C(1782000000000000) + i * INT64_C(61000500) },
			.who = STR("anna"),
			.what = STR("casefile.assessment"),
			.object = STR("casefile 1"),
			.old = str_of(texts[i]),
			.new = str_of(texts[(i + 1) % ENTRIES]),
			.why = STR(""),
			.previous = previous };

		entry.digest = trail_seal(&entry);
		previous = entry.digest;
		trail_write_line(&entry, !(withheld >> i & 1), out);
	}
}

static void drop_fault(void *ctx, const char *says)
{
	(void)ctx;
	(void)says;
}

/* Is anything wrong with these bytes as a trail? */
static bool is_found(struct str bytes, struct file_verification *v)
{
	SCOPED_INPUT *in = input_open_memory(STR("t.jsonl"), bytes);
	struct err e = { 0 };

	return !verify_file(in, (struct verify_sink){ NULL, drop_fault }, v, &e) || v->trail.faults > 0;
}

static struct str altered(struct buf *out, struct str first, struct str second, struct str third)
{
	buf_clear(out);
	buf_add(out, first);
	buf_add(out, second);
	buf_add(out, third);
	return buf_str(out);
}

static void expect_found(struct str bytes, const char *how, size_t at)
{
	struct file_verification v;

	if (!is_found(bytes, &v))
		fail_msg("%s at byte %zu is not found: " STR_FMT, how, at, STR_ARG(str_from(bytes, at)));
}

/* The last line is whole: where it is withheld, that its digest is the true one nothing in the file shows. */
static void every_bit_that_is_flipped_is_found(void **state)
{
	static const unsigned withheld[] = { 0, 012 };

	(void)state;
	for (size_t w = 0; w < COUNT(withheld); w++) {
		SCOPED_BUF trail = buf_new(1 << 16);
		struct file_verification v;

		write_trail(&trail, withheld[w]);
		assert_false(is_found(buf_str(&trail), &v));
		assert_int_equal(v.trail.entries, ENTRIES);
		for (size_t bit = 0; bit < 8 * trail.len; bit++) {
			trail.ptr[bit / 8] ^= (char)(1 << bit % 8);
			expect_found(buf_str(&trail), "a flipped bit", bit / 8);
			trail.ptr[bit / 8] ^= (char)(1 << bit % 8);
		}
	}
}

static void every_byte_that_is_taken_out_or_put_in_is_found(void **state)
{
	static const char put[] = " \n\r,0\"";
	SCOPED_BUF trail = buf_new(1 << 16), other = buf_new(1 << 16);
	struct str whole;

	(void)state;
	write_trail(&trail, 012);
	whole = buf_str(&trail);
	for (size_t at = 0; at < whole.len; at++)
		expect_found(
		    altered(&other, str_first(whole, at), STR(""), str_from(whole, at + 1)), "a gap", at);
	for (size_t at = 0; at <= whole.len; at++)
		for (const char *c = put; *c; c++)
			expect_found(
			    altered(&other, str_first(whole, at), (struct str){ c, 1 }, str_from(whole, at)),
			    "a byte more", at);
	expect_found(altered(&other, STR("\xef\xbb\xbf"), whole, STR("")), "a byte order mark", 0);
}

/* Several bytes at once, and lines moved, doubled and taken out: anything but cutting off at a line's end. */
static void what_is_altered_at_random_is_found(void **state)
{
	SCOPED_BUF trail = buf_new(1 << 16), other = buf_new(1 << 16);
	struct str whole;

	(void)state;
	random_state = 20261130;
	printf("# seed %u\n", random_state);
	write_trail(&trail, 012);
	whole = buf_str(&trail);
	for (int i = 0; i < 5000; i++) {
		size_t from = below((uint32_t)whole.len), len = 1 + below(80);
		size_t take = below((uint32_t)whole.len);
		struct str put = str_first(str_from(whole, take), len);
		struct str bytes =
		    altered(&other, str_first(whole, from), put, str_from(whole, from + below(80)));
		struct file_verification v;

		if (str_eq(bytes, whole) || str_starts(whole, bytes) || is_found(bytes, &v))
			continue;
		if (v.from == 1) /* else the file says where it begins */
			fail_msg("%zu bytes of %zu at %zu are not found", put.len, take, from);
	}
}

static void what_a_file_cannot_show_is_said(void **state)
{
	SCOPED_BUF trail = buf_new(1 << 16);
	struct file_verification v;
	struct str rest, first;

	(void)state;
	write_trail(&trail, 1U << (ENTRIES - 1));
	rest = buf_str(&trail);
	assert_false(is_found(rest, &v));
	assert_int_equal(v.from, 1);
	assert_int_equal(v.whole, ENTRIES - 1);
	assert_true(str_cut(&rest, '\n', &first));
	assert_false(is_found(rest, &v));
	assert_int_equal(v.from, 2);
	assert_false(is_found(STR(""), &v));
	assert_int_equal(v.from, 0);
}

TESTS(cmocka_unit_test(every_bit_that_is_flipped_is_found),
    cmocka_unit_test(every_byte_that_is_taken_out_or_put_in_is_found),
    cmocka_unit_test(what_is_altered_at_random_is_found), cmocka_unit_test(what_a_file_cannot_show_is_said))
