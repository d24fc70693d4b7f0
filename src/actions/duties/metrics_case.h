/*
 * metrics_case - what the measures of the programme take from one casefile.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "reports/metrics/metric_case.h"

/* The view is of the last day of the window. Texts are copied into the arena. */
MUST_CHECK bool metrics_case(const struct case_view *view, struct window w, struct str device,
    struct arena *arena, struct metric_case *out, struct err *e);
