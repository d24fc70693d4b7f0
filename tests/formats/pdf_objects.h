/*
 * pdf_objects - a PDF read as a reader does: by its table, everything unpacked.
 */
#pragma once
#include "base/arena.h"

/* "12 0 obj\n<<...>>", and what a stream holds, one object behind the other. A test fails where one is not
 * where the table says. */
struct str pdf_objects(struct str pdf, struct arena *arena);
