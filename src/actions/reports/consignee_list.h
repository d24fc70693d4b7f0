/*
 * consignee_list - who holds what: all consignees, those of a device or release, or those whom a casefile's
 * notice must reach.
 */
#pragma once
#include "actions/findings/affected_releases.h"
#include "reports/consignee_report.h"
#include "store/db.h"

struct consignee_query {
	struct str device, release; /* by name; empty: all */
	int64_t casefile;	    /* 0: none; else the device is the casefile's */
	bool sent;		    /* whoever was sent units, also where all came back */
	struct instant now;
};

struct consignee_listing {
	struct consignee_report report;
	/* For a casefile: what is known of each release, and why nobody is to be told where that is decided.
	 */
	const struct affected_release *releases;
	size_t release_count;
	struct str vulnerability, not_affected_why;
};

/* With a device or a casefile only those are listed who have units of it, sent and not returned (or sent
 * alone). For a casefile the units must run a release that is affected, or of which that is not known; a
 * shipment without a release runs that of its lot or serial numbers, and else may run any. In the arena.
 * ERR_INPUT where a name or number is not known. */
MUST_CHECK bool consignee_listing(struct db *db, const struct consignee_query *query, struct arena *arena,
    struct consignee_listing *out, struct err *e);

/* One consignee by account, with all that went there. ERR_INPUT where there is none. */
MUST_CHECK bool consignee_holdings(
    struct db *db, struct str account, struct arena *arena, struct consignee_holdings *out, struct err *e);
