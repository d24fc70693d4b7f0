/*
 * describe - what all sources together say of a vulnerability: names, scores, KEV, EPSS, a summary.
 */
#pragma once
#include "reports/scan_report.h"
#include "store/vulnerabilities.h"

/* Remembers what it described lately, in bounded memory. */
struct describer;

/* The sources are borrowed. */
struct describer *describer_new(struct db *db, const struct source_row *sources, size_t source_count);
void describer_free(struct describer *d);

#define DESCRIBE_AHEAD_MOST 64

/* Looks up what will be asked for next, at most so many of them: by one statement, which costs less. One may
 * stand behind itself. */
MUST_CHECK bool describe_ahead(struct describer *d, const int64_t *ids, size_t count, struct err *e);

/* Everything of a row but the finding; valid until the next call. The first score is the one that counts:
 * NVD's, else the CNA's, else CISA-ADP's, else that of the first source by name; of one source the newest
 * CVSS version. */
MUST_CHECK bool describe_vulnerability(
    struct describer *d, int64_t vulnerability_id, const struct scan_row **out, struct err *e);
