/*
 * case_finding - what a release's SBOM says of a vulnerability, as the record a casefile keeps of it.
 */
#pragma once
#include "base/arena.h"
#include "inventory/device.h"
#include "store/db.h"

struct case_asked {
	const struct device *device;
	struct str release, vulnerability;
};

/* Scans the release and writes its findings of the vulnerability as JSON, traces, scores and the statements
 * that stand at now included. ERR_INPUT where the release is not known or has no SBOM, or nothing in it is
 * touched. In the arena. */
MUST_CHECK bool case_finding(struct db *db, const struct case_asked *asked, struct instant now,
    struct arena *arena, struct str *json, struct err *e);
