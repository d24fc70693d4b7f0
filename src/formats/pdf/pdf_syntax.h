/*
 * pdf_syntax - numbers, names of objects and texts as PDF writes them (ISO 32000-1, 7.3).
 */
#pragma once
#include "base/buf.h"
#include "base/time.h"

static inline void pdf_say(struct buf *out, const char *text)
{
	buf_add(out, str_of(text));
}
void pdf_put_int(struct buf *out, int64_t n);
/* With at most two digits behind the point: a hundredth of a point is finer than printers are. */
void pdf_put_real(struct buf *out, double n);
/* Each with a blank behind it. */
void pdf_put_reals(struct buf *out, const double *n, size_t count);
/* A colour's three parts, each 0 to 1, from 0xRRGGBB. */
void pdf_put_colour(struct buf *out, int colour);
void pdf_put_reference(struct buf *out, int number); /* "12 0 R" */
/* A byte within a string in parentheses. */
void pdf_put_string_byte(struct buf *out, unsigned char byte);
/* A text string (7.9.2.2) of UTF-8: in parentheses where it is ASCII, else UTF-16 in hexadecimal digits. */
void pdf_put_text(struct buf *out, struct str text);
/* The UTF-16 of it alone, in hexadecimal digits. */
void pdf_put_utf16(struct buf *out, struct str text);
void pdf_put_instant(struct buf *out, struct instant at); /* a date (7.9.4), whole seconds */

/* Adds s to out, with U+FFFD for what is not UTF-8 and for controls but tabs and line ends. */
void pdf_add_clean(struct str s, struct buf *out);
/* Takes a character off the front of valid UTF-8. */
uint32_t pdf_take_character(struct str *s);
