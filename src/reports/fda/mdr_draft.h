/*
 * mdr_draft - facts for a medical device report of a manufacturer, by the blocks of Form FDA 3500A (21 CFR
 * 803.52): what the casefile knows, and what is missing. It is a draft; nothing is submitted.
 */
#pragma once
#include "reports/fda/fda_case.h"

/* event: its place in the file from 1. ERR_INPUT where there is none. */
MUST_CHECK bool mdr_draft(
    const struct fda_case *c, int64_t event, struct arena *arena, struct document **out, struct err *e);
