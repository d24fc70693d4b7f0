/* What a provider says of somebody, held to what was asked. */
#include "check.h"

#include "actions/users/oidc_claims.h"

#define RIGHT                                                                                                \
	"\"iss\":\"https://"                                                                                 \
	"login.example\",\"aud\":\"us\",\"sub\":\"s1\",\"nonce\":\"n1\",\"iat\":1790000000"

static bool claims_of(const char *json, struct oidc_claims *out, struct arena *arena, struct err *e)
{
	struct oidc_expected asked = { STR("https://login.example"), STR("us"), STR("n1"),
		{ INT64_C(1790000000) * 1000000 } };

	return oidc_claims_read(str_of(json), &asked, arena, out, e);
}

static void what_differs_is_refused_with_its_name(void **state)
{
	static const struct {
		const char *json, *says; /* says NULL: it holds */
	} cases[] = {
		{ "{" RIGHT ",\"exp\":1790000300}", NULL },
		{ "{" RIGHT ",\"exp\":1789999941}", NULL },
		{ "{" RIGHT ",\"exp\":1789999940}", "exp" },
		{ "{" RIGHT "}", "exp is missing" },
		{ "{" RIGHT ",\"exp\":\"soon\"}", "exp is no number" },
		{ "{" RIGHT ",\"exp\":-1}", "exp" },
		{ "{" RIGHT ",\"exp\":1790000300.5}", NULL },
		{ "{" RIGHT ",\"exp\":1790000300,\"nbf\":1790000060}", NULL },
		{ "{" RIGHT ",\"exp\":1790000300,\"nbf\":1790000061}", "nbf" },
		{ "{" RIGHT ",\"exp\":1790000300,\"azp\":\"us\"}", NULL },
		{ "{" RIGHT ",\"exp\":1790000300,\"azp\":\"them\"}", "azp" },
		{ "{\"iss\":\"https://login.example\",\"aud\":[\"us\"],\"sub\":\"s1\",\"nonce\":\"n1\","
		  "\"iat\":1789999400,\"exp\":1790000300}",
		    NULL },
		{ "{\"iss\":\"https://login.example\",\"aud\":[\"us\"],\"sub\":\"s1\",\"nonce\":\"n1\","
		  "\"iat\":1789999399,\"exp\":1790000300}",
		    "iat" },
		{ "{\"iss\":\"https://login.example\",\"aud\":[\"us\",\"b\"],\"sub\":\"s1\",\"nonce\":\"n1\","
		  "\"iat\":1790000000,\"exp\":1790000300}",
		    "azp" },
		{ "{\"iss\":\"https://login.example/\",\"aud\":\"us\",\"sub\":\"s1\",\"nonce\":\"n1\","
		  "\"iat\":1790000000,\"exp\":1790000300}",
		    "iss" },
		{ "{\"iss\":\"https://login.example\",\"aud\":\"us\",\"sub\":\"\",\"nonce\":\"n1\","
		  "\"iat\":1790000000,\"exp\":1790000300}",
		    "sub" },
		{ "{\"iss\":\"https://login.example\",\"aud\":\"us\",\"sub\":\"s1\",\"iat\":1790000000,"
		  "\"exp\":1790000300}",
		    "nonce" },
		{ "[]", "iss" },
		{ "{", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct oidc_claims claims;
		struct err e = { 0 };

		CASE(cases[i].json);
		assert_int_equal(claims_of(cases[i].json, &claims, &arena, &e), !cases[i].says);
		if (cases[i].says)
			assert_non_null(strstr(e.text, cases[i].says));
	}
	(void)state;
}

/* An address that the provider has not verified may be anybody's. */
static void an_address_counts_where_it_is_verified(void **state)
{
	static const struct {
		const char *json, *email;
	} cases[] = {
		{ "{" RIGHT ",\"exp\":1790000300,\"email\":\"a@b.example\",\"email_verified\":true}",
		    "a@b.example" },
		{ "{" RIGHT ",\"exp\":1790000300,\"email\":\"a@b.example\",\"email_verified\":false}", "" },
		{ "{" RIGHT ",\"exp\":1790000300,\"email\":\"a@b.example\",\"email_verified\":\"true\"}",
		    "" },
		{ "{" RIGHT ",\"exp\":1790000300,\"email\":\"a@b.example\"}", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct oidc_claims claims;
		struct err e = { 0 };

		CASE(cases[i].json);
		assert_true(claims_of(cases[i].json, &claims, &arena, &e));
		assert_true(str_eq(claims.email, str_of(cases[i].email)));
	}
	(void)state;
}

TESTS(cmocka_unit_test(what_differs_is_refused_with_its_name),
    cmocka_unit_test(an_address_counts_where_it_is_verified))
