#include "reports/metrics/figure.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

bool figure_tenths(int64_t n, int64_t d, int64_t *out)
{
	assert(n >= 0 && d >= 0 && n < INT64_MAX / 40);
	if (d == 0)
		return false;
	*out = (20 * n + d) / (2 * d);
	return true;
}

struct str figure_ratio(int64_t n, int64_t d, struct arena *arena)
{
	int64_t tenths;

	if (!figure_tenths(n, d, &tenths))
		return FIGURE_NONE;
	return arena_printf(arena, "%lld.%lld", (long long)(tenths / 10), (long long)(tenths % 10));
}

struct str figure_percent(struct share s, struct arena *arena)
{
	struct str ratio = figure_ratio(100 * s.part, s.whole, arena);

	return s.whole ? arena_printf(arena, STR_FMT " %%", STR_ARG(ratio)) : ratio;
}

struct str figure_mean(const struct spread *s, struct arena *arena)
{
	return figure_ratio(s->sum, s->count, arena);
}

struct str figure_median(const struct spread *s, struct arena *arena)
{
	return s->count ? figure_ratio(s->median_halves, 2, arena) : FIGURE_NONE;
}

static int by_size(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

struct spread spread_of(int64_t *days, size_t count)
{
	struct spread s = { .count = (int64_t)count };

	if (!count)
		return s;
	qsort(days, count, sizeof(*days), by_size);
	for (size_t i = 0; i < count; i++)
		s.sum += days[i];
	s.least = days[0];
	s.most = days[count - 1];
	s.median_halves = days[(count - 1) / 2] + days[count / 2];
	return s;
}
