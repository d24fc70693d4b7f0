/*
 * The SPDX 3 JSON reader of SBOMs, and what inventory makes of its components.
 */
#include "fuzz.h"

#include "sbom.h"
#include "sources/sboms/spdx/spdx3_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct sbom_format format = { "SPDX 3 JSON", spdx3_json_recognises, spdx3_json_read };

	sbom_fuzz(&format, (struct str){ (const char *)bytes, len });
	return 0;
}
