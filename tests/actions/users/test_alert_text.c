/* The mail that tells of security events. */
#include "check.h"

#include "actions/users/alert_text.h"

#define NOW ((struct instant){ INT64_C(1770000000) * 1000000 }) /* Mon, 2 Feb 2026 02:40:00 */

static struct str receivers[] = { { "soc@example.com", 15 }, { "lead@example.com", 16 } };
static const struct alert_config config = { .from = { "aftercare@example.com", 21 },
	.to = receivers,
	.to_count = COUNT(receivers),
	.title = { "Quillmere", 9 } };

static struct trail_entry entry_of(const char *who, const char *why)
{
	return (struct trail_entry){ .number = 7,
		.at = NOW,
		.who = str_of(who),
		.what = STR("user.sign-in-refused"),
		.object = STR("user anna"),
		.why = str_of(why) };
}

static void line_is(const struct trail_entry *entry, const char *expected)
{
	SCOPED_BUF line = buf_new(4096);

	alert_text_event(&line, entry);
	buf_byte(&line, '\0');
	assert_string_equal(line.ptr, expected);
}

static void s_16_an_event_is_one_line_whatever_was_typed(void **state)
{
	struct trail_entry plain = entry_of("anna", "the secret is wrong");
	struct trail_entry hostile = entry_of("a\r\n.\r\nSubject: x", "");
	char many[400];

	line_is(&plain,
	    "7  2026-02-02T02:40:00Z  user.sign-in-refused of user anna, by anna: the secret is wrong\r\n");
	line_is(
	    &hostile, "7  2026-02-02T02:40:00Z  user.sign-in-refused of user anna, by a??.??Subject: x\r\n");
	memset(many, 'x', sizeof(many) - 1);
	many[sizeof(many) - 1] = '\0';
	hostile.who = str_of(many);
	{
		SCOPED_BUF line = buf_new(4096);

		alert_text_event(&line, &hostile);
		assert_true(line.len < 400);
		assert_non_null(memmem(line.ptr, line.len, "xxx...\r\n", 8));
	}
	(void)state;
}

static void s_16_a_mail_says_how_many_and_where_they_stand(void **state)
{
	SCOPED_BUF text = buf_new(1 << 16);

	alert_text_message(&config, NOW, 1, STR("the line\r\n"), 7, 9, &text);
	buf_byte(&text, '\0');
	assert_string_equal(text.ptr,
	    "Date: Mon, 2 Feb 2026 02:40:00 +0000\r\n"
	    "From: aftercare@example.com\r\n"
	    "To: soc@example.com,\r\n lead@example.com\r\n"
	    "Subject: aftercare: 1 security event\r\n"
	    "Auto-Submitted: auto-generated\r\n"
	    "MIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: 8bit\r\n"
	    "\r\n"
	    "Quillmere\r\n"
	    "\r\n"
	    "1 entry of the audit trail touches security (21 CFR 11.300(d)):\r\n"
	    "\r\n"
	    "the line\r\n"
	    "\r\n"
	    "Entries 7 to 9 were looked at. With everything else they stand in the audit trail:\r\n"
	    "aftercare audit events, or the page Audit trail.\r\n");
	buf_clear(&text);
	alert_text_message(&config, NOW, ALERT_LINES + 5, STR(""), 1, 500, &text);
	assert_non_null(memmem(text.ptr, text.len, "... and 5 more\r\n", 16));
	assert_non_null(memmem(text.ptr, text.len, "205 security events\r\n", 21));
	(void)state;
}

TESTS(cmocka_unit_test(s_16_an_event_is_one_line_whatever_was_typed),
    cmocka_unit_test(s_16_a_mail_says_how_many_and_where_they_stand))
