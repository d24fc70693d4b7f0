/* Which servers and addresses mail goes to. */
#include "check.h"

#include "transfer/mail.h"

struct row {
	const char *text;
	bool good;
};

static void a_server_is_named_without_a_path(void **state)
{
	static const struct row cases[] = { { "smtps://mail.example.com", true },
		{ "smtps://mail.example.com:465", true }, { "smtp://127.0.0.1:25", true },
		{ "smtp://mail.example.com", true }, { "smtp://", false }, { "smtps://:25", false },
		{ "smtp://mail.example.com/x", false }, { "smtp://user@mail.example.com", false },
		{ "http://mail.example.com", false }, { "smtp://mail.example.com\r\nX", false },
		{ "", false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_int_equal(mail_is_server(str_of(cases[i].text)), cases[i].good);
	}
	(void)state;
}

static void an_address_says_nothing_to_the_server(void **state)
{
	static const struct row cases[] = { { "soc@example.com", true }, { "a+b.c@x", true },
		{ "soc", false }, { "@example.com", false }, { "soc@", false }, { "a@b@c", false },
		{ "a b@example.com", false }, { "<a@example.com>", false },
		{ "a@example.com\r\nBcc: b@example.com", false }, { "a@example.com,b@example.com", false },
		{ "", false } };

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].text);
		assert_int_equal(mail_is_address(str_of(cases[i].text)), cases[i].good);
	}
	(void)state;
}

/* Refused before anything is said. */
static void what_is_no_server_is_sent_nothing(void **state)
{
	struct str to = STR("soc@example.com");
	struct mail m = { .server = STR("smtp://mail.example.com/x"), .from = to, .to = &to, .to_count = 1 };
	struct err e = { 0 };

	assert_false(mail_send(&m, &e));
	assert_int_equal(e.code, ERR_INPUT);
	(void)state;
}

TESTS(cmocka_unit_test(a_server_is_named_without_a_path),
    cmocka_unit_test(an_address_says_nothing_to_the_server),
    cmocka_unit_test(what_is_no_server_is_sent_nothing))
