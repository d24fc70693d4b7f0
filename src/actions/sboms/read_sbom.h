/*
 * read_sbom - the one document of an SBOM file, plain or packed, to a sink; its warnings and its digest.
 */
#pragma once
#include "base/arena.h"
#include "base/crypto.h"
#include "sources/sbom.h"

struct sbom_reading {
	struct str file; /* as given */
	struct sbom_head head;
	struct sha256 digest; /* of the file's bytes */
	/* Up to LIMIT_SBOM_WARNINGS; the last one says how many more there are. */
	struct str *warnings;
	size_t warning_count, warning_room, more_warnings;
	struct arena *arena;
};

/* Everything lives in the arena but the array of warnings, which sbom_reading_clear() frees, after a failure
 * too. Warnings are collected here; the sink needs no function for them. */
MUST_CHECK bool read_sbom(
    const char *path, struct sbom_sink sink, struct arena *arena, struct sbom_reading *out, struct err *e);
/* The same of a file that is in memory; name and bytes are borrowed, bytes for the call. */
MUST_CHECK bool read_sbom_bytes(struct str name, struct str bytes, struct sbom_sink sink, struct arena *arena,
    struct sbom_reading *out, struct err *e);
void sbom_reading_warn(struct sbom_reading *r, struct str text);
void sbom_reading_clear(struct sbom_reading *r);

#define SCOPED_SBOM_READING __attribute__((cleanup(sbom_reading_clear))) struct sbom_reading
