/*
 * scan_csv - findings as a table for spreadsheets: a header, a row for each component and vulnerability.
 *
 * Columns are only ever added, at the end. One by one in docs/man/scan.md.
 */
#pragma once
#include <stdio.h>

#include "reports/scan_report.h"

MUST_CHECK bool scan_write_csv(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e);
