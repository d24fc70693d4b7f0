/*
 * lot - which units went out with a release: a lot, a range of serial numbers, or both.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"
#include "base/time.h"

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
