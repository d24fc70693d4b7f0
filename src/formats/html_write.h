/*
 * html_write - writes HTML: our own markup as it is, everything else escaped.
 *
 * html_raw() takes literals of this program only, the compiler sees to that; all that comes from outside goes
 * through html_text(), html_attribute() or html_link(). What is not UTF-8, and controls other than tab and
 * line ends, are written as U+FFFD.
 */
#pragma once
#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

struct html;

/* To a stream or into a buf (one of the two). */
struct html *html_file(FILE *to);
struct html *html_buf(struct buf *to);
/* Ends and frees; false if writing to the stream failed or the buf is full. Nothing is sure to have arrived
 * before. */
bool html_close(struct html *h);

/* html_raw(h, "<p class=\"note\">") */
#define html_raw(h, literal) html_raw_str(h, STR(literal))
/* For html_raw, and for texts that are built into the program (a style sheet). */
void html_raw_str(struct html *h, struct str markup);
/* Text between tags. */
void html_text(struct html *h, struct str s);
void html_printf(struct html *h, const char *fmt, ...) PRINTF(2, 3);
/* A blank, then name="value" inside a tag. name is ours. */
void html_attribute(struct html *h, const char *name, struct str value);
/* The same for an address to go to: one that is neither http, https, mailto nor inside this site (begins with
 * "/" or "#", but not with "//") is left out, so that no script gets in. */
void html_link(struct html *h, const char *name, struct str address);
