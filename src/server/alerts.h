/*
 * alerts - a thread that tells of security events by mail, as soon as they are in the trail, whoever put them
 * there: this server, or a command on the same store.
 */
#pragma once
#include "server/log_writer.h"
#include "server/server.h"

struct alerts;

/* log: of what cannot be told; NULL: there is none. Both are borrowed. */
MUST_CHECK bool alerts_open(
    const struct server_config *config, struct log_writer *log, struct alerts **out, struct err *e);
/* Tells of what is there still, once, and ends. NULL is fine. */
void alerts_close(struct alerts *a);
