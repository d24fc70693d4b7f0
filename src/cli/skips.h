/*
 * skips - what the last import of a kind of feed could not read, as it is shown in tables.
 */
#pragma once
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

/* reasons: one a line. Nothing is written where nothing was skipped. */
void skips_print(FILE *to, struct str feed, int64_t skipped, struct str reasons);
