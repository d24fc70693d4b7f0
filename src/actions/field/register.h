/*
 * register - releases of devices into the store, and SBOMs onto releases. Each is one change with its trail
 * entry.
 */
#pragma once
#include "actions/sboms/load_sbom.h"
#include "actions/sboms/sbom_correction.h"
#include "inventory/device.h"
#include "records/trail.h"
#include "reports/vex_report.h"
#include "store/db.h"

/* r->device_id must be there. */
MUST_CHECK bool register_release(
    struct db *db, const struct release *r, struct change_by by, int64_t *id, struct err *e);

/* All that the trail is told of a release. In the arena. */
struct str release_record_json(const struct release *r, struct arena *arena);

/* An SBOM that was made the content of a release. */
struct registered_sbom {
	struct loaded_sbom sbom;
	size_t components; /* without what it is about, as everywhere */
	size_t added;	   /* of them, not known before */
	struct sbom_correction correction;
	struct vex_report *vex; /* what became of its own statements; NULL where it has none */
};

struct change;

struct sbom_registration {
	struct str device, version; /* by name */
	const char *path;
	struct str called; /* what the store calls the file; empty: its path */
};

/* What cannot be read changes nothing, so it is read first. registered_sbom_clear() *out. */
MUST_CHECK bool register_sbom_read(
    const struct sbom_registration *what, struct arena *arena, struct registered_sbom *out, struct err *e);
/* Makes the SBOM that was read the content of a release of a device; the document is kept as it came, and
 * what it says of vulnerabilities is taken as a supplier's claim. The release is made if the device has none
 * of that version. As a part of a change that is open: what it moves of what is due is for the caller
 * (actions/casework/restate_register.h). */
MUST_CHECK bool register_sbom_within(struct db *db, struct change *change,
    const struct sbom_registration *what, struct change_by by, struct arena *arena, struct registered_sbom *r,
    struct err *e);

static inline void registered_sbom_clear(struct registered_sbom *r)
{
	loaded_sbom_clear(&r->sbom);
}
#define SCOPED_REGISTERED_SBOM __attribute__((cleanup(registered_sbom_clear))) struct registered_sbom
