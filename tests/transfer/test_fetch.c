/* Which addresses something is fetched from. */
#include "check.h"

#include "transfer/fetch.h"

static void only_tls_or_this_machine_is_safe(void **state)
{
	static const struct {
		const char *url;
		bool safe;
	} cases[] = {
		{ "https://login.example.com", true },
		{ "https://login.example.com:8443/realms/firm?a=b", true },
		{ "http://127.0.0.1:8080/x", true },
		{ "http://localhost", true },
		{ "http://[::1]:9/", true },
		{ "http://login.example.com", false },
		{ "http://127.0.0.1.example.com/", false },
		{ "http://localhost.example.com/", false },
		{ "http://127.0.0.1@example.com/", false },
		{ "https://user@login.example.com/", false },
		{ "https:///etc/passwd", false },
		{ "https://", false },
		{ "file:///etc/passwd", false },
		{ "HTTPS://login.example.com", false },
		{ "https://login.example.com/a b", false },
		{ "https://login.example.com/\r\nX: y", false },
		{ "", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].url);
		assert_int_equal(fetch_is_safe(str_of(cases[i].url)), cases[i].safe);
	}
	(void)state;
}

static void what_is_not_safe_is_not_fetched(void **state)
{
	struct fetch f = { .url = STR("http://login.example.com/keys") };
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	struct str text;

	assert_false(fetch_text(&f, &arena, &text, &e));
	assert_int_equal(e.code, ERR_INPUT);
	(void)state;
}

TESTS(cmocka_unit_test(only_tls_or_this_machine_is_safe), cmocka_unit_test(what_is_not_safe_is_not_fetched))
