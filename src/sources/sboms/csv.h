/*
 * csv - a table of components: a spreadsheet's list, with a header that says which column is what.
 *
 * The columns are listed in csv.c and in docs/man/sboms.md; their names are compared without regard to case,
 * blanks, hyphens and underscores. One of names is needed.
 */
#pragma once
#include "sources/sbom.h"

bool csv_sbom_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool csv_sbom_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
