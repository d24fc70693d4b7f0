/*
 * cyclonedx_json - CycloneDX as JSON, 1.2 to 1.7 (ECMA-424).
 *
 * Components and the components nested in them all come to the sink, the inner ones before the one they are
 * nested in. A component that cannot be read is a warning, with what was still to come of its top-level
 * component; everything else is read. Services, vulnerabilities, pedigree and formulation hold no components
 * of the product.
 */
#pragma once
#include "sources/sbom.h"

bool cyclonedx_json_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool cyclonedx_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
