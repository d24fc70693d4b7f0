/*
 * Package URLs: what is taken is written in a form that is taken again and stays as it is, and what the
 * strict reader takes the lenient one takes without mending.
 */
#include "fuzz.h"

#include "identity/purl.h"
#include "limits.h"

static void write_again(const struct purl *p, struct arena *arena)
{
	SCOPED_BUF once = buf_new(4 * LIMIT_PURL_BYTES), twice = buf_new(4 * LIMIT_PURL_BYTES);
	struct purl again;
	struct err e = { 0 };

	purl_write(p, &once);
	if (once.len > LIMIT_PURL_BYTES)
		return;
	if (!purl_parse(buf_str(&once), arena, &again, &e))
		__builtin_trap();
	purl_write(&again, &twice);
	if (!str_eq(buf_str(&once), buf_str(&twice)))
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct str text = { (const char *)bytes, len };
	struct purl p, q;
	struct err e = { 0 };
	bool mended = false, strict = purl_parse(text, &arena, &p, &e);

	if (strict)
		write_again(&p, &arena);
	else if (e.text[0] == '\0')
		__builtin_trap();
	if (purl_parse_lenient(text, &arena, &q, &mended, &e) ? strict == mended : strict)
		__builtin_trap();
	return 0;
}
