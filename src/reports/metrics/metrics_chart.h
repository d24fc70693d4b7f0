/*
 * metrics_chart - the measures as bars: the share patched of each part, what was identified and patched over
 * time, and what is owed by the days that are left.
 */
#pragma once
#include "reports/metrics/metrics_report.h"

/* M1 of each row of the table. */
void metrics_chart_parts(const struct metrics_report *r, struct document *d);
/* A section of its own: the period by its months, or longer parts where they are many; and K4. */
void metrics_put_charts(const struct metrics_report *r, struct document *d);
