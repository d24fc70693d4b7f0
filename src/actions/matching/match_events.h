/*
 * match_events - reads back which findings appeared, vanished or changed, run by run.
 *
 * Kept are components; devices and releases are looked up when it is read, as they are then.
 */
#pragma once
#include "inventory/component.h"
#include "inventory/device.h"
#include "store/match_runs.h"

struct match_event_row {
	const struct match_run *run;
	int64_t change; /* its number in the run, from 1: the same whenever it is read */
	const struct component *component;
	struct str vulnerability;
	unsigned char before, after; /* matching/change.h */
	struct str cause;	     /* "nvd CVE-2021-31571"; empty: not one advisory alone */
	const struct device *device;
	const struct release *release; /* both NULL: in no release now */
};

struct match_event_sink {
	void *ctx;
	bool (*take)(void *ctx, const struct match_event_row *row, struct err *e);
};

/* Everything behind a run, oldest first: by run, component, vulnerability, release. */
MUST_CHECK bool match_events_read(struct db *db, int64_t behind, struct match_event_sink to, struct err *e);

/* "feed import", "SBOM", "full match". */
const char *match_cause_name(enum match_cause cause);
