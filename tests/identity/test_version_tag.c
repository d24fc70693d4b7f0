#include "check.h"

#include "identity/version_tag.h"

static void a_tag_is_read_where_it_can_be_read_in_one_way_only(void **state)
{
	static const struct {
		const char *text, *name, *other; /* of the product */
		enum version_tag is;
		const char *version;
	} cases[] = {
		{ "OpenSSL_1_1_1k", "openssl", "", TAG_READ, "1.1.1k" },
		{ "openssl-3.0.7", "openssl", "", TAG_READ, "3.0.7" },
		{ "OpenSSL_1_1_1-pre8", "openssl", "", TAG_READ, "1.1.1-pre8" },
		{ "curl-7_76_1", "curl", "", TAG_READ, "7.76.1" },
		{ "curl7.76.1", "curl", "", TAG_READ, "7.76.1" },
		{ "R_2_4_8", "expat", "libexpat", TAG_READ, "2.4.8" },
		{ "release-1.2.3", "nginx", "", TAG_READ, "1.2.3" },
		{ "release-v1.2.3-rc1", "nginx", "", TAG_READ, "1.2.3-rc1" },
		{ "nginx-release-1.21.0", "nginx", "", TAG_READ, "1.21.0" },
		{ "REL_13_3", "postgres", "postgresql", TAG_READ, "13.3" },
		{ "VER-2-10-4", "freetype", "", TAG_READ, "2-10-4" },
		{ "version-3.35.5", "sqlite", "", TAG_READ, "3.35.5" },
		{ "V_8_5_P1", "openssh-portable", "openssh", TAG_READ, "8.5_P1" },
		{ "STABLE-2_1_2_RELEASE", "lwip", "", TAG_READ, "2.1.2" },
		{ "v4.7.0-stable", "wolfssl", "", TAG_READ, "v4.7.0" },
		{ "mbedtls-2.16.0", "mbed_tls", "", TAG_READ, "2.16.0" },
		{ "lighttpd-1.4.59", "lighttpd1.4", "lighttpd", TAG_READ, "1.4.59" },
		{ "refs/tags/v1.2.3", "x", "", TAG_READ, "v1.2.3" },
		/* versions as they stand */
		{ "1.1.1k", "openssl", "", TAG_NONE, "" },
		{ "v1.2.3", "x", "", TAG_NONE, "" },
		{ "V10.4.3", "freertos", "", TAG_NONE, "" },
		{ "20210312", "x", "", TAG_NONE, "" },
		{ "", "x", "", TAG_NONE, "" },
		{ "*", "x", "", TAG_NONE, "" },
		/* nobody can say */
		{ "openssl-fips-2.0.16", "openssl", "", TAG_UNREAD, "" },
		{ "foo-1-1.5", "foo", "foo1", TAG_UNREAD, "" },
		{ "zlib22.1", "zlib2", "", TAG_UNREAD, "" },
		{ "release-5", "x", "", TAG_UNREAD, "" },
		{ "main", "x", "", TAG_UNREAD, "" },
		{ "feature/1.2.3", "x", "", TAG_UNREAD, "" },
		{ "other-1.2.3", "x", "", TAG_UNREAD, "" },
		{ "5f3c1d9a0b2e4f6a8c7d", "x", "", TAG_UNREAD, "" },
		{ "a10", "x", "", TAG_UNREAD, "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str names[] = { str_of(cases[i].name), str_of(cases[i].other) };
		struct str version = STR("");

		CASE(cases[i].text);
		assert_int_equal(
		    version_tag_read(str_of(cases[i].text), names, COUNT(names), &arena, &version),
		    cases[i].is);
		assert_string_equal(arena_text(&arena, version), cases[i].version);
	}
	(void)state;
}

static void a_bound_of_the_same_form_is_recognised(void **state)
{
	static const struct {
		const char *tag, *version, *other;
		bool same;
	} cases[] = {
		{ "OpenSSL_1_1_1k", "1.1.1k", "openssl_1_1_1l", true },
		{ "OpenSSL_1_1_1k", "1.1.1k", "1.1.1l", false },
		{ "R_2_4_8", "2.4.8", "R_2_4_9", true },
		{ "v4.7.0-stable", "4.7.0", "v4.7.1-stable", true },
		{ "v4.7.0-stable", "4.7.0", "v4.7.1", false },
		{ "v4.7.0-stable", "4.7.0", "4.7.1", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		CASE(cases[i].other);
		assert_int_equal(version_tag_same_form(
				     str_of(cases[i].tag), str_of(cases[i].version), str_of(cases[i].other)),
		    cases[i].same);
	}
	(void)state;
}

TESTS(cmocka_unit_test(a_tag_is_read_where_it_can_be_read_in_one_way_only),
    cmocka_unit_test(a_bound_of_the_same_form_is_recognised))
