/*
 * product_codes - FDA's classification names by product code, from a table that the user has.
 *
 * Text with tabs between columns and a header, in which "product_code" and "name" (or FDA's own PRODUCTCODE
 * and DEVICENAME) are columns; the first such row of a code counts.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "formats/input.h"

/* The name of the code, in the arena; empty where the table has none. */
MUST_CHECK bool product_codes_find(
    struct input *in, struct str code, struct arena *arena, struct str *name, struct err *e);
