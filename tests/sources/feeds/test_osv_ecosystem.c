#include "show.h"

#include "sources/feeds/osv_ecosystem.h"

static void osv_ecosystem_names_packages_as_purls_do(void **state)
{
	static const struct {
		const char *ecosystem, *name, *purl, *row;
	} cases[] = {
		{ "npm", "left-pad", "", "purl npm/left-pad affected all by semver" },
		{ "npm", "@scope/left-pad", "", "purl npm/@scope/left-pad affected all by semver" },
		{ "PyPI", "Flask_Thing", "", "purl pypi/flask-thing affected all by pep440" },
		{ "Go", "github.com/elastic/beats/v7", "",
		    "purl golang/github.com/elastic/beats/v7 affected all by golang" },
		{ "Go", "stdlib", "", "purl golang/stdlib affected all by golang" },
		{ "crates.io", "memoffset", "", "purl cargo/memoffset affected all by semver" },
		{ "Maven", "org.apache.any23:apache-any23", "",
		    "purl maven/org.apache.any23/apache-any23 affected all by maven" },
		{ "RubyGems", "rack", "", "purl gem/rack affected all by gem" },
		{ "NuGet", "Newtonsoft.Json", "", "purl nuget/newtonsoft.json affected all by nuget" },
		{ "Packagist", "guzzlehttp/psr7", "",
		    "purl composer/guzzlehttp/psr7 affected all by composer" },
		{ "Hex", "phoenix", "", "purl hex/phoenix affected all by semver" },
		{ "Pub", "http", "", "purl pub/http affected all by semver" },
		{ "SwiftURL", "github.com/apple/swift-nio", "",
		    "purl swift/github.com/apple/swift-nio affected all by semver" },
		{ "GitHub Actions", "tj-actions/changed-files", "",
		    "purl githubactions/tj-actions/changed-files affected all" },
		{ "ConanCenter", "openssl", "", "purl conan/openssl affected all by conan" },
		{ "CRAN", "readxl", "", "purl cran/readxl affected all" },
		{ "Hackage", "aeson", "", "purl hackage/aeson affected all" },
		{ "Bitnami", "apache", "", "purl bitnami/apache affected all" },
		{ "Linux", "Kernel", "", "purl generic/linux affected all" },
		/* distributions and their releases */
		{ "Debian:12", "openssl", "", "purl deb/debian/openssl (debian-12) affected all by dpkg" },
		{ "Debian", "openssl", "", "purl deb/debian/openssl affected all by dpkg" },
		{ "Ubuntu:22.04:LTS", "linux", "",
		    "purl deb/ubuntu/linux (ubuntu-22.04) affected all by dpkg" },
		{ "Ubuntu:Pro:14.04:LTS", "linux", "",
		    "purl deb/ubuntu/linux (ubuntu-14.04) affected all by dpkg" },
		{ "Ubuntu:25.10", "linux", "", "purl deb/ubuntu/linux (ubuntu-25.10) affected all by dpkg" },
		{ "Alpine:v3.18", "libexif", "",
		    "purl apk/alpine/libexif (alpine-3.18) affected all by apk" },
		{ "AlmaLinux:8", "httpd", "", "purl rpm/almalinux/httpd (almalinux-8) affected all by rpm" },
		{ "Rocky Linux:9", "httpd", "", "purl rpm/rocky/httpd (rocky-9) affected all by rpm" },
		{ "Red Hat:enterprise_linux:8::baseos", "glibc", "",
		    "purl rpm/redhat/glibc (rhel-8) affected all by rpm" },
		{ "Red Hat:rhel_eus:8.4::appstream", "glibc", "",
		    "purl rpm/redhat/glibc (rhel-8) affected all by rpm" },
		{ "Red Hat:openshift:4.12::el9", "conmon", "",
		    "purl rpm/redhat/conmon (rhel-9) affected all by rpm" },
		{ "Red Hat:jboss_enterprise_application_platform:7.4", "wildfly", "",
		    "purl rpm/redhat/wildfly affected all by rpm" },
		{ "SUSE:Linux Enterprise Server 15 SP4", "curl", "",
		    "purl rpm/suse/curl (sles-15.4) affected all by rpm" },
		{ "SUSE:Linux Enterprise Module for Basesystem 15 SP5", "curl", "",
		    "purl rpm/suse/curl (sles-15.5) affected all by rpm" },
		{ "openSUSE:Leap 15.5", "curl", "",
		    "purl rpm/opensuse/curl (opensuse-leap-15.5) affected all by rpm" },
		{ "openSUSE:Tumbleweed", "curl", "",
		    "purl rpm/opensuse/curl (opensuse-tumbleweed) affected all by rpm" },
		{ "Wolfi", "syncthing", "pkg:apk/wolfi/syncthing?arch=aarch64",
		    "purl apk/wolfi/syncthing affected all by apk" },
		{ "Root:Debian:12", "rootio-imagemagick", "",
		    "purl deb/debian/rootio-imagemagick (debian-12) affected all by dpkg" },
		/* not known: the purl beside it, or at least the name */
		{ "NewForge", "thing", "pkg:cargo/thing", "purl cargo/thing affected all by semver" },
		{ "NewForge:7", "Thing", "", "name newforge:thing affected all" },
		{ "Maven", "no-group", "", "purl maven/no-group affected all by maven" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA record = { 0 };
		SCOPED_BUF out = buf_new(4096);
		struct affected row = { .config = -1 };

		CASE(cases[i].ecosystem);
		osv_ecosystem_package(
		    str_of(cases[i].ecosystem), str_of(cases[i].name), str_of(cases[i].purl), &record, &row);
		show_row(&out, &row);
		buf_byte(&out, '\0');
		assert_string_equal(out.ptr, cases[i].row);
	}
	(void)state;
}

static void osv_ecosystem_names_sources_by_id(void **state)
{
	static const struct {
		const char *id, *source;
		bool notice;
	} cases[] = {
		{ "GHSA-jrh2-hc4r-7jwx", "osv:ghsa", false },
		{ "GO-2023-2413", "osv:go", false },
		{ "PYSEC-2023-12", "osv:pypa", false },
		{ "RUSTSEC-2023-0045", "osv:rustsec", false },
		{ "DSA-5474-1", "osv:debian", true },
		{ "DLA-3623-1", "osv:debian", true },
		{ "USN-6315-1", "osv:ubuntu", true },
		{ "UBUNTU-CVE-2023-4015", "osv:ubuntu", true },
		{ "ALSA-2021:4537", "osv:almalinux", true },
		{ "RLSA-2021:1", "osv:rocky", true },
		{ "ALPINE-CVE-2021-1", "osv:alpine", true },
		{ "SUSE-SU-2023:3313-1", "osv:suse", true },
		{ "openSUSE-SU-2023:1-1", "osv:suse", true },
		{ "RHSA-2023:1", "osv:redhat", true },
		{ "BIT-apache-2020-11984", "osv:bitnami", false },
		{ "CGA-xcpc-gm23-prj9", "osv:chainguard", true },
		{ "MAL-2024-1", "osv:malicious", false },
		{ "OSV-2024-1", "osv:oss-fuzz", false },
		{ "CVE-2012-2812", "osv:cve", false },
		{ "FOO-1", "osv:foo", false },
		{ "foo", "osv:foo", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		SCOPED_ARENA record = { 0 };
		struct str id = str_of(cases[i].id), source;

		CASE(cases[i].id);
		source = osv_ecosystem_source(id, &record);
		assert_true(str_eq(source, str_of(cases[i].source)));
		assert_int_equal(osv_ecosystem_is_notice(id), cases[i].notice);
	}
	(void)state;
}

TESTS(cmocka_unit_test(osv_ecosystem_names_packages_as_purls_do),
    cmocka_unit_test(osv_ecosystem_names_sources_by_id))
