/*
 * listed_line - lists of one change a line (listed.h). For the readers in this folder.
 */
#pragma once
#include "sources/providers/listed.h"

/* Without blanks and quotation marks around it. */
struct str listed_text(struct str text);
/* As RFC 3339 has it. */
bool listed_instant(struct str text, struct instant *at);

/* Hands over each line that is not empty; the first may be head. take says why a line is wrong. */
MUST_CHECK bool listed_lines_read(struct input *in, struct str head,
    bool (*take)(struct str line, struct listed *one, struct err *e), struct listed_sink out, struct err *e);
