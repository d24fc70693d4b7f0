/*
 * mdr_draft - facts for a medical device report of a manufacturer, by the blocks of Form FDA 3500A (21 CFR
 * 803.52): what the casefile knows, and what is missing. It is a draft; nothing is submitted.
 */
#pragma once
#include "reports/fda/report_806.h"

/* Under the number that the report has (21 CFR 803.3(m)), else the next one. event: the number of its record,
 * or of one that stood in its place before; 0: the only event. ERR_INPUT where there is none, and for 0 where
 * there are several. In the arena. */
MUST_CHECK bool mdr_draft(const struct fda_case *c, int64_t event, struct arena *arena,
    struct correction_report *out, struct err *e);
