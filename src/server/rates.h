/*
 * rates - how often one address may ask: a bucket of tokens for each, in a table of fixed size.
 *
 * Where the table is full the bucket that is fullest gives way, which is the one that is missed least.
 * Belongs to one thread.
 */
#pragma once
#include "base/str.h"
#include "base/time.h"

struct rates;

/* burst at once, and one more every interval_us. */
struct rates *rates_new(int64_t burst, int64_t interval_us);
void rates_free(struct rates *r);
/* Takes one. 0: it may; else so many microseconds until there is one again. */
int64_t rates_take(struct rates *r, struct str address, struct instant now);
