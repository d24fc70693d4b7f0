#include "actions/users/alert_text.h"

#include "base/utf8.h"
#include "records/security_event.h"

#define WORD_MOST 160 /* bytes of a value: what an attacker typed fits no page */
#define END "\r\n"

/* Cut, and in one line: names come from who tries to sign in. */
static void add_word(struct buf *to, struct str word)
{
	struct str first = utf8_first(word, WORD_MOST);

	for (size_t i = 0; i < first.len; i++) {
		unsigned char c = (unsigned char)first.ptr[i];

		buf_byte(to, c < ' ' || c == 127 ? '?' : first.ptr[i]);
	}
	if (word.len > first.len)
		buf_add(to, STR("..."));
}

void alert_text_event(struct buf *to, const struct trail_entry *entry)
{
	struct str says = security_event_says(entry);
	char at[INSTANT_TEXT_SIZE];

	buf_printf(to, "%lld  %s  ", (long long)entry->number, instant_write(entry->at, at));
	add_word(to, entry->what);
	buf_add(to, STR(" of "));
	add_word(to, entry->object);
	buf_add(to, STR(", by "));
	add_word(to, entry->who);
	if (says.len) {
		buf_add(to, STR(": "));
		add_word(to, says);
	}
	buf_add(to, STR(END));
}

/* As RFC 5322, 3.3, in UTC. */
static void add_date(struct buf *to, struct instant now)
{
	static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	char text[INSTANT_TEXT_SIZE];
	struct date on = instant_date(now, 0);
	int year, month, day;

	date_split(on, &year, &month, &day);
	instant_write(now, text); /* "2026-01-02T03:04:05..." */
	buf_printf(to, "Date: %.3s, %d %.3s %d %.8s +0000" END, days + (size_t)3 * (size_t)date_weekday(on),
	    day, months + (size_t)3 * (size_t)(month - 1), year, text + 11);
}

static void add_receivers(struct buf *to, const struct alert_config *c)
{
	buf_add(to, STR("To: "));
	for (size_t i = 0; i < c->to_count; i++)
		buf_printf(to, "%s" STR_FMT, i > 0 ? "," END " " : "", STR_ARG(c->to[i]));
	buf_add(to, STR(END));
}

void alert_text_message(const struct alert_config *c, struct instant now, int64_t events, struct str lines,
    int64_t from, int64_t through, struct buf *to)
{
	const char *plural = events == 1 ? "" : "s";

	add_date(to, now);
	buf_printf(to, "From: " STR_FMT END, STR_ARG(c->from));
	add_receivers(to, c);
	buf_printf(to, "Subject: aftercare: %lld security event%s" END, (long long)events, plural);
	buf_add(
	    to, STR("Auto-Submitted: auto-generated" END "MIME-Version: 1.0" END
		    "Content-Type: text/plain; charset=utf-8" END "Content-Transfer-Encoding: 8bit" END END));
	if (c->title.len) {
		add_word(to, c->title);
		buf_add(to, STR(END END));
	}
	buf_printf(to, "%lld entr%s of the audit trail touch%s security (21 CFR 11.300(d)):" END END,
	    (long long)events, events == 1 ? "y" : "ies", events == 1 ? "es" : "");
	buf_add(to, lines);
	if (events > ALERT_LINES)
		buf_printf(to, "... and %lld more" END, (long long)(events - ALERT_LINES));
	buf_printf(to,
	    END "Entries %lld to %lld were looked at. With everything else they stand in the audit trail:" END
		"aftercare audit events, or the page Audit trail." END,
	    (long long)from, (long long)through);
}
