#include "check.h"

#include <zstd.h>

#include "base/zstd_pack.h"

#define MIB ((size_t)1024 * 1024)

/* Text that repeats itself from far back, so that the window is looked up. */
static char *far_repeating(size_t len)
{
	char *text = malloc(len);
	uint32_t seed = 1;

	assert_non_null(text);
	for (size_t i = 0; i < len; i++) {
		seed = seed * 1664525 + 1013904223;
		text[i] = i >= len / 2 && i % 4096 ? text[i - len / 2] : (char)('a' + (seed >> 24) % 26);
	}
	return text;
}

static struct str compressed(const char *text, size_t len, int window_log)
{
	ZSTD_CCtx *c = ZSTD_createCCtx();
	size_t room = ZSTD_compressBound(len), got;
	char *packed = malloc(room);

	assert_non_null(packed);
	ZSTD_CCtx_setParameter(c, ZSTD_c_compressionLevel, 1);
	ZSTD_CCtx_setParameter(c, ZSTD_c_contentSizeFlag, 0);
	ZSTD_CCtx_setParameter(c, ZSTD_c_enableLongDistanceMatching, 1);
	ZSTD_CCtx_setParameter(c, ZSTD_c_windowLog, window_log);
	got = ZSTD_compress2(c, packed, room, text, len);
	assert_false(ZSTD_isError(got));
	ZSTD_freeCCtx(c);
	return (struct str){ packed, got };
}

/* Unpacks in pieces of step packed bytes and compares; the unpacked length, or -1 with *e set. */
static long unpacked(struct str packed, size_t step, struct str expected, bool *may_end, struct err *e)
{
	struct zstd_stream *s = zstd_stream_new();
	static char piece[10000];
	size_t done = 0, len = 1;
	bool good = true;

	while (good && (packed.len || len)) {
		struct str next = str_first(packed, step), rest = next;

		good = zstd_stream_step(s, &rest, piece, sizeof(piece), &len, e);
		if (!good)
			break;
		packed = str_from(packed, next.len - rest.len);
		if (done + len <= expected.len)
			assert_memory_equal(piece, expected.ptr + done, len);
		done += len;
	}
	*may_end = zstd_stream_may_end(s);
	zstd_stream_free(s);
	return good ? (long)done : -1;
}

static void a_stream_is_unpacked_whatever_its_window(void **state)
{
	static const struct {
		const char *what;
		size_t len;
		int window_log;
	} cases[] = {
		{ "nothing", 0, 20 },
		{ "a window in plain memory", MIB, 20 },
		{ "a window in a file, gone round", 24 * MIB, 23 },
		{ "a window in a file, longer than the text", 6 * MIB, 27 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *text = far_repeating(cases[i].len + 1);
		struct str packed = compressed(text, cases[i].len, cases[i].window_log);
		struct err e = { 0 };
		bool may_end;

		CASE(cases[i].what);
		assert_int_equal(
		    unpacked(packed, 4096, (struct str){ text, cases[i].len }, &may_end, &e), cases[i].len);
		assert_true(may_end);
		free((char *)(uintptr_t)packed.ptr);
		free(text);
	}
}

static void frames_of_a_stream_follow_each_other(void **state)
{
	char *text = far_repeating(100);
	struct str one = compressed(text, 100, 20);
	SCOPED_BUF both = buf_new(100000);
	struct err e = { 0 };
	bool may_end;

	(void)state;
	buf_add(&both, one);
	buf_add(&both, one);
	for (size_t step = 1; step < 20; step++) {
		assert_int_equal(
		    unpacked(buf_str(&both), step, (struct str){ text, 100 }, &may_end, &e), 200);
		assert_true(may_end);
	}
	free((char *)(uintptr_t)one.ptr);
	free(text);
}

static void a_stream_cut_short_may_not_end(void **state)
{
	char *text = far_repeating(5000);
	struct str packed = compressed(text, 5000, 20);

	(void)state;
	for (size_t len = 1; len < packed.len; len++) {
		struct err e = { 0 };
		bool may_end;

		assert_true(
		    unpacked(str_first(packed, len), 1000, (struct str){ text, 5000 }, &may_end, &e) >= 0);
		assert_false(may_end);
	}
	free((char *)(uintptr_t)packed.ptr);
	free(text);
}

static void a_damaged_stream_is_refused_or_gives_something_else(void **state)
{
	char *text = far_repeating(3000);
	struct str packed = compressed(text, 3000, 20);
	char *bytes = (char *)(uintptr_t)packed.ptr;
	size_t refused = 0;

	(void)state;
	for (size_t at = 0; at < packed.len; at++) {
		struct err e = { 0 };
		bool may_end;

		bytes[at] = (char)(bytes[at] ^ 0x55);
		if (unpacked(packed, 500, (struct str){ "", 0 }, &may_end, &e) < 0) {
			refused++;
			assert_non_null(strstr(e.text, "damaged zstd: "));
		}
		bytes[at] = (char)(bytes[at] ^ 0x55);
	}
	assert_true(refused > 10);
	free(bytes);
	free(text);
}

static void a_window_beyond_128_mib_is_refused(void **state)
{
	/* RFC 8878 3.1.1: magic, descriptor without a size, window descriptor exponent 18: 2^28 */
	static const char frame[] = { 0x28, (char)0xb5, 0x2f, (char)0xfd, 0x00, (char)(18 << 3), 0x01, 0x00,
		0x00 };
	struct err e = { 0 };
	bool may_end;

	(void)state;
	assert_int_equal(unpacked((struct str){ frame, sizeof(frame) }, 100, STR(""), &may_end, &e), -1);
	assert_string_equal(e.text, "damaged zstd: Frame requires too much memory for decoding");
	assert_int_equal(e.code, ERR_INPUT);
}

static void a_text_comes_back_or_is_told_to_be_damaged(void **state)
{
	struct zstd_packer *p = zstd_packer_new();
	SCOPED_BUF packed = buf_new(4096), plain = buf_new(1000), small = buf_new(10);
	struct str record = STR("{\"id\":\"CVE-2021-0002\",\"severity\":\"HIGH\"}");
	struct err e = { 0 };

	(void)state;
	zstd_pack(p, record, &packed);
	assert_true(zstd_unpack(p, buf_str(&packed), &plain, &e));
	assert_true(str_eq(buf_str(&plain), record));
	assert_false(zstd_unpack(p, buf_str(&packed), &small, &e));
	for (size_t len = 0; len < packed.len; len++)
		assert_false(zstd_unpack(p, str_first(buf_str(&packed), len), &plain, &e));
	assert_string_equal(e.text, "a compressed record is damaged");
	zstd_packer_free(p);
}

TESTS(cmocka_unit_test(a_stream_is_unpacked_whatever_its_window),
    cmocka_unit_test(frames_of_a_stream_follow_each_other), cmocka_unit_test(a_stream_cut_short_may_not_end),
    cmocka_unit_test(a_damaged_stream_is_refused_or_gives_something_else),
    cmocka_unit_test(a_window_beyond_128_mib_is_refused),
    cmocka_unit_test(a_text_comes_back_or_is_told_to_be_damaged))
