#include "identity/version_key.h"

#include "identity/version_parts.h"
#include "limits.h"

static bool literal_key(struct str text, struct buf *key, struct err *e)
{
	(void)e;
	buf_add(key, text);
	return true;
}

/* In the order of enum version_scheme. */
static const struct {
	const char *name;
	bool (*key)(struct str text, struct buf *key, struct err *e);
} schemes[] = {
	{ "literal", literal_key },
	{ "generic", version_generic_key },
	{ "semver", version_semver_key },
	{ "dpkg", version_dpkg_key },
	{ "rpm", version_rpm_key },
	{ "pep440", version_pep440_key },
};
_Static_assert(COUNT(schemes) == VERSION_SCHEME_COUNT, "a row for every scheme");

/* purl types whose versions have a scheme of their own. */
static const struct {
	const char *type;
	enum version_scheme scheme;
} purl_types[] = {
	{ "cargo", VERSION_SEMVER },
	{ "deb", VERSION_DPKG },
	{ "golang", VERSION_SEMVER },
	{ "hex", VERSION_SEMVER },
	{ "npm", VERSION_SEMVER },
	{ "pub", VERSION_SEMVER },
	{ "pypi", VERSION_PEP440 },
	{ "rpm", VERSION_RPM },
	{ "swift", VERSION_SEMVER },
};

bool version_key(enum version_scheme scheme, struct str text, struct buf *key, struct err *e)
{
	size_t start = key->len;

	if (text.len > LIMIT_VERSION_BYTES)
		return err_fail(
		    e, ERR_LIMIT, "version of %zu bytes, limit %d", text.len, LIMIT_VERSION_BYTES);
	if (schemes[scheme].key(text, key, e))
		return true;
	key->len = start;
	return false;
}

const char *version_scheme_name(enum version_scheme scheme)
{
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
	for (size_t i = 0; i < COUNT(purl_types); i++)
		if (str_eq(str_of(purl_types[i].type), type))
			return purl_types[i].scheme;
	return VERSION_GENERIC;
}
