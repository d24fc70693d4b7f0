/*
 * The CSAF reader, as VEX.
 */
#include "vex.h"

#include "sources/vex/csaf_vex.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct statement_format format = { "CSAF", csaf_vex_recognises, csaf_vex_read };

	return vex_fuzz(&format, bytes, len);
}
