/*
 * record_806_20 - the record of a correction or removal that is not reported, 21 CFR 806.20(b): five fields,
 * the justification put together from what the rules concluded and what they rest on, for a designated person
 * to review and sign.
 */
#pragma once
#include "reports/fda/fda_case.h"

/* *lacks: what 806.20(b) asks for, and is neither there nor stated of items 3, 5, 7 and 12 of the 806 report,
 * "common name, intended use"; empty: nothing. In the arena. */
struct document *record_806_20(const struct fda_case *c, struct arena *arena, struct str *lacks);
/* The first record that was added behind a record of 806.20 that was issued (by its number), and that such a
 * record rests on: a new one is owed from then on, and the old one is history. NULL: none was. */
const struct case_record *record_806_20_overtaken(
    const struct case_record *records, size_t count, int64_t issued);
/* Do the rules ask for a report instead, so that there is nothing to justify? */
bool record_806_20_is_report(const struct fda_case *c);
