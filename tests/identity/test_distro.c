#include "check.h"
#include "identity/distro.h"

static void distro_normalise_writes_one_form(void **state)
{
	static const struct {
		const char *vendor, *text, *normal;
	} cases[] = {
		{ "debian", "debian-12", "debian-12" },
		{ "debian", "debian-10.12", "debian-10" },
		{ "debian", "bookworm", "debian-12" },
		{ "debian", "debian-bookworm", "debian-12" },
		{ "debian", "11", "debian-11" },
		{ "debian", "sid", "sid" },
		{ "ubuntu", "ubuntu-22.04", "ubuntu-22.04" },
		{ "ubuntu", "ubuntu-22.04.3", "ubuntu-22.04" },
		{ "ubuntu", "jammy", "ubuntu-22.04" },
		{ "ubuntu", "esm-infra-legacy/trusty", "ubuntu-14.04" },
		{ "Ubuntu", "22.04", "ubuntu-22.04" },
		{ "alpine", "alpine-3.18.4", "alpine-3.18" },
		{ "alpine", "3.20.3", "alpine-3.20" },
		{ "Alpine", "v3.9", "alpine-3.9" },
		{ "alpine", "alpine-v3.9", "alpine-3.9" },
		{ "alpine", "alpine-edge", "alpine-edge" },
		{ "redhat", "rhel-8.6", "rhel-8" },
		{ "redhat", "redhat-9", "rhel-9" },
		{ "redhat", "8.6", "rhel-8" },
		{ "AlmaLinux", "8", "almalinux-8" },
		{ "fedora", "fedora-25", "fedora-25" },
		{ "opensuse", "opensuse-leap-15.4", "opensuse-leap-15.4" },
		{ "wolfi", "wolfi-20230201", "wolfi" },
		{ "amazon", "amzn-2", "amzn-2" },
		{ "x", "Windriver-LTS21", "windriver-lts21" },
		{ "debian", "", "" },
		{ "debian", " ", "" },
		{ "", "12", "12" },
		{ "debian", "/", "" },
		{ "debian", "-", "" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA arena = { 0 };
		struct str normal = distro_normalise(str_of(cases[i].vendor), str_of(cases[i].text), &arena);

		CASE(cases[i].text);
		assert_string_equal(arena_text(&arena, normal), cases[i].normal);
	}
	(void)state;
}

TESTS(cmocka_unit_test(distro_normalise_writes_one_form))
