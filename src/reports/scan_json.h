/*
 * scan_json - findings as one JSON document (docs/man/scan.md).
 */
#pragma once
#include <stdio.h>

#include "reports/scan_report.h"

/* Rows on their way, counted. */
struct scan_counting {
	struct scan_rows from;
	struct scan_counts *counts;
};
struct scan_rows scan_counting_rows(struct scan_counting *c);

/* The counts are those of the rows, which count them as they come. hints: next NULL where none are asked for.
 */
MUST_CHECK bool scan_write_json(const struct scan *s, struct scan_rows rows, struct scan_rows hints,
    const struct scan_counts *counts, FILE *to, struct err *e);
