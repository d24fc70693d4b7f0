/*
 * tag_lines - reads "Tag: value" line by line; a value may be <text> over several lines </text>.
 *
 * Errors stick: tag_lines_next() gives nothing more, tag_lines_finish() says why.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

struct tag_lines; /* opaque */

enum tag_line { TAG_END, TAG_FIELD, TAG_BAD };

struct tag_lines *tag_lines_open(struct input *in);
void tag_lines_close(struct tag_lines *t);
/* The next line that is not blank or a comment. TAG_FIELD: *tag and *value are set, without blanks around
 * them and without <text>; valid until the next call. TAG_BAD: *why says what is wrong, with its place. */
enum tag_line tag_lines_next(struct tag_lines *t, struct str *tag, struct str *value, struct err *why);
/* "file:12", the place of the field last given; valid as tag is. */
struct str tag_lines_place(struct tag_lines *t);
/* Fails where reading did, where a line is too long, or a <text> has no end. */
MUST_CHECK bool tag_lines_finish(struct tag_lines *t, struct err *e);

static inline void tag_lines_scoped_close(struct tag_lines **t)
{
	tag_lines_close(*t);
}
#define SCOPED_TAG_LINES __attribute__((cleanup(tag_lines_scoped_close))) struct tag_lines
