#include "check.h"

#include "records/authority.h"
#include "records/user.h"

static void roles_are_read_and_written(void **state)
{
	SCOPED_BUF out = buf_new(256);
	struct err e = { 0 };
	unsigned roles;

	(void)state;
	assert_true(roles_parse(STR("regulatory, security"), &roles, &e));
	assert_int_equal(roles, ROLE_SECURITY | ROLE_REGULATORY);
	roles_write(roles, &out);
	assert_true(str_eq(buf_str(&out), STR("security, regulatory")));
	assert_false(roles_parse(STR("security,root"), &roles, &e));
	assert_non_null(strstr(e.text, "there is no role \"root\"; there are reader, security"));
}

static void names_that_could_be_confused_are_refused(void **state)
{
	static const struct {
		const char *name;
		bool fits;
	} cases[] = { { "anna", true }, { "a.b-c_9", true }, { "a", false }, { "Anna", false },
		{ "9a", false }, { "anna ", false }, { "\xc3\xa4nna", false }, { "", false },
		{ "abcdefghijklmnopqrstuvwxyzabcdef", true },
		{ "abcdefghijklmnopqrstuvwxyzabcdefg", false } };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };

		CASE(cases[i].name);
		assert_int_equal(user_name_check(str_of(cases[i].name), &e), cases[i].fits);
	}
}

static void weak_secrets_are_refused(void **state)
{
	static const struct {
		const char *name, *secret, *says;
	} cases[] = {
		{ "anna", "correct horse", NULL },
		{ "anna", "elevenchars", "a secret has 12 to 1024 characters; this one has 11" },
		{ "anna", "\xc3\xa4\xc3\xb6\xc3\xbc\xc3\xa4\xc3\xb6\xc3\xbc",
		    "a secret has 12 to 1024 characters; this one has 6" },
		{ "anna", "aaaaaaaaaaaaaaaa", "a secret is not one character over and over" },
		{ "anna", "my name is ANNA.", "a secret does not contain the user's name, \"anna\"" },
		{ "anna", "savannahs-are-wide", "a secret does not contain the user's name, \"anna\"" },
		{ "ra", "grapes-and-oranges", NULL }, /* a short name is part of many words */
		{ "ra", "grapes-ra-oranges", "a secret does not contain the user's name, \"ra\"" },
		{ "ra", "RA: grapes, pears", "a secret does not contain the user's name, \"ra\"" },
		{ "reg", "four-words-are-registered", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct err e = { 0 };

		CASE(cases[i].secret);
		assert_int_equal(user_secret_check(str_of(cases[i].name), str_of(cases[i].secret), &e),
		    cases[i].says == NULL);
		if (cases[i].says)
			assert_string_equal(e.text, cases[i].says);
	}
}

static void nobody_may_what_is_not_listed(void **state)
{
	(void)state;
	assert_true(authority_allows(STR("casefile.close"), ROLE_REGULATORY));
	assert_false(authority_allows(STR("casefile.close"), ROLE_SECURITY | ROLE_ADMINISTRATOR));
	assert_false(authority_allows(STR("casefile.clos"), ~0u));
	assert_false(authority_allows(STR(""), ~0u));
}

TESTS(cmocka_unit_test(roles_are_read_and_written),
    cmocka_unit_test(names_that_could_be_confused_are_refused), cmocka_unit_test(weak_secrets_are_refused),
    cmocka_unit_test(nobody_may_what_is_not_listed))
