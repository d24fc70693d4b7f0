/*
 * describe - what all sources together say of a vulnerability: names, scores, KEV, EPSS, a summary.
 */
#pragma once
#include "base/arena.h"
#include "reports/scan_report.h"
#include "store/vulnerabilities.h"

/* Fills in everything of *out but the finding. The first score is the one that counts: NVD's, else the CNA's,
 * else CISA-ADP's, else that of the first source by name; of one source the newest CVSS version. */
MUST_CHECK bool describe_vulnerability(struct db *db, int64_t vulnerability_id,
    const struct source_row *sources, size_t source_count, struct arena *arena, struct scan_row *out,
    struct err *e);
