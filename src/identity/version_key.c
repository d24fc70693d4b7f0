#include "identity/version_key.h"

#include <assert.h>

#include "identity/version_parts.h"

/* One row a scheme, in the order of the enum. */
static const struct version_row {
	const char *name;
	bool (*key)(struct str text, struct version_writer *out, struct err *e);
} schemes[] = {
	[VERSION_LITERAL] = { "literal", version_literal_key },
	[VERSION_GENERIC] = { "generic", version_generic_key },
	[VERSION_SEMVER] = { "semver", version_semver_key },	   /* SemVer 2.0.0 section 11 */
	[VERSION_DPKG] = { "dpkg", version_dpkg_key },		   /* deb-version(7) */
	[VERSION_RPM] = { "rpm", version_rpm_key },		   /* rpm-version(7) */
	[VERSION_PEP440] = { "pep440", version_pep440_key },	   /* PyPA, version specifiers */
	[VERSION_APK] = { "apk", version_apk_key },		   /* apk-tools 3, version.c */
	[VERSION_MAVEN] = { "maven", version_maven_key },	   /* Maven 3.8, ComparableVersion */
	[VERSION_GEM] = { "gem", version_gem_key },		   /* RubyGems, Gem::Version */
	[VERSION_NUGET] = { "nuget", version_nuget_key },	   /* NuGet.Versioning, VersionComparer */
	[VERSION_ALPM] = { "alpm", version_alpm_key },		   /* libalpm, version.c */
	[VERSION_EBUILD] = { "ebuild", version_ebuild_key },	   /* Gentoo, PMS section 3.3 */
	[VERSION_GOLANG] = { "golang", version_golang_key },	   /* SemVer, and the names of Go itself */
	[VERSION_CONAN] = { "conan", version_conan_key },	   /* Conan 2, version.py */
	[VERSION_COMPOSER] = { "composer", version_composer_key }, /* composer/semver, version_compare */
};
_Static_assert(COUNT(schemes) == VERSION_SCHEME_COUNT, "one row a scheme");

/* Types that are not here have versions without a common form: generic. */
static const struct version_type {
	const char *type;
	enum version_scheme scheme;
} types[] = {
	{ "alpm", VERSION_ALPM },
	{ "apk", VERSION_APK },
	{ "cargo", VERSION_SEMVER },
	{ "composer", VERSION_COMPOSER },
	{ "conan", VERSION_CONAN },
	{ "deb", VERSION_DPKG },
	{ "ebuild", VERSION_EBUILD },
	{ "gem", VERSION_GEM },
	{ "gentoo", VERSION_EBUILD },
	{ "golang", VERSION_GOLANG },
	{ "hex", VERSION_SEMVER },
	{ "maven", VERSION_MAVEN },
	{ "npm", VERSION_SEMVER },
	{ "nuget", VERSION_NUGET },
	{ "pub", VERSION_SEMVER },
	{ "pypi", VERSION_PEP440 },
	{ "rpm", VERSION_RPM },
	{ "swift", VERSION_SEMVER },
};

bool version_literal_key(struct str text, struct version_writer *out, struct err *e)
{
	(void)e;
	version_flush(out);
	buf_add(out->key, text);
	return true;
}

bool version_key(enum version_scheme scheme, struct str text, struct buf *key, struct err *e)
{
	struct version_writer out = { .key = key };
	size_t before = key->len;

	assert(scheme < VERSION_SCHEME_COUNT);
	if (!schemes[scheme].key(text, &out, e)) {
		key->len = before;
		return err_within(e, "%s version \"" STR_FMT "\"", schemes[scheme].name, STR_ARG(text));
	}
	version_flush(&out);
	return true;
}

bool version_key_in(
    struct arena *a, enum version_scheme scheme, struct str text, struct str *key, struct err *e)
{
	size_t most = 4 * text.len + 16;
	struct buf made = { .ptr = arena_alloc(a, most, 1), .room = most, .most = most };

	if (!version_key(scheme, text, &made, e))
		return false;
	assert(!buf_full(&made));
	*key = buf_str(&made);
	return true;
}

const char *version_scheme_name(enum version_scheme scheme)
{
	assert(scheme < VERSION_SCHEME_COUNT);
	return schemes[scheme].name;
}

bool version_scheme_find(struct str name, enum version_scheme *out)
{
	for (size_t i = 0; i < COUNT(schemes); i++)
		if (str_eq(str_of(schemes[i].name), name)) {
			*out = (enum version_scheme)i;
			return true;
		}
	return false;
}

enum version_scheme version_scheme_of_purl_type(struct str type)
{
	for (size_t i = 0; i < COUNT(types); i++)
		if (str_eq(str_of(types[i].type), type))
			return types[i].scheme;
	return VERSION_GENERIC;
}
