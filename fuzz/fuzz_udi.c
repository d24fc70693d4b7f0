/*
 * UDIs of all agencies: what is taken has a device identifier, and that is taken as one of the same agency.
 */
#include "fuzz.h"

#include "identity/udi.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct str text = { (const char *)bytes, len };
	struct udi u, again;
	struct err e = { 0 };

	if (!udi_parse(text, &arena, &u, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	if (u.agency == UDI_UNKNOWN || u.di.len == 0 || !udi_parse_di(u.di, u.agency, &arena, &again, &e))
		__builtin_trap();
	if (u.agency != UDI_HIBCC && !str_eq(u.di, again.di)) /* HIBC may end as if in its check character */
		__builtin_trap();
	return 0;
}
