/*
 * case_record - a record is added to a casefile: one change with its entry in the audit trail.
 *
 * A record is tried before it is kept: the facts document with it in place must be one that decide() can
 * read, so a wrong word or date is refused with its path.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* Adds a record; amends: the record of the same kind it replaces, whose keys it keeps where it has none of
 * its own; 0 for a new one. A closed casefile takes no more. *id: the record's. */
MUST_CHECK bool case_record(struct db *db, int64_t casefile_id, const char *kind, struct str facts,
    struct str more, int64_t amends, struct change_by by, int64_t *id, struct err *e);

/* The same within a change; learning it later than it stands takes a reason. */
struct case_addition {
	int64_t casefile_id;
	const char *kind;
	struct str facts, more;
	int64_t amends;
};
MUST_CHECK bool case_record_within(struct db *db, struct change *change, const struct case_addition *a,
    struct change_by by, struct arena *arena, int64_t *id, struct err *e);

/* Within a change: keeps the record and notes it, untried. old: the JSON of what it replaces, or no pointer.
 */
MUST_CHECK bool case_record_keep(struct db *db, struct change *change, int64_t casefile_id,
    const struct case_record *r, struct str old, int64_t *id, struct arena *arena, struct err *e);

/* ERR_INPUT for a day of learning after today or before vulnerabilities had names: a year mistyped would hide
 * the casefile from all that is due, or make it long overdue. */
MUST_CHECK bool case_check_learning_day(const struct case_view *view, struct err *e);

/* ERR_CONFLICT for a casefile that is closed. */
MUST_CHECK bool case_refuse_closed(const struct casefile *c, struct err *e);

/* May a record of this kind be added to a closed casefile? */
bool case_outlasts_closing(struct str kind);
