/*
 * periodic_report - the cybersecurity section of a PMA periodic report (21 CFR 814.84): the eleven points of
 * PMG VIII for each vulnerability whose change was made in the period, and the measures of PRE26 V.A.6.
 */
#pragma once
#include "reports/fda/fda_case.h"
#include "reports/metrics/metrics_report.h"

#define PERIODIC_POINTS 11 /* of PMG VIII */

/* Another casefile on the same vulnerability. */
struct periodic_elsewhere {
	int64_t casefile;
	struct str device;
	struct device_numbers marketing;
	bool is_controlled;			  /* its risk: what is initiated is a routine update */
	struct date initiated_on, distributed_on; /* a correction or removal; a change. DATE_NONE: none yet */
};

struct periodic_case {
	struct fda_case c;
	struct periodic_elsewhere *elsewhere;
	size_t elsewhere_count;
};

/* The casefiles are all of one device, with at least one. */
struct periodic {
	struct periodic_case *cases;
	size_t count;
	struct window period;
	const struct metrics_report *metrics; /* of the device and the period */
};

/* In the arena. */
struct document *periodic_report(const struct periodic *p, struct arena *arena);
/* Does the casefile belong into the report of the period: was a change or a compensating control made, or
 * told of, in it? */
bool periodic_report_has(const struct fda_case *c, struct window period);
