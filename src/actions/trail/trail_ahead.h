/*
 * trail_ahead - the audit trail, read ahead of whoever takes its entries.
 *
 * Reading a trail and hashing it take as long as each other, so each has a core. Entries are taken one after
 * the other in their order, as from trail_read(); what is found depends on nothing else.
 */
#pragma once
#include "store/trails.h"

/* All entries, by number. The sink is called on another thread where there are many; when this returns, it
 * has been called for the last time. Fails as trail_read() does. */
MUST_CHECK bool trail_read_ahead(struct db *db, struct trail_sink out, struct err *e);
