/*
 * component - a distinct piece of software, firmware or hardware, shared by all releases that contain it.
 *
 * Made from what an SBOM says. An identity is one way to recognise the component: the package that advisories
 * name, with the version and the qualifier in the form of struct affected, so that matching compares and
 * never parses. The repository is such a way for what no package manager delivers. Names that cannot be read
 * stay visible as problems.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "sources/advisory.h"
#include "sources/sbom.h"

struct identity {
	enum package_kind kind;
	struct str package; /* "o:amazon:freertos", "npm/@scope/name" */
	struct str version; /* decoded, epoch in front; empty: not known; "-" of a CPE: it has none */
	enum version_scheme scheme;
	/* CPE: "update:edition:language:sw_edition:target_sw:target_hw:other", empty when all are ANY. purl:
	 * the distro ("debian-12"), empty where the purl names none. Repository: the commit. */
	struct str qualifier;
	bool is_source;	    /* the source package that a distribution's binary package was built from */
	bool is_whole;	    /* vendor (or namespace) and product are named: it can be looked up */
	bool mended;	    /* the CPE had to be read leniently */
	struct str written; /* as the SBOM has it, for display */
};

/* How the supplier supports it, from the words of the SBOM. Stored in databases: values never change. */
enum support_level {
	SUPPORT_LEVEL_UNKNOWN = 0,
	SUPPORT_LEVEL_ACTIVE = 1,
	SUPPORT_LEVEL_LIMITED = 2, /* security fixes only */
	SUPPORT_LEVEL_ENDED = 3,   /* no longer maintained */
	SUPPORT_LEVEL_ABANDONED = 4,
	SUPPORT_LEVEL_INTERNAL = 5, /* made by the manufacturer */
	SUPPORT_LEVEL_COUNT
};

struct component {
	struct str ref;	 /* in its SBOM; not part of what the component is */
	struct str name; /* with its group: "org.apache.logging.log4j:log4j-core", "@angular/core" */
	struct str version;
	struct str kind;
	struct str supplier;
	struct str support; /* words of the SBOM */
	enum support_level support_level;
	struct date end_of_support;
	struct identity *identities; /* in a fixed order, none twice */
	size_t identity_count;
	struct str
	    *problems; /* why a purl or CPE could not be used, one line each, with the component's name */
	size_t problem_count;
	struct str *hashes; /* as component_hash() writes them; in order, none twice */
	size_t hash_count;
	bool is_subject;
};

/* Texts live in the arena or borrow from c. */
void component_from_sbom(const struct sbom_component *c, struct arena *arena, struct component *out);

/* "SHA-256:0f3a...", as components and those who look for them write it; empty where it cannot tell two files
 * apart for sure (MD5) or is none. In the arena. */
struct str component_hash(const struct sbom_hash *h, struct arena *arena);
bool component_has_hash(const struct component *c, struct str hash);

/* The form that is stored: everything but ref and is_subject. Equal components give equal bytes. */
void component_write(const struct component *c, struct buf *out);
/* Reads it back; texts borrow from bytes. Fails on damaged bytes (ERR_STORE). */
MUST_CHECK bool component_read(struct str bytes, struct arena *arena, struct component *out, struct err *e);
/* Of the written form: components of two SBOMs with the same digest are one. */
struct sha256 component_digest(const struct component *c);

/* What the SBOM is about; NULL where it does not say. */
const struct component *components_subject(const struct component *list, size_t count);
/* How many there are, without what the SBOM is about: that is no component of it. */
size_t component_count(const struct component *list, size_t count);

/* Can it be looked up, and its version be compared? */
bool identity_is_usable(const struct identity *i);
/* "no purl, no CPE", "CPE product is *", "version missing"; empty where some identity can be matched. */
struct str component_why_not_matchable(const struct component *c);

/* Its own first purl or CPE, NULL where it has none; and that as the SBOM wrote it, for display, without a
 * pointer where it has none. */
const struct identity *component_identity(const struct component *c, enum package_kind kind);
struct str component_written(const struct component *c, enum package_kind kind);

const char *support_level_name(enum support_level level);
/* From the words of an SBOM. */
enum support_level support_level_of(struct str words);
