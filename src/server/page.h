/*
 * page - a list in pieces: {"items": [...], "next": cursor or null, "count": all there are}.
 *
 * For lists that are gathered whole anyway; the cursor says how many are before. A list that the store can go
 * on with from a key has a cursor of its own.
 */
#pragma once
#include "server/exchange.h"

struct page {
	size_t from, count; /* of the rows in this piece */
	size_t all;
};

/* By limit (1 to 1000, else 100) and cursor of the query, of so many rows. */
MUST_CHECK bool page_of(struct exchange *x, size_t all, struct page *out, struct err *e);
/* Begins the answer, up to where the array of items is written as one value; and ends it. */
struct json_out *page_begin(struct exchange *x);
MUST_CHECK bool page_end(struct exchange *x, struct json_out *w, const struct page *p, struct err *e);
