/*
 * finding_sorted - a page of findings of registered releases in an order of the reader's own: the worst
 * first, the newest first.
 *
 * Of everything there is a page goes by the ranking of vulnerabilities, and costs what its rows do. Of a
 * device or a vulnerability it looks at all that is asked for and keeps its own rows alone; what
 * that may be is bounded as a page of finding_page() is.
 */
#pragma once
#include "actions/findings/finding_page.h"
#include "actions/findings/finding_ranking.h"
#include "formats/json_write.h"

/* Writes the rows into the open array of w; those that are equal in the order stand by vulnerability and
 * place. *next as of finding_page(), but a cursor holds for its own order. ERR_USAGE where more than
 * FINDING_PAGE_RELEASES releases are asked for without the vulnerability, and a limit that is above
 * LIMIT_PAGE_ROWS is an assert.
 */
MUST_CHECK bool finding_sorted(struct db *db, struct finding_ranking *ranking,
    const struct finding_page *page, enum finding_order order, struct json_out *w, struct arena *arena,
    struct str *next, struct err *e);
