/*
 * swid - a SWID tag (ISO/IEC 19770-2:2015): one SoftwareIdentity, and what it links to.
 *
 * A tag that links to components is an SBOM in itself, as SwiftBOM writes it: what it identifies is the
 * subject. Of a linked component no more is known than its tag id, or the package URL or CPE name in its
 * place; tools put vendor, name and version into tag ids by no rule, so they are not taken apart.
 */
#pragma once
#include "sources/sbom.h"

bool swid_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool swid_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
