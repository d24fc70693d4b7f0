/*
 * casefile_html - the report of a casefile as one HTML page: no script, nothing from outside, good on paper.
 */
#pragma once
#include "formats/html_write.h"
#include "reports/casefile_report.h"

/* The whole page; the caller closes h. */
void casefile_write_html(const struct casefile_report *r, struct html *h);
