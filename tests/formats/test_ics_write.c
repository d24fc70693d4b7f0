#include "check.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "formats/ics_write.h"

#define BYTES_MOST 65536

static void write_one(struct buf *to, struct str summary, struct str description)
{
	static const int alarms[] = { 7, 1 };
	struct ics_out *w = ics_out_buf(to, STR("-//x//y//EN"));

	ics_put(w, &(struct ics_event){ .uid = STR("casefile-1-communicate-1@x"),
		       .stamp = { 1767225661 * INT64_C(1000000) },
		       .on = date_of(2026, 2, 28),
		       .summary = summary,
		       .description = description,
		       .alarms = alarms,
		       .alarm_count = COUNT(alarms) });
	assert_true(ics_out_close(w));
}

static void an_event_is_a_whole_day_with_its_alarms(void **state)
{
	SCOPED_BUF to = buf_new(BYTES_MOST);
	SCOPED_ARENA arena = { 0 };

	write_one(&to, STR("Tell, now; yes"), STR("a\\b\r\nc\nd\re\x01\xff"));
	assert_string_equal(arena_text(&arena, buf_str(&to)),
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nCALSCALE:GREGORIAN\r\n"
	    "BEGIN:VEVENT\r\nUID:casefile-1-communicate-1@x\r\nDTSTAMP:20260101T000101Z\r\n"
	    "DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"
	    "SUMMARY:Tell\\, now\\; yes\r\nDESCRIPTION:a\\\\b\\nc\\nd\\ne\xef\xbf\xbd\xef\xbf\xbd\r\n"
	    "TRANSP:TRANSPARENT\r\n"
	    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Tell\\, now\\; "
	    "yes\r\nTRIGGER:-P7D\r\nEND:VALARM\r\n"
	    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Tell\\, now\\; "
	    "yes\r\nTRIGGER:-P1D\r\nEND:VALARM\r\n"
	    "END:VEVENT\r\nEND:VCALENDAR\r\n");
	(void)state;
}

/* The text of a summary read back: lines unfolded. Every line ends as it must and is short enough. */
static struct str unfolded_summary(struct str all, struct arena *arena)
{
	SCOPED_BUF to = buf_new(BYTES_MOST);
	bool within = false;

	while (all.len) {
		size_t end = str_find(all, STR("\r\n"));
		struct str line = str_first(all, end);

		assert_true(end < all.len && end <= 75);
		for (struct str s = line; s.len; s = str_from(s, utf8_sequence(s)))
			assert_int_not_equal(utf8_sequence(s), 0); /* no character is cut */
		if (within && str_starts(line, STR(" ")))
			buf_add(&to, str_from(line, 1));
		else
			within = str_starts(line, STR("SUMMARY:"));
		if (within && str_starts(line, STR("SUMMARY:")))
			buf_add(&to, str_from(line, 8));
		all = str_from(all, end + 2);
	}
	return arena_copy(arena, buf_str(&to));
}

static void long_lines_are_folded_between_characters(void **state)
{
	/* a character of one to four bytes, so that every place of a fold is met */
	static const char *const characters[] = { "x", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80" };

	for (size_t c = 0; c < COUNT(characters); c++)
		for (int before = 0; before < 80; before++) {
			SCOPED_BUF text = buf_new(BYTES_MOST), to = buf_new(BYTES_MOST);
			SCOPED_ARENA arena = { 0 };

			CASE(characters[c]);
			for (int i = 0; i < before; i++)
				buf_byte(&text, 'a');
			for (int i = 0; i < 60; i++)
				buf_add(&text, str_of(characters[c]));
			write_one(&to, buf_str(&text), STR(""));
			assert_true(str_eq(unfolded_summary(buf_str(&to), &arena), buf_str(&text)));
		}
	(void)state;
}

static void a_calendar_without_events_is_one(void **state)
{
	SCOPED_BUF to = buf_new(BYTES_MOST);

	assert_true(ics_out_close(ics_out_buf(&to, STR("p"))));
	assert_true(str_ends(buf_str(&to), STR("CALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n")));
	(void)state;
}

TESTS(cmocka_unit_test(an_event_is_a_whole_day_with_its_alarms),
    cmocka_unit_test(long_lines_are_folded_between_characters),
    cmocka_unit_test(a_calendar_without_events_is_one))
