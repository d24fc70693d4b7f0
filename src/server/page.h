/*
 * page - a list in pieces: {"items": [...], "next": cursor or null, "count": all there are}.
 *
 * Of a list that is gathered whole anyway the cursor says how many are before; of one that the store can go
 * on with from a record, which one: the number that the page begins behind, or the name that it begins with.
 */
#pragma once
#include "server/exchange.h"

struct page {
	size_t from, count; /* of the rows in this piece */
	size_t all;
};

/* Where the rows of the piece begin, in a list that has no pointer where it is empty. */
#define PAGE_FROM(rows, page) ((page).count ? (rows) + (page).from : (rows))

/* By limit (1 to 1000, else 100) and cursor of the query, of so many rows. */
MUST_CHECK bool page_of(struct exchange *x, size_t all, struct page *out, struct err *e);
/* limit alone. */
MUST_CHECK bool page_limit(struct exchange *x, size_t *limit, struct err *e);
/* The same of a list that goes on behind a number: 0, or what cursor has. */
MUST_CHECK bool page_behind(struct exchange *x, int64_t *after, size_t *limit, struct err *e);
/* Begins the answer, up to where the array of items is written as one value; and ends it. */
struct json_out *page_begin(struct exchange *x);
MUST_CHECK bool page_end(struct exchange *x, struct json_out *w, const struct page *p, struct err *e);
/* next: 0 on the last page. */
MUST_CHECK bool page_end_behind(
    struct exchange *x, struct json_out *w, int64_t next, int64_t all, struct err *e);
/* next: no pointer on the last page. */
MUST_CHECK bool page_end_at(
    struct exchange *x, struct json_out *w, struct str next, int64_t all, struct err *e);
