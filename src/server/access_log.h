/*
 * access_log - a line of JSON for each request: when, its id, who, from where, what, with which status, how
 * long.
 *
 * The path is there without its query, which may name a person; no header and no body ever is.
 */
#pragma once
#include "server/exchange.h"
#include "server/log_writer.h"

/* to: NULL: there is no log. */
void access_log(struct log_writer *to, const struct exchange *x, int64_t took_us, size_t sent_bytes);
/* A line for what failed outside of any request; what: a key, as "alert_failed". */
void access_log_failure(struct log_writer *to, const char *what, struct instant at, const struct err *why);
