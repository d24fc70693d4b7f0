/*
 * Version ranges, a line RANGE<TAB>VERSION: what can be read is written canonically, reads as the same range
 * again, and both hold the same; what cannot says why.
 */
#include "fuzz.h"

#include "identity/vers.h"
#include "limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA a = { 0 };
	SCOPED_BUF once = buf_new(8 * LIMIT_VERS_BYTES), twice = buf_new(8 * LIMIT_VERS_BYTES);
	struct str version = { (const char *)bytes, len }, text = STR_NONE;
	struct vers v, again;
	struct err e = { 0 };

	if (!str_cut(&version, '\t', &text)) {
		text = version;
		version = STR_NONE;
	}
	version = str_first(version, LIMIT_VERSION_BYTES);
	if (!vers_parse(text, &a, &v, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	vers_write(&v, &once);
	if (buf_full(&once))
		__builtin_trap();
	if (once.len > LIMIT_VERS_BYTES)
		return 0;
	if (!vers_parse(buf_str(&once), &a, &again, &e))
		__builtin_trap();
	/* A range without a version is written as none, which is of no scheme. */
	if (again.scheme != v.scheme && v.count)
		__builtin_trap();
	vers_write(&again, &twice);
	if (!str_eq(buf_str(&once), buf_str(&twice)))
		__builtin_trap();
	if (vers_holds(&v, version, &a) != vers_holds(&again, version, &a))
		__builtin_trap();
	return 0;
}
