/*
 * case_names - the names that a casefile's vulnerability has had: it is filed under the one it has now, and a
 * record, "renaming", keeps each that it had before.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "store/db.h"

/* facts, those of the vulnerability, with the name as its id. In the arena. */
MUST_CHECK bool case_name_facts(
    struct str facts, struct str name, struct arena *arena, struct str *out, struct err *e);

/* What a record of a new name says besides: {"vulnerability": ..., "before": ...}. In the arena. */
struct str case_renaming_json(struct str name, struct str before, struct arena *arena);

/* Those it had before, each once, the first first; in the arena. */
MUST_CHECK bool case_earlier_names(const struct case_record *records, size_t record_count, struct str now,
    struct arena *arena, struct str **names, size_t *count, struct err *e);

/* In the casefile's records, which may be as the rules see them: the vulnerability goes by its name of now.
 */
MUST_CHECK bool case_names_apply(
    const struct casefile *c, struct case_record *records, size_t count, struct arena *arena, struct err *e);

/* The name of now of what a casefile was once filed under, a name that is no CVE id; no pointer: none was. In
 * the arena. Looks through the records of all casefiles. */
MUST_CHECK bool case_name_of_before(
    struct db *db, struct str before, struct arena *arena, struct str *name, struct err *e);

/* A vulnerability: as the store knows it, and by name where it does not. */
struct case_subject {
	int64_t vulnerability_id; /* 0: the store does not know it */
	struct str name;
};
MUST_CHECK bool case_subject_named(struct db *db, struct str name, struct case_subject *out, struct err *e);
/* Is the casefile on it, by whatever name it was opened? */
MUST_CHECK bool case_is_on(
    struct db *db, const struct casefile *c, const struct case_subject *subject, bool *is, struct err *e);
