#include "check.h"

#include "identity/version_upstream.h"

static void what_a_distribution_added_is_taken_off(void **state)
{
	static const struct {
		enum version_scheme scheme;
		const char *version, *upstream;
	} cases[] = {
		{ VERSION_DPKG, "1.1.1k-1+deb11u1", "1.1.1k" },
		{ VERSION_DPKG, "1:2.30.2-1", "2.30.2" },
		{ VERSION_DPKG, "1.1.1f-1ubuntu2.16", "1.1.1f" },
		{ VERSION_DPKG, "1:1.2.11.dfsg-2+deb11u2", "1.2.11" },
		{ VERSION_DPKG, "3.6.7~dfsg1-1", "3.6.7" },
		{ VERSION_DPKG, "2.10.1+ds1-2", "2.10.1" },
		{ VERSION_DPKG, "1.5+repack-3", "1.5" },
		{ VERSION_DPKG, "2.0+really1.9.2-1", "1.9.2" },
		/* an upstream's own hyphen is not a revision: the last one is */
		{ VERSION_DPKG, "4.2.8-p15-2", "4.2.8-p15" },
		/* a native package has no revision, a snapshot stays one, a release candidate too */
		{ VERSION_DPKG, "20230311", "20230311" },
		{ VERSION_DPKG, "1.0+git20210101-1", "1.0+git20210101" },
		{ VERSION_DPKG, "2.0~rc1-1", "2.0~rc1" },
		{ VERSION_DPKG, "1.2.dsa-1", "1.2.dsa" },
		{ VERSION_DPKG, "", "" },
		{ VERSION_DPKG, "-1", "-1" },
		{ VERSION_RPM, "1:1.1.1k-7.el8_6", "1.1.1k" },
		{ VERSION_RPM, "4.18.0-372.9.1.el8", "4.18.0" },
		{ VERSION_RPM, "7.61.1", "7.61.1" },
		{ VERSION_APK, "1.1.1k-r0", "1.1.1k" },
		{ VERSION_APK, "8.4_p1-r3", "8.4_p1" },
		{ VERSION_APK, "1.2-rc", "1.2-rc" },
		{ VERSION_SEMVER, "1.0.0-1", "1.0.0-1" },
		{ VERSION_GENERIC, "1:2-3", "1:2-3" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str upstream = version_upstream(cases[i].scheme, str_of(cases[i].version));

		CASE(cases[i].version);
		assert_int_equal(upstream.len, strlen(cases[i].upstream));
		assert_memory_equal(upstream.ptr, cases[i].upstream, upstream.len);
	}
	(void)state;
}

TESTS(cmocka_unit_test(what_a_distribution_added_is_taken_off))
