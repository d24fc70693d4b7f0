/*
 * cvss - severity vectors of CVSS 2.0, 3.0, 3.1 and 4.0: reads them, scores them, writes them.
 *
 * Specifications: FIRST, CVSS v2.0 guide (June 2007), v3.0 and v3.1 (June 2019), v4.0 (June 2024). Scores are
 * whole tenths, 98 for 9.8. A score says how bad a flaw is in general; it never says how badly a patient can
 * be hurt. Nothing here allocates.
 */
#pragma once
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum cvss_version { CVSS_2_0, CVSS_3_0, CVSS_3_1, CVSS_4_0, CVSS_VERSION_COUNT };

#define CVSS_METRICS_MOST 32 /* 4.0 has the most */

/* A vector that was read. Its metrics stand in the order of the specification; a value counts from 1 in the
 * metric's own list, 0 is "not defined": left out, or given as X (2.0: ND). */
struct cvss {
	enum cvss_version version;
	uint8_t value[CVSS_METRICS_MOST];
};

/* In tenths; -1 for what the vector or its version does not have. */
struct cvss_scores {
	int base;	    /* from the base metrics alone; in 4.0 the CVSS-B score */
	int temporal;	    /* only where a temporal metric is defined; never in 4.0 */
	int environmental;  /* only where an environmental metric is defined; never in 4.0 */
	int score;	    /* of the whole vector: the last of those three; in 4.0 CVSS-BTE */
	int impact;	    /* sub-scores of the base, as NVD shows them; never in 4.0 */
	int exploitability; /* likewise */
};

/* What a score is called: section 5 of v3.1, section 6 of v4.0; for 2.0, NVD's ranges. */
enum cvss_band { CVSS_UNSCORED, CVSS_NONE, CVSS_LOW, CVSS_MEDIUM, CVSS_HIGH, CVSS_CRITICAL, CVSS_BAND_COUNT };

/* 4.0 wants its fixed order, the others take any. 2.0 has no prefix and may stand in parentheses. Errors:
 * "AC is missing", a repeated or unknown metric, an unknown value or version. */
MUST_CHECK bool cvss_parse(struct str text, struct cvss *out, struct err *e);

/* Takes away all metrics but those of the base: what is the same everywhere, and may be told everybody. */
void cvss_keep_base(struct cvss *c);

void cvss_score(const struct cvss *c, struct cvss_scores *out);

/* Adds the canonical vector: prefix, the order of the specification, without what is not defined. */
void cvss_write(const struct cvss *c, struct buf *out);

/* The value of a metric as the vector has it, "N" of "AV"; empty where it is not defined or no metric of this
 * version. */
struct str cvss_value(const struct cvss *c, struct str metric);

/* "2.0" to "4.0". */
const char *cvss_version_name(enum cvss_version v);
bool cvss_version_find(struct str name, enum cvss_version *out);

/* Which kinds of metric a 4.0 score rests on: "CVSS-B", "CVSS-BT", "CVSS-BE" or "CVSS-BTE"; "CVSS" for the
 * other versions. */
const char *cvss_nomenclature(const struct cvss *c);

/* tenths 0 to 100; -1 is unscored. */
enum cvss_band cvss_band(enum cvss_version v, int tenths);
/* "unscored", "none", "low", "medium", "high", "critical". */
const char *cvss_band_name(enum cvss_band band);
