/*
 * record_806_20 - the record of a correction or removal that is not reported, 21 CFR 806.20(b): five fields,
 * the justification put together from what the rules concluded and what they rest on, for a designated person
 * to review and sign.
 */
#pragma once
#include "reports/fda/fda_case.h"

struct document *record_806_20(const struct fda_case *c, struct arena *arena);
/* Do the rules ask for a report instead, so that there is nothing to justify? */
bool record_806_20_is_report(const struct fda_case *c);
