#include "formats/ics_write.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "formats/text_out.h"

#define LINE_MOST 75 /* bytes without the end of the line (3.1) */

struct ics_out {
	struct text_out out;
	size_t line; /* bytes of the line that is open */
};

/* One character, whole on one line. */
static void put_whole(struct ics_out *w, struct str s)
{
	if (w->line + s.len > LINE_MOST) {
		text_out_put(&w->out, STR("\r\n "));
		w->line = 1;
	}
	text_out_put(&w->out, s);
	w->line += s.len;
}

static void put_plain(struct ics_out *w, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		put_whole(w, (struct str){ s.ptr + i, 1 });
}

static void put_escaped_byte(struct ics_out *w, char c)
{
	put_whole(w, STR("\\"));
	put_whole(w, (struct str){ &c, 1 });
}

/* 3.3.11: a TEXT. */
static void put_text(struct ics_out *w, struct str s)
{
	while (s.len) {
		size_t n = utf8_sequence(s);
		unsigned char c = (unsigned char)s.ptr[0];

		if (c == '\r' && s.len > 1 && s.ptr[1] == '\n')
			; /* one end of a line */
		else if (c == '\n' || c == '\r')
			put_escaped_byte(w, 'n');
		else if (c == '\\' || c == ';' || c == ',')
			put_escaped_byte(w, (char)c);
		else if (n == 0 || c == 0x7f || (c < 0x20 && c != '\t'))
			put_whole(w, STR(UTF8_REPLACEMENT));
		else
			put_whole(w, str_first(s, n));
		s = str_from(s, n ? n : 1);
	}
}

static void end_line(struct ics_out *w)
{
	text_out_put(&w->out, STR("\r\n"));
	w->line = 0;
}

static void put_line(struct ics_out *w, const char *line)
{
	put_plain(w, str_of(line));
	end_line(w);
}

static void put_property(struct ics_out *w, const char *name, struct str text)
{
	if (!text.len)
		return;
	put_plain(w, str_of(name));
	put_plain(w, STR(":"));
	put_text(w, text);
	end_line(w);
}

/* "20260201" of "2026-02-01"; of an instant "20260201T101500Z". */
static void put_date(struct ics_out *w, const char *name, struct date on)
{
	char text[DATE_TEXT_SIZE], line[64];

	date_write(on, text);
	snprintf(line, sizeof(line), "%s;VALUE=DATE:%.4s%.2s%.2s", name, text, text + 5, text + 8);
	put_line(w, line);
}

static void put_stamp(struct ics_out *w, struct instant at)
{
	char text[INSTANT_TEXT_SIZE], line[64];

	instant_write(at, text);
	snprintf(line, sizeof(line), "DTSTAMP:%.4s%.2s%.2sT%.2s%.2s%.2sZ", text, text + 5, text + 8,
	    text + 11, text + 14, text + 17);
	put_line(w, line);
}

static void put_alarm(struct ics_out *w, int days, struct str summary)
{
	char line[32];

	put_line(w, "BEGIN:VALARM");
	put_line(w, "ACTION:DISPLAY");
	put_property(w, "DESCRIPTION", summary);
	snprintf(line, sizeof(line), "TRIGGER:-P%dD", days);
	put_line(w, line);
	put_line(w, "END:VALARM");
}

void ics_put(struct ics_out *w, const struct ics_event *event)
{
	put_line(w, "BEGIN:VEVENT");
	put_property(w, "UID", event->uid);
	put_stamp(w, event->stamp);
	put_date(w, "DTSTART", event->on);
	put_date(w, "DTEND", date_plus(event->on, 1)); /* the first day behind it (3.6.1) */
	put_property(w, "SUMMARY", event->summary);
	put_property(w, "DESCRIPTION", event->description);
	put_property(w, "CATEGORIES", event->categories);
	put_line(w, "TRANSP:TRANSPARENT");
	for (size_t i = 0; i < event->alarm_count; i++)
		put_alarm(w, event->alarms[i], event->summary);
	put_line(w, "END:VEVENT");
}

static struct ics_out *open_calendar(FILE *file, struct buf *buf, struct str product)
{
	struct ics_out *w = memory_alloc(1, sizeof(*w));

	w->out = text_out_open(file, buf);
	put_line(w, "BEGIN:VCALENDAR");
	put_line(w, "VERSION:2.0");
	put_property(w, "PRODID", product);
	put_line(w, "CALSCALE:GREGORIAN");
	return w;
}

struct ics_out *ics_out_file(FILE *to, struct str product)
{
	return open_calendar(to, NULL, product);
}

struct ics_out *ics_out_buf(struct buf *to, struct str product)
{
	return open_calendar(NULL, to, product);
}

bool ics_out_close(struct ics_out *w)
{
	bool good;

	put_line(w, "END:VCALENDAR");
	good = text_out_close(&w->out);
	free(w);
	return good;
}
