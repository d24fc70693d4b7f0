/*
 * sbom - a software bill of materials in one form for all formats.
 *
 * Components are given one at a time to a sink; texts live for that call. The head is known once the reader
 * is done.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "formats/input.h"

struct sbom_hash {
	struct str algorithm; /* "SHA-256" */
	struct str value;     /* lower-case hexadecimal */
};

/* Is the component there at run time? CycloneDX's words; SPDX says it by relations. */
enum sbom_scope { SBOM_REQUIRED, SBOM_OPTIONAL, SBOM_EXCLUDED };

/* What a component was made from by changing it (CycloneDX pedigree): upstream of a fork, a patched build. */
struct sbom_ancestor {
	struct str name; /* with its group */
	struct str version, purl, cpe;
};

struct sbom_component {
	struct str ref;	 /* bom-ref or SPDXID; may be empty */
	struct str kind; /* CycloneDX type or SPDX primary purpose: "library", "operating-system", "device" */
	struct str group; /* CycloneDX group; may be empty */
	struct str name;
	struct str version; /* may be empty */
	struct str supplier;
	struct str licence;
	struct str purl;	/* as written; may be empty */
	struct str *more_purls; /* further ones that differ from it (SPDX references, CycloneDX evidence) */
	size_t more_purl_count;
	struct str *cpes; /* as written */
	size_t cpe_count;
	struct str repository; /* where its sources are, perhaps with the commit; as written, may be empty */
	struct sbom_hash *hashes;
	size_t hash_count;
	struct str support_level;   /* FDA: as the properties say; may be empty */
	struct date end_of_support; /* DATE_NONE where not stated */
	struct str
	    end_of_support_words; /* what stands there instead of a date: "open source"; may be empty */
	bool is_subject; /* what the document is about (metadata.component, DESCRIBES): the device itself */
	enum sbom_scope scope;
	struct str *other_ids; /* names that no advisory uses: SWID tags, SWHIDs, OmniBOR ids */
	size_t other_id_count;
	struct sbom_ancestor *ancestors;
	size_t ancestor_count;
	struct str *commits; /* that went into it beyond its version */
	size_t commit_count;
	struct str *patched; /* ids of vulnerabilities that patches in it resolve, as written; may repeat */
	size_t patched_count;
};

/* What is no component and may be referred to. */
enum sbom_element_kind { SBOM_SERVICE, SBOM_FILE, SBOM_OTHER /* a document, a build, a snippet */ };

struct sbom_element {
	enum sbom_element_kind kind;
	struct str ref;
	struct str name;    /* of a file: its path as the document has it */
	struct str purpose; /* of a file: "source", "executable", ...; may be empty */
	struct sbom_hash *hashes;
	size_t hash_count;
};

struct sbom_head {
	struct str format; /* "CycloneDX 1.5", "SPDX 2.3" */
	struct str serial; /* serialNumber or documentNamespace */
	struct str name;
	struct instant created; /* INSTANT_NONE where not stated */
	/* The first one named; may be empty. */
	struct str author, tool;
	struct str supplier;	 /* of the subject, where the document says it apart from it */
	struct str context;	 /* when it was made: "design", "build", "post-build"; may be empty */
	struct str completeness; /* of its dependencies: "complete", "incomplete", "unknown"; may be empty */
};

struct vex_statement; /* sources/statement.h */

struct sbom_sink {
	void *ctx;
	bool (*component)(void *ctx, const struct sbom_component *c, struct err *e);
	/* A component that could not be read was passed over, or a mistake that does not stop reading. */
	bool (*warning)(void *ctx, const struct err *why, struct err *e);
	/* These may be NULL: not wanted. They come before, between and behind the components. */
	/* from needs or contains to, by their refs; an empty to says that from is known to need nothing more.
	 */
	bool (*dependency)(void *ctx, struct str from, struct str to, struct err *e);
	bool (*element)(void *ctx, const struct sbom_element *element, struct err *e);
	/* What the document says of vulnerabilities (VEX). */
	bool (*statement)(void *ctx, const struct vex_statement *s, struct err *e);
};

/* Pass it on, if it is wanted; true if not. */
MUST_CHECK bool sbom_give_dependency(
    const struct sbom_sink *out, struct str from, struct str to, struct err *e);
MUST_CHECK bool sbom_give_element(
    const struct sbom_sink *out, const struct sbom_element *element, struct err *e);
MUST_CHECK bool sbom_give_statement(
    const struct sbom_sink *out, const struct vex_statement *s, struct err *e);

struct sbom_format {
	const char *name;
	bool (*recognises)(struct str start);
	/* Texts of *head are copied into the arena. */
	bool (*read)(struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head,
	    struct err *e);
};

/* Ended by a row without a name. */
extern const struct sbom_format sbom_formats[];

/* Tells the format from the content and reads; a document of an unknown kind is ERR_INPUT. */
MUST_CHECK bool sbom_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
