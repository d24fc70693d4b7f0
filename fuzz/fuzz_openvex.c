/*
 * The OpenVEX reader.
 */
#include "vex.h"

#include "sources/vex/openvex.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct statement_format format = { "OpenVEX", openvex_recognises, openvex_read };

	return vex_fuzz(&format, bytes, len);
}
