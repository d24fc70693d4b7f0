/*
 * vex_read - the statements of one document as records that are ready to be kept or weighed: what a statement
 * leaves out is the document's, and what products refer to has its names.
 */
#pragma once
#include "assessment/vex.h"
#include "store/db.h"

struct vex_reading {
	struct statement_document head;
	struct vex_record *records; /* all in the arena */
	size_t count;
	struct str *warnings; /* what the reader passed over */
	size_t warning_count;
};

/* A document of any format of VEX, in memory. It is said to be about a release, or a device; 0: nothing. */
MUST_CHECK bool vex_read(struct db *db, struct str name, struct str bytes, int64_t device_id,
    int64_t release_id, struct arena *arena, struct vex_reading *out, struct err *e);

/* An SBOM, in memory, by its serial number as in struct loaded_sbom, with what it says about what it lists
 * itself, and for each vulnerability that a patch in it is said to resolve a statement that is a proposal
 * (STATEMENT_WORD_PATCHED). What a reference in it means it means in this SBOM alone. There are no warnings:
 * who reads the components tells them. */
MUST_CHECK bool vex_read_sbom(struct db *db, struct str name, struct str bytes, struct str serial,
    int64_t device_id, int64_t release_id, struct arena *arena, struct vex_reading *out, struct err *e);
