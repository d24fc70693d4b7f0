#include "check.h"

#include "publishing/security_txt.h"

static const struct instant now = { INT64_C(1767398400) * 1000000 }; /* 2026-01-03 */

static void security_txt_says_what_is_stated(void **state)
{
	const struct firm_profile firm = { .security_contact = STR(" psirt@maker.example "),
		.public_url = STR("https://psirt.maker.example/"),
		.disclosure_policy = STR("https://maker.example/policy"),
		.languages = STR("en, de"),
		.advisory_url = STR("https://psirt.maker.example/advisories") };
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF out = buf_new(4096);

	assert_true(security_txt_write(&firm, true, now, &out));
	assert_string_equal(arena_text(&arena, buf_str(&out)),
	    "Contact: mailto:psirt@maker.example\n"
	    "Contact: https://psirt.maker.example/disclose\n"
	    "Expires: 2026-04-03T00:00:00Z\n"
	    "Policy: https://maker.example/policy\n"
	    "Preferred-Languages: en, de\n"
	    "Canonical: https://psirt.maker.example/.well-known/security.txt\n"
	    "CSAF: https://psirt.maker.example/advisories/provider-metadata.json\n");
	buf_clear(&out);
	assert_true(security_txt_write(&firm, false, now, &out));
	assert_false(str_has(buf_str(&out), STR("CSAF")));
	(void)state;
}

static void security_txt_contacts_are_uris(void **state)
{
	static const struct {
		const char *stated, *line; /* NULL: there is no contact */
	} cases[] = {
		{ "psirt@maker.example", "Contact: mailto:psirt@maker.example\n" },
		{ "mailto:psirt@maker.example", "Contact: mailto:psirt@maker.example\n" },
		{ "https://maker.example/report", "Contact: https://maker.example/report\n" },
		{ "+1-555-0100", "Contact: tel:+1-555-0100\n" },
		{ "tel:+1-555-0100", "Contact: tel:+1-555-0100\n" },
		{ "http://maker.example/report", NULL },
		{ "https://", NULL },
		{ "ask the hotline", NULL },
		{ "psirt@maker.example\nPolicy: https://evil.example", NULL },
		{ "javascript:alert(1)@x", NULL },
		{ "", NULL },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct firm_profile firm = { .security_contact = str_of(cases[i].stated) };
		SCOPED_BUF out = buf_new(4096);

		CASE(cases[i].stated);
		assert_int_equal(security_txt_write(&firm, true, now, &out), cases[i].line != NULL);
		assert_true(!cases[i].line || str_starts(buf_str(&out), str_of(cases[i].line)));
	}
	(void)state;
}

static void security_txt_takes_no_further_line_from_a_value(void **state)
{
	const struct firm_profile firm = { .security_contact = STR("psirt@maker.example"),
		.public_url = STR("https://a\nPolicy: https://evil.example"),
		.disclosure_policy = STR("https://a b"),
		.languages = STR("en\nCSAF: https://evil.example"),
		.advisory_url = STR("ftp://maker.example") };
	SCOPED_BUF out = buf_new(4096);
	size_t lines = 0;

	assert_true(security_txt_write(&firm, true, now, &out));
	for (size_t i = 0; i < out.len; i++)
		lines += buf_str(&out).ptr[i] == '\n';
	assert_int_equal(lines, 2);
	(void)state;
}

TESTS(cmocka_unit_test(security_txt_says_what_is_stated), cmocka_unit_test(security_txt_contacts_are_uris),
    cmocka_unit_test(security_txt_takes_no_further_line_from_a_value))
