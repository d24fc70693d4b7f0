/*
 * statement_form - the stored form of what a statement says: all that has no column of its own.
 */
#pragma once
#include "assessment/vex.h"
#include "base/buf.h"

void statement_form_write(const struct vex_record *r, struct buf *out);
/* Sets said (but for status and justification), reason, evidence, who and document of *r. Texts borrow from
 * bytes; ERR_STORE where they are damaged. */
MUST_CHECK bool statement_form_read(
    struct str bytes, struct arena *arena, struct vex_record *r, struct err *e);
