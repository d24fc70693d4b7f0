/*
 * CPE names: what is taken, mended or not, is written in a form that the strict reader takes, and that gives
 * the same attributes; comparing any two of them ends.
 */
#include "fuzz.h"

#include "identity/cpe.h"
#include "limits.h"

static void read_again(const struct cpe *c, bool mended, struct arena *arena)
{
	SCOPED_BUF out = buf_new(4 * LIMIT_CPE_BYTES);
	struct cpe again;
	struct err e = { 0 };

	cpe_write(c, &out);
	if (out.len > LIMIT_CPE_BYTES)
		return;
	if (!cpe_parse(buf_str(&out), arena, &again, &e)) {
		if (!mended) /* a language that is none is kept as it is */
			__builtin_trap();
		return;
	}
	for (int i = 0; i < CPE_ATTRIBUTE_COUNT; i++)
		if (!str_eq(c->attribute[i], again.attribute[i]))
			__builtin_trap();
}

static void compare(const struct cpe *c, struct arena *arena)
{
	for (int i = 1; i < CPE_ATTRIBUTE_COUNT; i++) {
		cpe_compare(c->attribute[i - 1], c->attribute[i]);
		if (cpe_compare(STR("*"), c->attribute[i]) == CPE_DISJOINT)
			__builtin_trap();
		cpe_unescape(c->attribute[i], arena);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct str text = { (const char *)bytes, len };
	struct cpe c, lenient;
	struct err e = { 0 };
	bool mended = false, strict = cpe_parse(text, &arena, &c, &e);

	if (!strict && e.text[0] == '\0')
		__builtin_trap();
	if (!cpe_parse_lenient(text, &arena, &lenient, &mended, &e)) {
		if (strict)
			__builtin_trap();
		return 0;
	}
	if (strict == mended)
		__builtin_trap();
	read_again(&lenient, mended, &arena);
	compare(&lenient, &arena);
	return 0;
}
