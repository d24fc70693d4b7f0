/*
 * spdx_json - SPDX 2.2 and 2.3 as JSON, also inside {"sbom": ...} as GitHub's dependency graph gives it.
 *
 * A package or relation that cannot be read is a warning; everything else is read. Files and snippets are not
 * components.
 */
#pragma once
#include "sources/sbom.h"

bool spdx_json_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool spdx_json_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
