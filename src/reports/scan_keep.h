/*
 * scan_keep - all rows of a scan at once, for forms that list vulnerabilities: what a vulnerability says
 * stands in memory once, however many components it touches.
 */
#pragma once
#include "base/arena.h"
#include "reports/scan_report.h"

struct scan_kept {
	struct scan_row *rows; /* in the order of the report */
	size_t count;
	size_t *group_of; /* of each row */
	/* The rows of a vulnerability, as numbers of rows in their order; vulnerabilities are ordered by
	 * name. */
	struct scan_group {
		const size_t *rows;
		size_t count;
	} * groups;
	size_t group_count;
	struct sha256 digest; /* of what the scan was about and of all that the rows say */
};

/* Everything is in the arena. */
MUST_CHECK bool scan_keep(
    const struct scan *s, struct scan_rows rows, struct arena *arena, struct scan_kept *out, struct err *e);
