/*
 * metrics - the measures of the programme, gathered from the store as it stood at the end of a period; and
 * the editions of them that were issued.
 */
#pragma once
#include "base/crypto.h"
#include "records/trail.h"
#include "reports/metrics/metric_case.h"
#include "store/db.h"

#define METRICS_SOURCE_DAYS 7 /* within which a source is imported again, as scan warns of it */

struct metrics_asked {
	struct window window; /* an end after today is taken for today */
	enum metric_unit unit;
	enum metric_slice by;
	int64_t device_id;  /* 0: all */
	bool patching_only; /* M1 to M3, and none of the programme: findings are not looked through for it */
};

/* In the arena. */
MUST_CHECK bool metrics_gather(struct db *db, const struct metrics_asked *asked, struct instant now,
    struct arena *arena, struct metrics *out, struct err *e);

/* Keeps that m was issued as its edition, and the digest of the file. ERR_CONFLICT where that edition was
 * issued since it was gathered. */
MUST_CHECK bool metrics_issue(
    struct db *db, const struct metrics *m, const struct sha256 *digest, struct change_by by, struct err *e);
