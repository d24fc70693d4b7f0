/*
 * signatures - signatures on records. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "records/signature.h"
#include "store/db.h"

MUST_CHECK bool signature_add(struct db *db, const struct signature *s, int64_t *id, struct err *e);
/* In the order they were made: all, or those on records of one subject ("casefile 7"; no pointer: all). Texts
 * in the arena. */
MUST_CHECK bool signature_list(struct db *db, struct str subject, struct arena *arena, struct signature **out,
    size_t *count, struct err *e);
