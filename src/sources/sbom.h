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
	struct sbom_hash *hashes;
	size_t hash_count;
	struct str support_level;   /* FDA: as the properties say; may be empty */
	struct date end_of_support; /* DATE_NONE where not stated */
	bool is_subject; /* what the document is about (metadata.component, DESCRIBES): the device itself */
};

struct sbom_head {
	struct str format; /* "CycloneDX 1.5", "SPDX 2.3" */
	struct str serial; /* serialNumber or documentNamespace */
	struct str name;
	struct instant created; /* INSTANT_NONE where not stated */
};

struct sbom_sink {
	void *ctx;
	bool (*component)(void *ctx, const struct sbom_component *c, struct err *e);
	/* A component that could not be read was passed over, or a mistake that does not stop reading. */
	bool (*warning)(void *ctx, const struct err *why, struct err *e);
};

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
