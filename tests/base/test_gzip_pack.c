/* Texts packed for HTTP; that they unpack to the same is seen in tests/api. */
#include "check.h"

#include "base/gzip_pack.h"

static void what_is_packed_has_the_head_of_gzip_and_is_smaller(void **state)
{
	SCOPED_BUF plain = buf_new(1 << 20), once = buf_new(1 << 20), twice = buf_new(1 << 20);

	for (int i = 0; i < 1000; i++)
		buf_printf(&plain, "{\"component\":\"busybox\",\"number\":%d},", i);
	gzip_pack(buf_str(&plain), &once);
	gzip_pack(buf_str(&plain), &twice);
	assert_memory_equal(once.ptr, "\x1f\x8b\x08", 3);
	assert_true(once.len * 4 < plain.len);
	assert_true(str_eq(buf_str(&once), buf_str(&twice)));
	(void)state;
}

static void what_cannot_be_packed_grows_by_little(void **state)
{
	SCOPED_BUF packed = buf_new(1 << 20);
	unsigned char noise[100000];
	uint32_t word = 1;

	for (size_t i = 0; i < sizeof(noise); i++) {
		word = word * 1664525 + 1013904223;
		noise[i] = (unsigned char)(word >> 24);
	}
	gzip_pack((struct str){ (const char *)noise, sizeof(noise) }, &packed);
	assert_true(packed.len < sizeof(noise) + sizeof(noise) / 100);
	buf_clear(&packed);
	gzip_pack(STR(""), &packed);
	assert_int_equal(packed.len, 20);
	(void)state;
}

TESTS(cmocka_unit_test(what_is_packed_has_the_head_of_gzip_and_is_smaller),
    cmocka_unit_test(what_cannot_be_packed_grows_by_little))
