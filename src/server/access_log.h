/*
 * access_log - a line of JSON for each request: when, its id, who, from where, what, with which status, how
 * long.
 *
 * The path is there without its query, which may name a person; no header and no body ever is.
 */
#pragma once
#include <stdio.h>

#include "server/exchange.h"

/* Belongs to the thread of http. A stream that takes no more loses lines, never a request. */
void access_log(FILE *to, const struct exchange *x, int64_t took_us, size_t sent_bytes);
/* A line for what failed outside of any request, by whichever thread; what: a key, as "alert_failed". */
void access_log_failure(FILE *to, const char *what, struct instant at, const struct err *why);
