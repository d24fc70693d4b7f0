/*
 * load_sbom - an SBOM file as components in memory.
 */
#pragma once
#include "base/arena.h"
#include "base/crypto.h"
#include "inventory/component.h"

struct loaded_sbom {
	struct str file; /* as given */
	struct sbom_head head;
	struct sha256 digest; /* of the file's bytes */
	struct str
	    serial; /* of the document; where it has none, made of the digest: references into it need one */
	struct component *components; /* in the order of the document; the subject among them */
	size_t count, room;
	struct str *warnings;
	size_t warning_count;
	size_t statement_count; /* about vulnerabilities, and those that patches are said to resolve */
};

/* Everything lives in the arena but the two arrays, which loaded_sbom_clear() frees. */
MUST_CHECK bool load_sbom(const char *path, struct arena *arena, struct loaded_sbom *out, struct err *e);
/* The same of a file that is in memory; the bytes are borrowed for the call. */
MUST_CHECK bool load_sbom_bytes(
    struct str name, struct str bytes, struct arena *arena, struct loaded_sbom *out, struct err *e);
void loaded_sbom_clear(struct loaded_sbom *s);

#define SCOPED_LOADED_SBOM __attribute__((cleanup(loaded_sbom_clear))) struct loaded_sbom
