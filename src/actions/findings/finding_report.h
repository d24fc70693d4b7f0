/*
 * finding_report - the findings of one registered release as a report: what a scan of its SBOM would give,
 * with the statements about it.
 */
#pragma once
#include "actions/findings/finding_list.h"

struct finding_report;

/* The query names a device and a release. Reads in the transaction that is open. ERR_INPUT where a name is
 * not known, or the release has no SBOM. */
MUST_CHECK bool finding_report_open(
    struct db *db, const struct finding_query *query, struct finding_report **out, struct err *e);
void finding_report_close(struct finding_report *r);

/* What it is about, and its rows; both are the report's. */
struct scan finding_report_about(const struct finding_report *r);
struct scan_rows finding_report_rows(struct finding_report *r);

static inline void finding_report_scoped_close(struct finding_report **r)
{
	finding_report_close(*r);
}
#define SCOPED_FINDING_REPORT __attribute__((cleanup(finding_report_scoped_close))) struct finding_report
