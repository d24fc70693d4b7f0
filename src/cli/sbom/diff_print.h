/*
 * diff_print - the differences of two SBOMs for people, a line each.
 */
#pragma once
#include <stdio.h>

#include "inventory/sbom_diff.h"

/* "+ added 1.0", "- removed 1.0", "~ changed: version 1.0 -> 1.1", each behind the indent. */
void diff_print_rows(FILE *to, const char *indent, const struct sbom_diff *d);
