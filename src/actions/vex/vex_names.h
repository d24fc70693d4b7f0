/*
 * vex_names - products that a VEX document names by reference: a bom-ref of its own, or one in an SBOM that
 * the store keeps. They get the names of the component that stands there.
 */
#pragma once
#include "assessment/vex.h"
#include "store/db.h"

/* Reads a document that is in memory. */
MUST_CHECK bool vex_names_read(struct str name, struct str bytes, struct statement_sink out,
    struct arena *arena, struct statement_document *head, struct err *e);

/* Fills in what the references of the statements lead to; texts are in the arena. */
MUST_CHECK bool vex_names_resolve(struct db *db, struct str name, struct str bytes,
    const struct statement_document *head, struct vex_record *records, size_t count, struct arena *arena,
    struct err *e);
