/*
 * case_release - what is signed before it is released: reports to FDA, and why something is not reported; and
 * what is signed before the casefile is closed.
 *
 * Assessments, plans and fixes wait for their author and a second person, whenever they were written: one
 * whose author is no user is stated anew. A report that was issued waits for its author and a second person,
 * the record of 806.20 for a designated person (806.20(b)(4)). So does why an event or a complaint is not
 * reported: the reason for a complaint, and a malfunction that would not be likely to do harm if it recurred.
 * All of it in a store with users alone, and of reports and reasons not of before it had them: their author
 * cannot sign.
 */
#pragma once
#include "actions/casework/case_view.h"

/* Who still has to sign the record: "its author, \"anna\" (authorship), and a second person (review or
 * approval)"; empty: nobody, or a record that waits for nobody. In the arena. */
MUST_CHECK bool case_release_waits(struct db *db, const struct case_view *view, const struct case_record *r,
    struct arena *arena, struct str *out, struct err *e);

/* Adds to the obligations of *view a signature for each record that waits, due when what it releases is. */
MUST_CHECK bool case_release_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e);

/* May the record be added, that says a report was given to FDA? ERR_CONFLICT where the report that was issued
 * is not signed; where none was issued, it takes a reason. *r: complete, with what it keeps of the record in
 * whose place it stands. */
MUST_CHECK bool case_release_check(
    struct db *db, const struct case_view *view, const struct case_record *r, struct str why, struct err *e);
