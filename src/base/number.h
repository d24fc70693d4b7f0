/*
 * number - numbers from text, with the least and the most they may be, and back; never by locale.
 */
#pragma once
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* Decimal digits with an optional '-', all of s. what names the thing in the message. */
MUST_CHECK bool number_parse(
    struct str s, const char *what, int64_t least, int64_t most, int64_t *out, struct err *e);

/* A decimal fraction as a whole number of 10^-places, rounded half up on the digits beyond: "9.8", 1 gives
 * 98; "0.94417", 6 gives 944170. An exponent (JSON numbers have them) is taken. False if it is no number or
 * does not fit in 18 digits. */
bool number_decimal(struct str s, int places, int64_t *out);

/* What the name of n things ends with, "component%s"; a macro, as counts are of several types. */
#define PLURAL(n) ((n) == 1 ? "" : "s")

#define NUMBER_TEXT_SIZE 24
/* Both borrow from out. n x 10^-places: 98, 1 gives 9.8; 1230, 4 gives 0.123; 90, 1 gives 9.0 (at least one
 * digit behind the point). */
struct str number_write(int64_t n, char out[NUMBER_TEXT_SIZE]);
struct str number_write_decimal(int64_t n, int places, char out[NUMBER_TEXT_SIZE]);
