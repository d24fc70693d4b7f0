/*
 * purl_row - what a package URL in a feed says, as a row of an advisory.
 *
 * Packages come out as an SBOM's purl would: strictly read, else mended.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

/* Sets kind, package and scheme of *row from the parts of a purl. False, with nothing changed, where they
 * make none. */
bool purl_row_parts(
    struct str type, struct str namespace, struct str name, struct arena *record, struct affected *row);
/* Sets kind, package, qualifier (the distribution) and scheme of *row from a purl, and *version, its epoch in
 * front; empty if it has none. */
bool purl_row_text(struct str text, struct arena *record, struct affected *row, struct str *version);
