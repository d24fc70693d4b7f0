/*
 * scan_document - what a scan found, as a page for people: HTML or PDF (docs/man/scan.md).
 *
 * Unlike the forms for machines it stands in memory as a whole. No clock is read: it says of when the newest
 * record of each source is.
 */
#pragma once
#include <stdio.h>

#include "reports/document/document.h"
#include "reports/scan_report.h"

/* Takes the rows to their end; texts are the arena's, but for those of s and of statements. */
MUST_CHECK bool scan_document(
    const struct scan *s, struct scan_rows rows, struct arena *arena, struct document **out, struct err *e);

MUST_CHECK bool scan_write_html(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e);
/* On A4. ERR_IO too where cairo and Pango are not installed. */
MUST_CHECK bool scan_write_pdf(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e);
