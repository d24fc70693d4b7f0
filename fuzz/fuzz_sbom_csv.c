/*
 * The CSV reader of SBOMs, and what inventory makes of its components.
 */
#include "fuzz.h"

#include "sbom.h"
#include "sources/sboms/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct sbom_format format = { "CSV", csv_sbom_recognises, csv_sbom_read };

	sbom_fuzz(&format, (struct str){ (const char *)bytes, len });
	return 0;
}
