/*
 * scan_sarif - findings as SARIF 2.1.0, which code scanning and editors show.
 *
 * A rule is a vulnerability, a result a finding: it stands in the SBOM file, and names the component as its
 * logical place. Specification: OASIS, SARIF 2.1.0; sections are cited where they decide.
 */
#pragma once
#include <stdio.h>

#include "reports/scan_report.h"

MUST_CHECK bool scan_write_sarif(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e);
