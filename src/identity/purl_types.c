#include "identity/purl_types.h"

#define OPTIONAL PURL_NAMESPACE_OPTIONAL
#define REQUIRED PURL_NAMESPACE_REQUIRED
#define PROHIBITED PURL_NAMESPACE_PROHIBITED
#define BOTH_LOWER (PURL_NAMESPACE_LOWER | PURL_NAME_LOWER)
/* clang-format off */
/* In order of type: it is looked up by halves. */
static const struct purl_type types[] = {
	{ "alpm",             REQUIRED,   BOTH_LOWER, NULL },
	{ "apk",              REQUIRED,   BOTH_LOWER, NULL },
	{ "bazel",            PROHIBITED, 0, NULL },
	{ "bitbucket",        REQUIRED,   BOTH_LOWER | PURL_NAME_SPLITS, NULL },
	{ "bitnami",          PROHIBITED, PURL_NAME_LOWER, NULL },
	{ "brew",             OPTIONAL,   BOTH_LOWER, NULL },
	{ "cargo",            PROHIBITED, 0, NULL },
	{ "chrome-extension", PROHIBITED,
	    PURL_NAME_LOWER | PURL_NAME_HEX_LETTERS | PURL_VERSION_FOUR_NUMBERS, NULL },
	{ "cocoapods",        PROHIBITED, 0, NULL },
	{ "composer",         REQUIRED,   BOTH_LOWER | PURL_NAME_SPLITS, NULL },
	{ "conan",            OPTIONAL,   0, NULL },
	{ "conda",            PROHIBITED, 0, NULL },
	{ "cpan",             OPTIONAL,   PURL_NAMESPACE_UPPER | PURL_NAME_NO_MODULE, NULL },
	{ "cran",             PROHIBITED, PURL_PACKAGE_NO_CASE, NULL },
	{ "deb",              REQUIRED,   BOTH_LOWER, NULL },
	{ "docker",           OPTIONAL,   0, NULL },
	{ "gem",              PROHIBITED, 0, NULL },
	{ "generic",          OPTIONAL,   0, NULL },
	{ "git",              REQUIRED,   PURL_NAME_IS_PATH | PURL_CASE_OF_HOST, NULL },
	{ "github",           REQUIRED,   BOTH_LOWER | PURL_NAME_SPLITS, NULL },
	{ "golang",           REQUIRED,   PURL_NAME_SPLITS | PURL_PACKAGE_NO_CASE, NULL },
	{ "hackage",          PROHIBITED, PURL_NAME_DASHES, NULL },
	{ "hex",              OPTIONAL,   BOTH_LOWER, NULL },
	{ "huggingface",      REQUIRED,   PURL_VERSION_LOWER | PURL_NAME_SPLITS, NULL },
	{ "julia",            PROHIBITED, 0, "uuid" },
	{ "luarocks",         OPTIONAL,   BOTH_LOWER, NULL },
	{ "maven",            REQUIRED,   0, NULL },
	{ "mlflow",           PROHIBITED, PURL_CASE_OF_REPOSITORY, NULL },
	{ "npm",              OPTIONAL,   PURL_NAME_SPLITS, NULL },
	{ "nuget",            PROHIBITED, PURL_PACKAGE_NO_CASE, NULL },
	{ "oci",              PROHIBITED, PURL_NAME_LOWER | PURL_VERSION_LOWER, NULL },
	{ "opam",             PROHIBITED, 0, NULL },
	{ "otp",              PROHIBITED, PURL_NAME_LOWER | PURL_SUBPATH_LOWER, NULL },
	{ "pub",              PROHIBITED, PURL_NAME_LOWER | PURL_NAME_UNDERSCORES, NULL },
	{ "pypi",             PROHIBITED, PURL_NAME_LOWER | PURL_NAME_DASHES | PURL_VERSION_LOWER, NULL },
	{ "qpkg",             REQUIRED,   PURL_NAMESPACE_LOWER, NULL },
	{ "rpm",              REQUIRED,   PURL_NAMESPACE_LOWER, NULL },
	{ "swid",             OPTIONAL,   0, "tag_id" },
	{ "swift",            REQUIRED,   PURL_NAME_SPLITS, NULL },
	{ "vcpkg",            PROHIBITED, 0, NULL },
	{ "vscode-extension", REQUIRED,   BOTH_LOWER | PURL_VERSION_LOWER, NULL },
	{ "yocto",            OPTIONAL,   PURL_NAMESPACE_LOWER, NULL },
};
/* clang-format on */

/* As str_cmp(); nearly all differ in their first letter. */
static int compare(struct str type, const char *other)
{
	size_t i = 0;

	while (i < type.len && other[i] && type.ptr[i] == other[i])
		i++;
	if (i == type.len)
		return other[i] ? -1 : 0;
	return (unsigned char)type.ptr[i] - (unsigned char)other[i];
}

const struct purl_type *purl_type_find(struct str type)
{
	size_t low = 0, high = COUNT(types);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int sign = compare(type, types[middle].type);

		if (sign == 0)
			return &types[middle];
		if (sign < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
