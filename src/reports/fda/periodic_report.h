/*
 * periodic_report - the cybersecurity section of a PMA periodic report (21 CFR 814.84): the eleven points of
 * PMG VIII for each vulnerability whose change was made in the period.
 */
#pragma once
#include "reports/fda/fda_case.h"

struct period {
	struct date from, to;
};

/* The casefiles are all of one device, with at least one. In the arena. */
struct document *periodic_report(
    const struct fda_case *cases, size_t count, struct period period, struct arena *arena);
/* Does the casefile belong into the report of the period: was a change distributed, or told of, in it? */
bool periodic_report_has(const struct fda_case *c, struct period period);
