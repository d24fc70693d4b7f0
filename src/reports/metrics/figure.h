/*
 * figure - shares and durations as exact numbers, and how they are written.
 *
 * Integers only: a share is two counts, a mean is a sum and a count. Written with one decimal, half up. Of
 * nothing there is no figure: "n/a", never 0 or 100.
 */
#pragma once
#include "base/arena.h"
#include "base/str.h"

#define FIGURE_NONE STR("n/a")

struct share {
	int64_t part, whole;
};

struct spread {
	int64_t count, sum, least, most;
	int64_t median_halves; /* twice the median: of an even count it lies between two days */
};

/* n / d in tenths, half up; neither is negative. False where d is 0. */
bool figure_tenths(int64_t n, int64_t d, int64_t *out);
/* n / d with one decimal, half up. "n/a" where d is 0. */
struct str figure_ratio(int64_t n, int64_t d, struct arena *arena);
/* "75.0 %"; may exceed 100. */
struct str figure_percent(struct share s, struct arena *arena);
struct str figure_mean(const struct spread *s, struct arena *arena);
struct str figure_median(const struct spread *s, struct arena *arena);

/* Sorts the days. */
struct spread spread_of(int64_t *days, size_t count);
