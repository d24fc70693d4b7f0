/*
 * finding_sorted - a page of findings of registered releases in an order of the reader's own: the worst
 * first, the newest first.
 *
 * Findings are derived, and no index has them in such an order: each page looks at all that is asked for and
 * keeps its own rows alone. What that may be is bounded as a page of finding_page() is.
 */
#pragma once
#include "actions/findings/finding_page.h"
#include "formats/json_write.h"

enum finding_order {
	FINDING_BY_PLACE, /* that of finding_page() */
	FINDING_BY_WORST, /* known to be exploited, then the score, then the probability */
	FINDING_BY_SEVERITY,
	FINDING_BY_EPSS,
	FINDING_BY_PUBLISHED,
	FINDING_ORDER_COUNT
};

/* "place", "worst", "severity", "epss", "published"; FINDING_ORDER_COUNT: it is none. */
enum finding_order finding_order_find(struct str word);

/* Writes the rows into the open array of w; those that are equal in the order are by place. *next as of
 * finding_page(), but a cursor holds for its own order. ERR_USAGE where more than FINDING_PAGE_RELEASES
 * releases are asked for without the vulnerability, and a limit that is above LIMIT_PAGE_ROWS is an assert.
 */
MUST_CHECK bool finding_sorted(struct db *db, const struct finding_page *page, enum finding_order order,
    struct json_out *w, struct arena *arena, struct str *next, struct err *e);
