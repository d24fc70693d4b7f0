/*
 * periods - the period that a query asks about: from=DATE&to=DATE.
 */
#pragma once
#include "reports/metrics/patching.h"
#include "server/exchange.h"

/* ERR_USAGE where a day is missing. */
MUST_CHECK bool period_read(struct exchange *x, struct window *out, struct err *e);
