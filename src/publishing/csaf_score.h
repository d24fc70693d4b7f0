/*
 * csaf_score - the CVSS scores of a vulnerability as CSAF 2.0 has them: FIRST's objects for 2.0 and 3.x.
 *
 * CSAF 2.0 knows no CVSS 4.0. One vector for each: the first that counts. Scores are computed from the vector
 * (6.1.9), so a vector that cannot be read, and a score without a vector, are left out.
 */
#pragma once
#include "reports/scan_report.h"

struct csaf_scores {
	struct str v2, v3; /* vectors; empty: none */
};

/* Takes the vector where it is the first of its kind. */
void csaf_add_score(struct csaf_scores *to, struct str vector);
struct csaf_scores csaf_scores_of(const struct scan_row *row);
/* The keys cvss_v2 and cvss_v3, those that there are. */
void csaf_put_scores(struct json_out *w, const struct csaf_scores *scores);
