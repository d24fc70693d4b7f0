/*
 * collect - gathers the names and hashes of a component while its fields are read, each once.
 *
 * Texts are copied into the arena. False: the component has more of them than LIMIT_SBOM_LIST.
 */
#pragma once
#include "formats/json_stream.h"
#include "sources/sbom.h"

/* A JSON text of at most LIMIT_SBOM_FIELD_BYTES, in the arena; false where it is absent or refused. */
bool collect_text(struct json *j, struct arena *arena, struct str *out);

MUST_CHECK bool collect_cpe(struct sbom_component *c, struct str cpe, struct arena *arena);
MUST_CHECK bool collect_purl(struct sbom_component *c, struct str purl, struct arena *arena);
/* Algorithms are written as CycloneDX has them: "SHA-256" for SPDX's "SHA256". */
MUST_CHECK bool collect_hash(
    struct sbom_component *c, struct str algorithm, struct str value, struct arena *arena);
/* The file's ref, name and hashes, as an element. */
MUST_CHECK bool collect_give_file(
    const struct sbom_sink *out, const struct sbom_component *file, struct str purpose, struct err *e);
/* Something else that has this reference; nothing if that is empty. */
MUST_CHECK bool collect_give_other(const struct sbom_sink *out, struct str ref, struct err *e);
/* A name of any kind, told by how it begins: a package URL, a CPE name, or another. */
MUST_CHECK bool collect_identifier(struct sbom_component *c, struct str id, struct arena *arena);
MUST_CHECK bool collect_other_id(struct sbom_component *c, struct str id, struct arena *arena);
/* Keeps the texts of *ancestor as they are: they must live in the arena. */
MUST_CHECK bool collect_ancestor(
    struct sbom_component *c, const struct sbom_ancestor *ancestor, struct arena *arena);
/* All of it, with its texts and lists, in the arena. */
struct sbom_component collect_copy(const struct sbom_component *c, struct arena *arena);
/* Up to LIMIT_SBOM_PATCHES each; repeated ones are kept. */
MUST_CHECK bool collect_commit(struct sbom_component *c, struct str commit, struct arena *arena);
MUST_CHECK bool collect_patched(struct sbom_component *c, struct str vulnerability, struct arena *arena);
