/*
 * alert_text - the mail that tells of security events: one line an event, and where all of them stand.
 */
#pragma once
#include "actions/users/alert.h"
#include "base/buf.h"

#define ALERT_LINES 200 /* in one mail: of more it says how many */

/* Adds an event's line. */
void alert_text_event(struct buf *to, const struct trail_entry *entry);
/* The whole message (RFC 5322) about so many events, whose lines are given. Entries from..through were looked
 * at. */
void alert_text_message(const struct alert_config *c, struct instant now, int64_t events, struct str lines,
    int64_t from, int64_t through, struct buf *to);
