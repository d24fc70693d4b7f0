/*
 * register_json - what an SBOM made of a release, for machines (docs/man/sboms.md).
 */
#pragma once
#include "actions/field/register.h"
#include "formats/json_write.h"

void registered_sbom_json(struct json_out *w, const struct registered_sbom *r);
