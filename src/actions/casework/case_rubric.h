/*
 * case_rubric - the answers to the rubric for medical devices that a casefile keeps: one record stands, each
 * further one amends it.
 */
#pragma once
#include "assessment/casefile.h"
#include "assessment/rubric.h"
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

struct case_rubric {
	int64_t record; /* that stands; 0: none, and nothing is answered */
	enum cvss_version version;
	struct rubric_sheet sheet;
	struct rubric_result result;
	struct cvss cvss; /* only where no question is open */
};

/* Of the records of a casefile. ERR_STORE where they are damaged. */
MUST_CHECK bool case_rubric_read(
    const struct case_record *records, size_t count, struct case_rubric *out, struct err *e);
/* The same of a casefile by its number. */
MUST_CHECK bool case_rubric_of(
    struct db *db, int64_t casefile, struct arena *arena, struct case_rubric *out, struct err *e);
/* The vector, canonical, in the arena; empty while a question is open. */
struct str case_rubric_vector(const struct case_rubric *r, struct arena *arena);

/* What is answered anew, and the version (3.0 or 3.1) that the vector is written in. */
struct case_rubric_keeping {
	int64_t casefile_id;
	struct rubric_changes changes;
	const enum cvss_version *version; /* NULL: as it stands, else 3.0 */
	const bool *unknown_is_low;	  /* NULL: as it stands, else it is not */
};

/* Keeps a record of kind "rubric" with all answers that stand now and what they lead to. */
MUST_CHECK bool case_rubric_keep(struct db *db, const struct case_rubric_keeping *k, struct change_by by,
    struct arena *arena, struct case_rubric *out, struct err *e);
