/*
 * sbom_correction - what another SBOM does to a release that has one: components, findings, and decisions
 * that were made on findings which are there no more.
 *
 * A release is in the field, and its SBOM may turn out to be wrong. The documents before stay in the store,
 * and the trail says what went.
 */
#pragma once
#include "inventory/device.h"
#include "inventory/sbom_diff.h"
#include "store/db.h"
#include "store/vex_documents.h"

/* An own decision that held for a finding of the release, and holds for none now. */
struct lost_decision {
	int64_t statement;
	struct str status, vulnerability, component, version;
};

struct sbom_correction {
	bool corrects;		/* the release had an SBOM */
	struct sbom_row before; /* the newest of its documents */
	struct sbom_diff diff;
	size_t appeared, vanished, stayed; /* findings, by component and vulnerability */
	struct lost_decision *lost;	   /* by vulnerability */
	size_t lost_count;
};

/* As it stood before a change. */
struct sbom_before;

/* today: the day on which statements hold. Reads in the change that is open; everything is in the arena. */
MUST_CHECK bool sbom_before_read(struct db *db, const struct device *d, const struct release *r,
    struct date today, struct arena *arena, struct sbom_before **out, struct err *e);
/* When the release has its new SBOM, and the document is kept. */
MUST_CHECK bool sbom_before_compare(struct db *db, const struct sbom_before *before, struct arena *arena,
    struct sbom_correction *out, struct err *e);
