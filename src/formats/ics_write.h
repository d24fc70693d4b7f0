/*
 * ics_write - writes calendars of whole days, streaming: iCalendar (RFC 5545), CRLF, lines of at most 75
 * bytes, folded between characters.
 *
 * Texts are escaped; what is not UTF-8, and controls, are written as U+FFFD, the ends of lines as \n.
 */
#pragma once
#include <stdio.h>

#include "base/buf.h"
#include "base/time.h"

struct ics_out;

/* An event of one day, which blocks no time. Its uid names the same event in every calendar. */
struct ics_event {
	struct str uid;
	struct instant stamp; /* as of when this is what is known of it */
	struct date on;
	struct str summary, description, categories; /* the last two may be empty */
	const int *alarms;			     /* days before it */
	size_t alarm_count;
};

/* To a stream or into a buf (one of the two). product: who made it, "-//firm//product//EN". */
struct ics_out *ics_out_file(FILE *to, struct str product);
struct ics_out *ics_out_buf(struct buf *to, struct str product);
void ics_put(struct ics_out *w, const struct ics_event *event);
/* Ends the calendar and frees; false if writing to the stream failed or the buf is full. */
bool ics_out_close(struct ics_out *w);
