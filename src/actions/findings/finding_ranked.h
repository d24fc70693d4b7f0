/*
 * finding_ranked - a page of findings of all registered releases in an order of the reader's own, at the cost
 * of its own rows and of those that its filter takes out: vulnerability by vulnerability, in the order of the
 * ranking, and of each release by release.
 */
#pragma once
#include "actions/findings/finding_page.h"
#include "actions/findings/finding_ranking.h"
#include "formats/json_write.h"

/* What one page looks at most, as FINDING_PAGE_LOOKED. */
#define FINDING_RANKED_VULNERABILITIES 8192
#define FINDING_RANKED_RELEASES 1024

/* Of all devices and vulnerabilities: the page asks for none, perhaps for a component. ERR_INPUT as
 * finding_list() where no release has it. Rows and *next as finding_sorted() has them. */
MUST_CHECK bool finding_ranked(struct db *db, const struct finding_order_view *ranking,
    const struct finding_page *page, enum finding_order order, struct json_out *w, struct arena *arena,
    struct str *next, struct err *e);
