/*
 * match_update - brings kept matches up to date, within the change that made it necessary.
 *
 * What a change costs follows from what it touches: an import matches the components of the packages of its
 * changed advisories, an SBOM its new components and its list, an own rule the components that name one of
 * its sides. All ways lead to the same bytes as matching everything.
 */
#pragma once
#include "base/time.h"
#include "matching/alias.h"
#include "store/db.h"
#include "store/match_runs.h"
#include "store/touched.h"

/* Why, when, and which entry of the trail records it. */
struct match_by {
	enum match_cause cause;
	struct instant at;
	int64_t trail;
};

/* What there was before components were put. */
struct match_before {
	int64_t newest_component, newest_list;
	int64_t list_id; /* of the release; 0: none */
};

/* Are there components that anything could be matched with? */
MUST_CHECK bool match_is_needed(struct db *db, bool *needed, struct err *e);

/* Each hands out the run: id 0 where no finding has changed. */
MUST_CHECK bool match_after_feed(
    struct db *db, struct touched *touched, struct match_by by, struct match_run *out, struct err *e);
MUST_CHECK bool match_before_sbom(struct db *db, int64_t release_id, struct match_before *out, struct err *e);
MUST_CHECK bool match_after_sbom(struct db *db, int64_t release_id, const struct match_before *before,
    struct match_by by, struct match_run *out, struct err *e);
/* An own rule that joins the two was taught, or taken back. */
MUST_CHECK bool match_after_alias(struct db *db, struct alias_name left, struct alias_name right,
    struct match_by by, struct match_run *out, struct err *e);
MUST_CHECK bool match_everything(struct db *db, struct match_by by, struct match_run *out, struct err *e);
