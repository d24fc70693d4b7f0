/*
 * finding_ranking - the vulnerabilities that components of the store have, in an order of the reader's own.
 *
 * Findings are derived, and no index has them in such an order; but what they are ordered by hangs on their
 * vulnerability alone, of which there are fewer. Those are described once, and again when feeds, matches or
 * what suppliers say have changed; it takes some 50 bytes each. A vulnerability that no release has any more
 * may stand among them, none is missing. Belongs to one thread.
 */
#pragma once
#include "actions/findings/finding_order.h"
#include "store/db.h"

struct finding_ranking;
struct finding_ranking *finding_ranking_new(void);
void finding_ranking_free(struct finding_ranking *r);

struct finding_ranked {
	int64_t vulnerability_id;
	struct finding_worth worth;
	enum scan_severity severity;
};

/* One order of them, the first first; valid until the next call. Not FINDING_BY_PLACE. */
struct finding_order_view {
	const struct finding_ranked *of;
	const uint32_t *order;
	size_t count;
};

/* As the store stands in the transaction that is open. *current false: matches are not kept, and nothing is
 * known. */
MUST_CHECK bool finding_ranking_view(struct finding_ranking *r, struct db *db, enum finding_order order,
    struct finding_order_view *out, bool *current, struct err *e);
/* The place of the first that stands at the key and vulnerability, or behind. */
size_t finding_order_seek(
    const struct finding_order_view *v, enum finding_order order, const struct finding_rank *from);
