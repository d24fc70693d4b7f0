/*
 * sbom_diff_json - the differences of two SBOMs or releases for machines; field by field in
 * docs/man/sbom-check.md.
 */
#pragma once
#include "formats/json_write.h"
#include "inventory/sbom_diff.h"

/* What the two sides are called: files, or releases. */
void sbom_diff_write(struct str from, struct str to, const struct sbom_diff *d, struct json_out *w);
