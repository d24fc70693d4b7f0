/*
 * register - devices and releases into the store, and SBOMs onto releases. Each is one change with its trail
 * entry.
 */
#pragma once
#include "actions/load_sbom.h"
#include "inventory/device.h"
#include "records/trail.h"
#include "reports/vex_report.h"
#include "store/db.h"

MUST_CHECK bool register_device(
    struct db *db, const struct device *d, struct change_by by, int64_t *id, struct err *e);
/* r->device_id must be there. */
MUST_CHECK bool register_release(
    struct db *db, const struct release *r, struct change_by by, int64_t *id, struct err *e);

struct sbom_registered {
	size_t added;		/* components not known before */
	struct vex_report *vex; /* what became of the SBOM's own statements; NULL where it has none */
};

/* Makes the SBOM the content of a release of a device (both by name); the document is kept as it came, and
 * what it says of vulnerabilities is taken as a supplier's claim. The release is made if the device has none
 * of that version. */
MUST_CHECK bool register_sbom(struct db *db, struct str device, struct str version, const char *path,
    struct change_by by, struct loaded_sbom *sbom, struct sbom_registered *out, struct arena *arena,
    struct err *e);
