/*
 * version_key - version strings as bytes whose memcmp order is the order of their scheme.
 *
 * For every scheme: memcmp(key(a), key(b)), the shorter first where one begins the other, has the sign of the
 * scheme's own comparison of a and b; equal versions have equal keys. So ranges are half-open intervals of
 * keys, and the first key behind key k is k followed by a zero byte. A key is never longer than 4 x the text
 * + 16 bytes.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

/* Stored in databases: values never change. */
enum version_scheme {
	VERSION_LITERAL = 0, /* equality only: hashes, commits; no order means anything */
	VERSION_GENERIC = 1, /* CPE and anything else; reads every text */
	VERSION_SEMVER = 2,
	VERSION_DPKG = 3,
	VERSION_RPM = 4,
	VERSION_PEP440 = 5,
	VERSION_APK = 6,
	VERSION_MAVEN = 7,
	VERSION_GEM = 8,
	VERSION_NUGET = 9,
	VERSION_ALPM = 10,
	VERSION_EBUILD = 11,
	VERSION_GOLANG = 12,
	VERSION_CONAN = 13,
	VERSION_COMPOSER = 14,
	VERSION_SCHEME_COUNT
};

/* Appends the key of text to key. What the scheme does not allow is refused (ERR_INPUT). */
MUST_CHECK bool version_key(enum version_scheme scheme, struct str text, struct buf *key, struct err *e);

/* The same, into the arena. */
MUST_CHECK bool version_key_in(
    struct arena *a, enum version_scheme scheme, struct str text, struct str *key, struct err *e);

const char *version_scheme_name(enum version_scheme scheme);
/* By name ("dpkg"); false if there is none. */
bool version_scheme_find(struct str name, enum version_scheme *out);
/* The scheme of a purl type's versions ("deb" gives dpkg); generic where no other is known. */
enum version_scheme version_scheme_of_purl_type(struct str type);
