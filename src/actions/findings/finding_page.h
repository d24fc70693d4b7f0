/*
 * finding_page - some findings of registered releases, and where the next ones begin: a list of any length is
 * read in pages, each at the cost of its own rows and of those that its filter takes out.
 */
#pragma once
#include "actions/findings/finding_filter.h"
#include "actions/findings/finding_list.h"

/* What one page looks through at most: with a filter that hardly anything passes a page may have few rows, or
 * none, and yet not be the last. */
#define FINDING_PAGE_RELEASES 256
#define FINDING_PAGE_LOOKED 20000U

struct finding_page {
	struct finding_query query;
	struct finding_filter filter;
	struct str cursor; /* where the page before ended; empty: the first page */
	size_t limit; /* rows; findings that nothing tells apart come together, so there may be one or two
			 more */
};

/* In the order of finding_list(). *next: the cursor of the next page, in the arena; no pointer: this is the
 * last one. ERR_INPUT for a cursor that is none, and as finding_list() where a name is not known. Reads in
 * the transaction that is open. */
MUST_CHECK bool finding_page(struct db *db, const struct finding_page *page, struct finding_sink sink,
    struct arena *arena, struct str *next, struct err *e);
