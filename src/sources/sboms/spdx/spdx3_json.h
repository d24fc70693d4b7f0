/*
 * spdx3_json - SPDX 3.0 in JSON-LD: a context and a flat "@graph" of elements, as Yocto and SPDX's own tools
 * write it.
 *
 * Packages are components; files are handed on as they come. An element that cannot be read is a warning with
 * its place, and the others are read.
 */
#pragma once
#include "sources/sbom.h"

bool spdx3_json_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool spdx3_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
