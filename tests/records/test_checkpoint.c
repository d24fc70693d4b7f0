#include "check.h"

#include "records/checkpoint.h"

static struct checkpoint make(const struct ed25519 *key)
{
	struct checkpoint c = { .number = 12, .digest = sha256_of(STR("x")), .at = { 1782000000123456 } };

	checkpoint_sign(&c, key);
	return c;
}

static void a_checkpoint_holds_until_anything_in_it_is_another(void **state)
{
	SCOPED_ED25519 *key = ed25519_new(), *other = ed25519_new();
	struct checkpoint c = make(key);

	(void)state;
	assert_true(checkpoint_holds(&c));
	c.number++;
	assert_false(checkpoint_holds(&c));
	c = make(key);
	c.at.us++;
	assert_false(checkpoint_holds(&c));
	c = make(key);
	c.digest.bytes[31] ^= 1;
	assert_false(checkpoint_holds(&c));
	c = make(key);
	c.signature.bytes[0] ^= 1;
	assert_false(checkpoint_holds(&c));
	c = make(key);
	c.key = ed25519_public(other);
	assert_false(checkpoint_holds(&c));
}

static void a_checkpoint_is_written_and_read(void **state)
{
	SCOPED_BUF out = buf_new(4096);
	SCOPED_ED25519 *key = ed25519_new();
	struct checkpoint c = make(key), read;
	struct json_out *w = json_out_buf(&out, false);
	struct err e = { 0 };

	(void)state;
	checkpoint_write(&c, w);
	json_out_close(w);
	assert_true(checkpoint_read(STR("f:1"), buf_str(&out), &read, &e));
	assert_memory_equal(&read, &c, sizeof(c));
	assert_true(checkpoint_holds(&read));
}

static void what_is_no_checkpoint_is_named(void **state)
{
	static const char *const cases[][2] = {
		{ "", "f:1" },
		{ "{}", "f:1: expected a checkpoint: checkpoint, entry, digest, at, key and signature" },
		{ "[]", "expected an object" },
		{ "{\"checkpoint\":2}", "checkpoint" },
		{ "{\"digest\":\"00\"}", "expected 64 hexadecimal digits" },
		{ "{\"at\":\"2026\"}", "at" },
		{ "{\"entry\":0}", "entry" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct checkpoint c;
		struct err e = { 0 };

		CASE(cases[i][0]);
		assert_false(checkpoint_read(STR("f:1"), str_of(cases[i][0]), &c, &e));
		if (!strstr(e.text, cases[i][1]))
			assert_string_equal(e.text, cases[i][1]);
	}
}

/* RFC 8032, 7.1, test 1: the empty message. */
static void ed25519_is_that_of_the_standard(void **state)
{
	static const char key[] = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
	static const char signature[] =
	    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
	    "701cf9b46bd25bf5f0595bbe24655141438e7a100b";
	struct ed25519_public public;
	struct ed25519_signature made;

	(void)state;
	assert_true(hex_parse(str_of(key), public.bytes, sizeof(public.bytes)));
	assert_true(hex_parse(str_of(signature), made.bytes, sizeof(made.bytes)));
	assert_true(ed25519_verify(&public, STR(""), &made));
	assert_false(ed25519_verify(&public, STR("x"), &made));
}

static void keys_are_written_and_read(void **state)
{
	SCOPED_BUF pem = buf_new(ED25519_PEM_MOST), public = buf_new(ED25519_PEM_MOST);
	SCOPED_ED25519 *key = ed25519_new(), *again = NULL;
	struct ed25519_public before = ed25519_public(key), after;
	struct err e = { 0 };

	(void)state;
	ed25519_write(key, &pem);
	assert_true(ed25519_read(buf_str(&pem), &again, &e));
	after = ed25519_public(again);
	assert_memory_equal(&before, &after, sizeof(before));
	ed25519_public_write(&before, &public);
	assert_true(ed25519_public_read(buf_str(&public), &after, &e));
	assert_memory_equal(&before, &after, sizeof(before));
	assert_false(ed25519_public_read(buf_str(&pem), &after, &e));
	assert_string_equal(e.text, "expected an Ed25519 key in PEM, not encrypted");
	ed25519_free(again);
	again = NULL;
	assert_false(
	    ed25519_read(STR("-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n"), &again, &e));
}

TESTS(cmocka_unit_test(a_checkpoint_holds_until_anything_in_it_is_another),
    cmocka_unit_test(a_checkpoint_is_written_and_read), cmocka_unit_test(what_is_no_checkpoint_is_named),
    cmocka_unit_test(ed25519_is_that_of_the_standard), cmocka_unit_test(keys_are_written_and_read))
