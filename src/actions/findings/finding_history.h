/*
 * finding_history - all statements ever made about a vulnerability, and what became of them.
 */
#pragma once
#include "assessment/vex.h"
#include "store/db.h"

/* By number, under the name as it is given. In the arena. */
MUST_CHECK bool finding_history(struct db *db, struct str vulnerability, struct arena *arena,
    struct vex_record **out, size_t *count, struct err *e);

/* What a statement covers: "finding", or for a supplier's the document; and what it is about: its first
 * product, "everything" where it names none. */
struct str finding_history_scope(const struct vex_record *r);
struct str finding_history_about(const struct vex_record *r);
