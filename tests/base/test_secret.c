#include "check.h"

#include "base/secret.h"

static void a_password_matches_its_hash_alone(void **state)
{
	char hash[SECRET_HASH_SIZE], again[SECRET_HASH_SIZE];
	struct err e = { 0 };

	(void)state;
	assert_true(
	    secret_hash(STR("correct horse"), hash, &e) && secret_hash(STR("correct horse"), again, &e));
	assert_true(str_starts(str_of(hash), STR("$argon2id$v=19$m=65536,t=2,p=1$")));
	assert_string_not_equal(hash, again); /* salted */
	assert_true(secret_matches(str_of(hash), STR("correct horse")));
	assert_false(secret_matches(str_of(hash), STR("correct horsf")));
	assert_false(secret_matches(str_of(hash), STR("")));
	assert_false(secret_matches(STR(""), STR("correct horse")));
	assert_false(secret_matches(STR("$argon2id$v=19$damaged"), STR("correct horse")));
	hash[40] = (char)(hash[40] == 'A' ? 'B' : 'A');
	assert_false(secret_matches(str_of(hash), STR("correct horse")));
}

static void words_differ_and_can_be_read_aloud(void **state)
{
	char one[SECRET_WORD_SIZE], two[SECRET_WORD_SIZE];

	(void)state;
	secret_word(one);
	secret_word(two);
	assert_int_equal(strlen(one), SECRET_WORD_SIZE - 1);
	assert_string_not_equal(one, two);
	for (size_t i = 0; one[i]; i++)
		assert_non_null(strchr("abcdefghijkmnpqrstuvwxyz23456789", one[i]));
}

static void a_secret_is_wiped(void **state)
{
	char word[SECRET_WORD_SIZE];

	(void)state;
	secret_word(word);
	secret_wipe(word, sizeof(word));
	for (size_t i = 0; i < sizeof(word); i++)
		assert_int_equal(word[i], 0);
}

/* The vector of the SipHash paper (Aumasson, Bernstein 2012), appendix A. */
static void keyed_hash_is_siphash(void **state)
{
	unsigned char key[KEYED_HASH_KEY_BYTES];
	char text[15];

	(void)state;
	for (size_t i = 0; i < sizeof(key); i++)
		key[i] = (unsigned char)i;
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)i;
	assert_true(keyed_hash(key, (struct str){ text, sizeof(text) }) == 0xa129ca6149be45e5u);
}

TESTS(cmocka_unit_test(a_password_matches_its_hash_alone),
    cmocka_unit_test(words_differ_and_can_be_read_aloud), cmocka_unit_test(a_secret_is_wiped),
    cmocka_unit_test(keyed_hash_is_siphash))
