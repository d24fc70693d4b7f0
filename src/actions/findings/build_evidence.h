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

/* Which component of which release, by the names a person gives; the component as in finding_query. */
struct evidence_target {
	struct str device, release, component;
};

struct evidence_file {
	const char *path;
	struct str called; /* what the store calls it; empty: its path */
};

/* Keeps the list. *known: the very list stands there already, and nothing was changed. ERR_INPUT where the
 * list, or the component, is none. */
MUST_CHECK bool evidence_import(struct db *db, const struct evidence_target *target,
    const struct evidence_file *file, struct change_by by, struct arena *arena, struct evidence *out,
    bool *known, struct err *e);

/* One finding of the component. */
struct evidence_proposal {
	struct str vulnerability, version; /* version: the component's */
	struct code_judgement judgement;
	struct str evidence; /* a sentence for the file: which files, which list, by its digest */
};

/* Of the findings that are open on the day, in the order of a scan. out is what they are judged by; texts are
 * in the arena. */
MUST_CHECK bool evidence_propose(struct db *db, const struct evidence_target *target, struct date today,
    struct arena *arena, struct evidence *out, struct evidence_proposal **proposals, size_t *count,
    struct err *e);

/* A person agrees: what is proposed for the vulnerabilities (none: for all) becomes statements, each with
 * its entry in the trail, in one change; by.why is their reason. ERR_CONFLICT where nothing is proposed for
 * one of them. *made: how many. */
MUST_CHECK bool evidence_accept(struct db *db, const struct evidence_target *target,
    const struct str *vulnerabilities, size_t count, struct date today, struct change_by by, size_t *made,
    struct err *e);
