/*
 * vex_embedded - what the SBOM that is scanned says of vulnerabilities itself, taken into the scan; and what
 * becomes of each of its statements.
 */
#pragma once
#include "actions/matching/positions.h"
#include "reports/vex_report.h"

struct vex_embedded {
	size_t count;
	size_t counts[VEX_OUTCOME_COUNT];
	bool judged; /* false: too many statements and components to hold each against each */
};

/* The positions stand at the file and get its statements, which live in the arena. */
MUST_CHECK bool vex_embedded(struct db *db, struct positions *p, const struct positions_file *file,
    const char *path, struct arena *arena, struct vex_embedded *out, struct err *e);
