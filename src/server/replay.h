/*
 * replay - Idempotency-Key: a request that is sent again because its answer got lost is answered again, and
 * not done again.
 *
 * The key is kept in the change's own transaction: after a crash it is there exactly where the change is.
 * Kept for a day, for each user.
 */
#pragma once
#include "server/exchange.h"

/* Before the handler, on the thread of changes. An answer in x: it was done before. */
MUST_CHECK bool replay_find(struct exchange *x, struct err *e);
/* After the handler: the answer is kept for the next time. */
void replay_keep(struct exchange *x);
