#include "check.h"

#include "base/crypto.h"

/* FIPS 180-4's examples: a million times "a". */
#define MILLION "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"

static void a_digest_does_not_depend_on_the_pieces(void **state)
{
	static const size_t pieces[] = { 1, 7, 63, 64, 1023, 1024, 1025, 5000, 1000000 };
	static char letters[1000000];
	struct sha256_stream *h = sha256_open();
	char hex[SHA256_HEX_SIZE];

	(void)state;
	memset(letters, 'a', sizeof(letters));
	for (size_t i = 0; i < COUNT(pieces); i++) { /* one stream for all: each begins anew */
		struct str rest = { letters, sizeof(letters) };
		struct sha256 digest;

		for (; rest.len > 0; rest = str_from(rest, pieces[i]))
			sha256_add(h, str_first(rest, pieces[i]));
		sha256_add(h, STR(""));
		digest = sha256_next(h);
		assert_string_equal(sha256_hex(&digest, hex), MILLION);
	}
	sha256_drop(h);
	sha256_drop(NULL);
}

static void pieces_of_all_lengths_follow_each_other(void **state)
{
	static char bytes[40000];
	struct sha256 whole, pieced;
	struct sha256_stream *h = sha256_open();
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7 + i / 251);
	for (size_t len = 0; at + len <= sizeof(bytes); len = (len * 5 + 1) % 3001) {
		sha256_add(h, (struct str){ bytes + at, len });
		at += len;
	}
	pieced = sha256_close(h);
	whole = sha256_of((struct str){ bytes, at });
	assert_true(sha256_same(&whole, &pieced));
}

/* FIPS 180-2, C.1; and of nothing. */
static void sha512_is_that_of_the_standard(void **state)
{
	char hex[SHA512_HEX_SIZE];

	assert_string_equal(sha512_hex_of(STR("abc"), hex),
	    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
	    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
	assert_string_equal(sha512_hex_of(STR_NONE, hex),
	    "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
	    "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
	(void)state;
}

TESTS(cmocka_unit_test(a_digest_does_not_depend_on_the_pieces),
    cmocka_unit_test(sha512_is_that_of_the_standard),
    cmocka_unit_test(pieces_of_all_lengths_follow_each_other))
