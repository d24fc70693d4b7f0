/*
 * vex_candidates - the components that a statement may mean, by the packages and names of its products.
 */
#pragma once
#include "sources/statement.h"
#include "store/db.h"
#include "store/id_set.h"

/* Adds their ids; whether each is meant is for vex_fit() to say. */
MUST_CHECK bool vex_candidates(
    struct db *db, const struct vex_statement *said, struct arena *arena, struct id_set *out, struct err *e);
