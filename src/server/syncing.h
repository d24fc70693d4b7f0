/*
 * syncing - a thread that asks providers of records for what is new: by the clock, or when somebody asks.
 *
 * It is no job, as it may take an hour of waiting for others: what people hand in meanwhile is not to wait
 * behind it. What it did, and how it failed, stands in the store and its trail.
 */
#pragma once
#include "formats/json_write.h"
#include "server/log_writer.h"
#include "server/server.h"

struct syncing;

/* log: of what fails; NULL: there is none. Both are borrowed. */
MUST_CHECK bool syncing_open(
    const struct server_config *config, struct log_writer *log, struct syncing **out, struct err *e);
/* Ends what is under way: what was not imported yet is fetched again the next time. NULL is fine. */
void syncing_close(struct syncing *s);

/* Begins with the providers of these names, all where there are none. Copies what it needs. ERR_CONFLICT
 * where it is at it already, ERR_USAGE for a name that no provider has. */
MUST_CHECK bool syncing_ask(
    struct syncing *s, struct change_by by, const struct str *names, size_t count, struct err *e);
/* What it is at, as an object; null: nothing. */
void syncing_write(struct syncing *s, struct json_out *w);
