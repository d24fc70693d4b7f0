/*
 * periodic_points - the eleven points that PMG VIII asks of each vulnerability whose change is told of in a
 * periodic report.
 */
#pragma once
#include "reports/fda/periodic_report.h"

/* Point by point. What the file does not know is marked as to be stated, until a person states it. */
void periodic_points_put(const struct periodic_case *p, struct document *d);
