/*
 * finding_asked - which findings a query asks for (docs/man/api.md).
 */
#pragma once
#include "actions/findings/finding_filter.h"
#include "actions/findings/finding_list.h"
#include "server/exchange.h"

/* device, release, vulnerability, component, today. */
MUST_CHECK bool finding_query_read(struct exchange *x, struct finding_query *q, struct err *e);
/* status, severity, kev, proposals. */
MUST_CHECK bool finding_filter_read(struct exchange *x, struct finding_filter *f, struct err *e);
