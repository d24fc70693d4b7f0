/*
 * lifecycles - until when products are supported (sources/lifecycle.h), by the names they are recognised by.
 * Writing is for actions/, within a change.
 *
 * Cycles are packed: of each its name as text, end of support, of life and of extended support as varints
 * (days since 1970 and one, 0 where not stated), and a byte that is 1 where its life has ended.
 */
#pragma once
#include "sources/lifecycle.h"
#include "store/db.h"

/* is_new, changed: what that did; neither: the store had the same. */
MUST_CHECK bool lifecycle_put(
    struct db *db, const struct lifecycle *l, bool *is_new, bool *changed, struct err *e);
/* The products that go by the name, without their names; in the arena. */
MUST_CHECK bool lifecycles_named(struct db *db, int kind, struct str name, struct arena *arena,
    struct lifecycle **out, size_t *count, struct err *e);
/* Is any known? */
MUST_CHECK bool lifecycles_any(struct db *db, bool *any, struct err *e);
