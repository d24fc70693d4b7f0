/*
 * The CycloneDX XML reader, and what inventory makes of its components.
 */
#include "fuzz.h"

#include "sbom.h"
#include "sources/sboms/cyclonedx/cyclonedx_xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct sbom_format format = { "CycloneDX XML", cyclonedx_xml_recognises,
		cyclonedx_xml_read };

	sbom_fuzz(&format, (struct str){ (const char *)bytes, len });
	return 0;
}
