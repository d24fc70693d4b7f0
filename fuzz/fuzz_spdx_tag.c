/*
 * The SPDX tag-value reader, and what inventory makes of its components.
 */
#include "fuzz.h"

#include "sbom.h"
#include "sources/sboms/spdx/spdx_tag.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct sbom_format format = { "SPDX tag-value", spdx_tag_recognises, spdx_tag_read };

	sbom_fuzz(&format, (struct str){ (const char *)bytes, len });
	return 0;
}
