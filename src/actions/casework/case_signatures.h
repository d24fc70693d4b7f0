/*
 * case_signatures - the signatures on the records of a casefile, and what they say of it.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/time_zone.h"
#include "records/signature.h"
#include "store/db.h"

struct case_signatures {
	struct signature *items; /* in the order they were made */
	bool *holds;		 /* of each: it covers its record as that stands */
	size_t count;
};

/* In the arena. */
MUST_CHECK bool case_signatures(struct db *db, int64_t casefile_id, const struct case_record *records,
    size_t record_count, struct arena *arena, struct case_signatures *out, struct err *e);

/* What a signature on the record covers. */
struct sha256 case_record_digest(int64_t casefile_id, const struct case_record *r, struct arena *arena);
/* Does it cover the record as that stands? NULL: there is no such record, so it does not. */
bool case_signature_holds(
    int64_t casefile_id, const struct signature *s, const struct case_record *record, struct arena *arena);

/* Has the record been signed so, and the signature holds? by: only by this user; no pointer: by anybody. */
bool case_is_signed(const struct case_signatures *s, int64_t record, enum meaning meaning, struct str by);
/* By the author, and by a second person who reviewed, approved or evaluated it. */
bool case_is_approved(const struct case_signatures *s, int64_t record);

/* Who still has to sign what this user wrote, the author and a second person, or designated: a designated
 * one. "its author, \"anna\" (authorship), and a second person (review or approval)"; empty: nobody. In the
 * arena. */
struct str case_signatures_lack(
    const struct case_signatures *s, int64_t record, struct str who, bool designated, struct arena *arena);

/* The day in the zone on which both had signed; DATE_NONE: they have not. */
struct date case_signed_on(const struct case_signatures *s, int64_t record, const struct time_zone *zone);

/* The facts of an assessment without the names of approvers that were written down, as is done in a store
 * without users alone: the one that amends it is approved anew, by signing. In the arena. */
MUST_CHECK bool case_without_approvers(struct str facts, struct arena *arena, struct str *out, struct err *e);

/* The records with the people who signed them among the approvers of assessments: what the rules are to see.
 * In the arena. */
MUST_CHECK bool case_with_approvers(const struct case_signatures *s, const struct case_record *records,
    size_t count, struct arena *arena, struct case_record **out, struct err *e);
