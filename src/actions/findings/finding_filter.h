/*
 * finding_filter - which findings somebody wants to see, by what they come to.
 */
#pragma once
#include "reports/scan_report.h"

struct finding_filter {
	unsigned states;     /* bits of enum finding_state; 0: any */
	unsigned severities; /* bits of enum scan_severity; 0: any */
	bool kev;	     /* those alone that are known to be exploited */
	bool proposals;	     /* those alone for which a decision waits to be confirmed */
};

bool finding_passes(const struct finding_filter *f, const struct scan_row *row);

/* Rows, as far as they pass. */
struct finding_wanted {
	struct scan_rows from;
	struct finding_filter filter;
};
struct scan_rows finding_wanted_rows(struct finding_wanted *w);

/* Adds the words ("affected,fixed"; "critical,high") to the filter. ERR_INPUT for one that is none. */
MUST_CHECK bool finding_filter_states(struct finding_filter *f, struct str words, struct err *e);
MUST_CHECK bool finding_filter_severities(struct finding_filter *f, struct str words, struct err *e);
