/* What a query may ask for. */
#include "check.h"

#include "server/query.h"
#include "server/route.h"

/* What query_check() says; "": it lets it through. */
static void expect(enum method method, const char *path, const char *query, const char *says)
{
	struct exchange x = { .method = method, .path = str_of(path), .query = str_of(query), .at = { 0 } };
	struct route_index *index = route_index_new();
	struct str allowed;
	struct err e = { 0 };

	x.route = route_find(&x, index, &allowed, &e);
	route_index_free(index);
	assert_non_null(x.route);
	assert_int_equal(query_check(&x, &e), !*says);
	assert_string_equal(e.text, says);
	assert_int_equal(e.code, *says ? ERR_USAGE : ERR_NONE);
	exchange_free(&x);
}

static void what_is_known_is_let_through(void **state)
{
	(void)state;
	expect(METHOD_GET, "/api/v1/casefiles", "", "");
	expect(METHOD_GET, "/api/v1/casefiles", "device=Pump&state=open&limit=2&cursor", "");
	expect(METHOD_GET, "/api/v1/casefiles", "&&device=&", "");
	expect(METHOD_GET, "/api/v1/devices/a/lots", "release=1", "");
	expect(METHOD_PUT, "/api/v1/devices/a/lots", "file=a%26b%3Dc&why=no", "");
}

static void what_is_not_known_is_refused(void **state)
{
	static const char no_foo[] =
	    "query: there is no \"foo\"; there are limit, cursor, device, vulnerability, state";

	(void)state;
	expect(METHOD_GET, "/api/v1/casefiles", "foo=1", no_foo);
	expect(METHOD_GET, "/api/v1/casefiles", "state=open&foo", no_foo);
	expect(METHOD_GET, "/api/v1/casefiles", "=1",
	    "query: there is no \"\"; there are limit, cursor, device, vulnerability, state");
	expect(METHOD_GET, "/api/v1/casefiles", "device|state=1",
	    "query: there is no \"device|state\"; there are limit, cursor, device, vulnerability, state");
	expect(METHOD_POST, "/api/v1/casefiles", "state=open",
	    "query: there is no \"state\"; nothing is asked here");
	expect(METHOD_PUT, "/api/v1/devices/a/lots", "release=1",
	    "query: there is no \"release\"; there are file, why");
}

static void what_is_given_twice_is_refused(void **state)
{
	(void)state;
	expect(METHOD_GET, "/api/v1/casefiles", "state=open&limit=1&state=closed",
	    "query: \"state\" is given twice: once is expected");
	expect(METHOD_GET, "/api/v1/casefiles", "limit&limit",
	    "query: \"limit\" is given twice: once is expected");
}

static void only_the_api_is_strict(void **state)
{
	(void)state;
	expect(METHOD_GET, "/healthz", "foo=1", "");
}

TESTS(cmocka_unit_test(what_is_known_is_let_through), cmocka_unit_test(what_is_not_known_is_refused),
    cmocka_unit_test(what_is_given_twice_is_refused), cmocka_unit_test(only_the_api_is_strict))
