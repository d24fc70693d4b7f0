/*
 * affected_releases - which releases of a device a vulnerability bears on: what its owners are to be told.
 *
 * It errs on the side of telling: only a release of which it is known that nothing of it is affected, by its
 * SBOM or by the manufacturer's own decision, is taken out.
 */
#pragma once
#include "inventory/device.h"
#include "store/db.h"

enum release_bearing { RELEASE_NOT_AFFECTED, RELEASE_NOT_TOLD, RELEASE_AFFECTED };

struct affected_release {
	struct release release;
	enum release_bearing bearing;
	struct str why; /* one finding, or what is missing: "it has no SBOM" */
};

/* All releases of the device, in the order they were added, as things stand on today. In the arena. Reads in
 * the transaction that is open. */
MUST_CHECK bool affected_releases(struct db *db, const struct device *device, struct str vulnerability,
    struct date today, struct arena *arena, struct affected_release **out, size_t *count, struct err *e);

/* Does any record in the store say what is affected by it? Without one, findings cannot be asked for. */
MUST_CHECK bool affected_is_answered(struct db *db, struct str vulnerability, bool *answered, struct err *e);
