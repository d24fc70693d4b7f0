/*
 * survival - how long something takes, estimated from what has come to an end and from what has not yet.
 *
 * Kaplan and Meier, "Nonparametric estimation from incomplete observations", J. Am. Stat. Assoc. 53 (1958),
 * 457-481.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct survival {
	int64_t days;  /* until the end; until it was last looked at */
	bool is_ended; /* false: it was open then */
};

#define SURVIVAL_NONE (-1) /* half of them have not ended, as far as one looked */

/* The least number of days after which the estimate of those still open is at most one half, to nine digits.
 * What was last looked at on the day of an end counts as open on it. Sorts the list. */
int64_t survival_median(struct survival *list, size_t count);
