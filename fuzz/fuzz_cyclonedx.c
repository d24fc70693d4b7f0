/*
 * The CycloneDX JSON reader, and what inventory makes of its components.
 */
#include "fuzz.h"

#include "sbom.h"
#include "sources/sboms/cyclonedx/cyclonedx_json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct sbom_format format = { "CycloneDX JSON", cyclonedx_json_recognises,
		cyclonedx_json_read };

	sbom_fuzz(&format, (struct str){ (const char *)bytes, len });
	return 0;
}
