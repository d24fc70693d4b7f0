/* What Accept-Encoding asks for. */
#include "check.h"

#include "server/encoding.h"

static void gzip_is_taken_where_it_is_named_and_has_a_weight(void **state)
{
	static const struct {
		const char *accept;
		bool takes;
	} cases[] = {
		{ "gzip", true },
		{ "deflate, gzip, br", true },
		{ "GZip;q=0.001", true },
		{ "x-gzip", true },
		{ "*", true },
		{ "br;q=1.0, *;q=0.1", true },
		{ "gzip;q=1", true },
		{ "gzip ; q=0.5", true },
		{ "", false },
		{ "identity", false },
		{ "br, deflate", false },
		{ "gzip;q=0", false },
		{ "gzip; q=0.000, br", false },
		{ "gzip;q=0, *", false },
		{ "*;q=0", false },
		{ "gzippo", false },
		{ "gzip;level=9", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].accept);
		assert_int_equal(encoding_takes_gzip(str_of(cases[i].accept)), cases[i].takes);
	}
	(void)state;
}

TESTS(cmocka_unit_test(gzip_is_taken_where_it_is_named_and_has_a_weight))
