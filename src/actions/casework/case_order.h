/*
 * case_order - the steps of a casefile in the order that is permitted (21 CFR 11.10(f)).
 *
 * All return false with the reason in *e, ERR_CONFLICT or ERR_DENIED; the caller records the refusal.
 */
#pragma once
#include "actions/casework/case_view.h"

/* A record may be added: it states no day that lies ahead,
 * or absurdly far back. In a store with users also: approvers are not
 * written down but sign; and what happened more than a week before it is entered, or stands in for a
 * record that is signed, has a reason. */
MUST_CHECK bool case_order_record(
    const struct case_view *view, const struct case_record *r, bool guarded, struct str why, struct err *e);

/* A day of what happened may be entered today: it lies no further back than needs no reason, or why says one.
 * key: what the day is called. Asked in a store with users. */
MUST_CHECK bool case_order_entry(
    const struct case_view *view, const char *key, struct date day, struct str why, struct err *e);

/* A closing on that day leaves nothing behind it: no record that stands tells of a later day by today, but of
 * those that a closed casefile takes as well. */
MUST_CHECK bool case_order_closing(const struct case_view *view, struct date on, struct err *e);

/* The days, counted back from the day of entry, that need no reason. */
#define CASE_ENTRY_DAYS 7
