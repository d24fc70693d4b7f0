/*
 * build_evidence - lists of compiled files against the source files that CVE records name.
 *
 * A list is kept for a component of a release. Against it each finding of that component is judged; where the
 * vulnerable code is not in the build, "not_affected, vulnerable_code_not_present" is proposed, for a person
 * to accept: accepting is finding_set() with what was found as its evidence. Nothing is decided here.
 */
#pragma once
#include "assessment/code_presence.h"
#include "records/trail.h"
#include "store/evidence.h"

/* Which component of which release, by the names a person gives. */
struct evidence_target {
	struct str device, release, component;
};

/* Keeps the list at path. *known: the very list stands there already, and nothing was changed. ERR_INPUT
 * where the list, or the component, is none. */
MUST_CHECK bool evidence_import(struct db *db, const struct evidence_target *target, const char *path,
    struct change_by by, struct arena *arena, struct evidence *out, bool *known, struct err *e);

/* One finding of the component. */
struct evidence_proposal {
	struct str vulnerability, version; /* version: the component's */
	struct code_judgement judgement;
	struct str evidence; /* a sentence for the file: which files, which list, by its digest */
};

/* In the order of a scan. out is what they are judged by; texts are in the arena. */
MUST_CHECK bool evidence_propose(struct db *db, const struct evidence_target *target, struct arena *arena,
    struct evidence *out, struct evidence_proposal **proposals, size_t *count, struct err *e);
