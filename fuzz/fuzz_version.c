/*
 * Version keys, a line SCHEME<TAB>A<TAB>B: a key is the same each time and no longer than promised, a refusal
 * says why and leaves the key alone, and the order is that of the plain comparator, which reads and refuses
 * the same.
 */
#include "fuzz.h"

#include "identity/version_compare.h"

enum { TEXT_BYTES = 1024, KEY_BYTES = 4 * TEXT_BYTES + 16 };

/* The name of a scheme, or else any text stands for one. */
static enum version_scheme scheme_of(struct str name)
{
	enum version_scheme scheme = VERSION_GENERIC;

	if (!version_scheme_find(name, &scheme) && name.len)
		scheme = (enum version_scheme)((unsigned char)name.ptr[0] % VERSION_SCHEME_COUNT);
	return scheme;
}

/* A text for C, so without a NUL. */
static void copy(struct str from, char to[TEXT_BYTES + 1])
{
	size_t len = str_index(from, '\0');

	len = len < TEXT_BYTES ? len : TEXT_BYTES;
	if (len)
		memcpy(to, from.ptr, len);
	to[len] = '\0';
}

static bool make_key(enum version_scheme scheme, struct str text, struct buf *key)
{
	SCOPED_BUF again = buf_new(KEY_BYTES);
	struct err e = { 0 };
	bool good = version_key(scheme, text, key, &e);

	if (good != version_key(scheme, text, &again, &e) || !str_eq(buf_str(key), buf_str(&again)))
		__builtin_trap();
	if (buf_full(key) || key->len > 4 * text.len + 16)
		__builtin_trap();
	if (!good && (key->len > 0 || e.text[0] == '\0' || e.code != ERR_INPUT))
		__builtin_trap();
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_BUF key_a = buf_new(KEY_BYTES), key_b = buf_new(KEY_BYTES);
	struct str rest = { (const char *)bytes, len }, name = STR_NONE, first = STR_NONE;
	char a[TEXT_BYTES + 1], b[TEXT_BYTES + 1];
	enum version_scheme scheme;
	bool good_a, good_b;
	int sign;

	str_cut(&rest, '\t', &name);
	str_cut(&rest, '\t', &first);
	scheme = scheme_of(name);
	copy(first, a);
	copy(rest, b);
	good_a = make_key(scheme, str_of(a), &key_a);
	good_b = make_key(scheme, str_of(b), &key_b);
	if (version_compare(scheme, a, b, &sign) != (good_a && good_b))
		__builtin_trap();
	if (good_a && good_b && sign != compare_sign(str_cmp(buf_str(&key_a), buf_str(&key_b))))
		__builtin_trap();
	return 0;
}
