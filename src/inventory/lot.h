/*
 * lot - which units went out with a release: a lot, a range of serial numbers, or both.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "sources/lot_rows.h"

/* Texts are empty, dates DATE_NONE and the quantity -1 where not stated; one of lot and serial_from is. */
struct lot {
	int64_t id, release_id;
	struct str lot;
	struct str serial_from, serial_to; /* the same where it is one unit */
	struct str model_number;
	struct date manufactured_on, expires_on;
	int64_t quantity;
};

/* Is the serial number one of the range? Both ends are in it. Numbers of one length are compared as they
 * stand; of several lengths only where they differ in digits at their end: SN99 lies between SN7 and SN120,
 * AB99 does not. */
bool serial_in_range(struct str serial, struct str from, struct str to);
/* Have two ranges a number in common? */
bool serial_ranges_meet(struct str from_a, struct str to_a, struct str from_b, struct str to_b);
/* from is not behind to, and both are of one series, so that a range of them means something. */
bool serial_is_range(struct str from, struct str to);
/* "S001 to S010", or the one; in the arena, or borrowed. */
struct str serial_range_text(struct str from, struct str to, struct arena *arena);
/* How many numbers are from one to the other; -1 where that cannot be told. */
int64_t serial_count(struct str from, struct str to);

/* Checks what is stated of a lot, and counts the quantity from the serial numbers where it is not. ERR_INPUT
 * with what cannot be: neither a lot nor serial numbers, no range, an expiry before the manufacture. */
MUST_CHECK bool lot_check(struct lot *l, struct err *e);
/* What a row states of a lot but for its release, checked. In the arena. */
MUST_CHECK bool lot_read_row(
    const struct lot_listed *row, struct arena *arena, struct lot *out, struct err *e);
/* Puts what the second one states over the first. */
void lot_restate(struct lot *l, const struct lot *stated);
