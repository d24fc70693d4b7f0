/*
 * purl - a package URL, the name a component carries across SBOMs and feeds.
 *
 * Specification: ECMA-427 / package-url purl-spec, with the type definitions that change how a name is
 * written (lower case, "_" for "-", ...). All fields are decoded and normalised; they live in the arena given
 * to purl_parse() or in the text itself.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

struct purl_qualifier {
	struct str key, value;
};

struct purl {
	struct str type;		   /* "deb", "npm"; never empty */
	struct str namespace;		   /* "debian"; may be empty */
	struct str name;		   /* never empty */
	struct str version;		   /* may be empty */
	struct purl_qualifier *qualifiers; /* in order of their keys */
	size_t qualifier_count;
	struct str subpath;
};

/* On failure *out is left as it was; *e has code ERR_INPUT or ERR_LIMIT. */
MUST_CHECK bool purl_parse(struct str text, struct arena *arena, struct purl *out, struct err *e);
/* As purl_parse, but takes what tools write against a type's definition and can be understood: a namespace
 * where there is none, none where one is required, a required qualifier missing, a "%" that escapes nothing.
 * *mended says that something had to be. For SBOMs and feeds. */
MUST_CHECK bool purl_parse_lenient(
    struct str text, struct arena *arena, struct purl *out, bool *mended, struct err *e);
/* Checks and normalises the parts of *p in place, as the type's definition asks for. */
MUST_CHECK bool purl_normalise(struct purl *p, struct arena *arena, struct err *e);
/* The canonical form. */
void purl_write(const struct purl *p, struct buf *out);
/* "npm/@scope/name": the package without version, qualifiers and subpath; what matching compares, in lower
 * case where case tells no two packages apart. */
void purl_write_package(const struct purl *p, struct buf *out);
/* The value of a qualifier; empty if there is none. */
struct str purl_qualifier(const struct purl *p, struct str key);
