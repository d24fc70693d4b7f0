/*
 * vex_import - suppliers' VEX documents into the store, with a report of every statement.
 *
 * One import is one transaction, with an entry in the audit trail for each document: all of it or nothing. A
 * newer version of a document stands in for the older one; an older one, and the same bytes again, change
 * nothing.
 */
#pragma once
#include "records/trail.h"
#include "reports/vex_report.h"
#include "store/change.h"
#include "store/db.h"

struct vex_import {
	const char *const *paths;
	size_t count;
	struct str device, release; /* what the documents are said to be about; may be empty */
	struct str called;	    /* what the one path is called instead; empty: as it is */
	bool dry_run;		    /* reports, and keeps nothing: anybody who has signed in may */
};

/* A report for each document, in their order; in the arena. A document that is no VEX fails the import. */
MUST_CHECK bool vex_import(struct db *db, const struct vex_import *what, struct change_by by,
    struct arena *arena, struct vex_report **out, size_t *count, struct err *e);

/* What an SBOM says itself, within the change that makes it the content of a release: as above, and it stands
 * in for what an earlier SBOM of the release said. *out: its report, NULL where it says nothing. */
struct vex_sbom {
	const char *path;
	struct str serial; /* as in struct loaded_sbom */
	int64_t device_id, release_id;
	bool says_anything;
};
MUST_CHECK bool vex_import_sbom(struct db *db, struct change *change, const struct vex_sbom *sbom,
    struct change_by by, struct arena *arena, struct vex_report **out, struct err *e);
