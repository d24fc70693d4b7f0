/*
 * report_806_news - what an amendment has that FDA was not told yet, 21 CFR 806.10(d): the extension in
 * words, and the lots, consignees, communications and other records that were added. For report_806.c alone.
 */
#pragma once
#include "reports/fda/fda_case.h"

/* A section of its own. before: what was issued last; items: those that say something else, as bits. */
void report_806_news_put(
    const struct fda_case *c, const struct fda_issued *before, unsigned items, struct document *d);

/* The amendment that is owed soonest; NULL: none is. */
const struct obligation *report_806_amendment_owed(const struct fda_case *c);
