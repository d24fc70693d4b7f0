/*
 * spdx_tag - SPDX 2.2 and 2.3 as lines "Tag: value" (tag-value).
 *
 * A line that cannot be understood is a warning with its number; everything else is read. Files, snippets and
 * licences are not components.
 */
#pragma once
#include "sources/sbom.h"

bool spdx_tag_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool spdx_tag_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
