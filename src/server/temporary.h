/*
 * temporary - a file without a name, for what is answered: it is gone with the last who has it open.
 */
#pragma once
#include <stdio.h>

#include "base/err.h"

/* The caller closes it. */
MUST_CHECK bool temporary_open(FILE **out, struct err *e);
/* What was written is in the file, and *out keeps it open beside f, to be closed by the caller. what: for the
 * error, "the report". */
MUST_CHECK bool temporary_keep(FILE *f, const char *what, int *out, struct err *e);
