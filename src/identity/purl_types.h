/*
 * purl_types - what the type definitions of purl-spec ask of a purl beyond the common rules.
 *
 * Source: package-url/purl-spec, types/NAME-definition.json; one row there is one row here.
 */
#pragma once
#include "base/str.h"

enum purl_namespace { PURL_NAMESPACE_OPTIONAL, PURL_NAMESPACE_REQUIRED, PURL_NAMESPACE_PROHIBITED };

enum purl_rule {
	PURL_NAMESPACE_LOWER = 1 << 0,
	PURL_NAMESPACE_UPPER = 1 << 1,
	PURL_NAME_LOWER = 1 << 2,
	PURL_VERSION_LOWER = 1 << 3,
	PURL_SUBPATH_LOWER = 1 << 4,
	PURL_NAME_DASHES = 1 << 5,	/* "_" becomes "-" */
	PURL_NAME_UNDERSCORES = 1 << 6, /* all but letters and digits becomes "_" */
	PURL_NAME_NO_MODULE = 1 << 7,	/* "::" names a module of a package, not the package */
	PURL_NAME_IS_PATH = 1 << 8,	/* the namespace is one segment, the rest is the name, "/" and all */
	PURL_NAME_HEX_LETTERS = 1 << 9, /* 32 letters from a to p */
	PURL_VERSION_FOUR_NUMBERS = 1 << 10,
	PURL_CASE_OF_HOST = 1 << 11,	   /* hosts that ignore case write lower case */
	PURL_CASE_OF_REPOSITORY = 1 << 12, /* the same, told by the qualifier repository_url */
	PURL_NAME_SPLITS = 1 << 13,	   /* "%2F" in a name without namespace separates the two */
	PURL_PACKAGE_NO_CASE = 1 << 14	   /* case is kept in writing, and tells no two packages apart */
};

struct purl_type {
	const char *type;
	enum purl_namespace namespace;
	unsigned rules;	       /* enum purl_rule */
	const char *qualifier; /* the key that must be there; NULL: none */
};

/* NULL where the type has no definition; then anything goes. type is in lower case. */
const struct purl_type *purl_type_find(struct str type);
