#include "reports/metrics/survival.h"

#include <stdlib.h>

static int by_days(const void *left, const void *right)
{
	const struct survival *a = left, *b = right;

	return (a->days > b->days) - (a->days < b->days);
}

int64_t survival_median(struct survival *list, size_t count)
{
	double open = 1;

	if (count)
		qsort(list, count, sizeof(*list), by_days);
	for (size_t i = 0, next; i < count; i = next) {
		size_t ended = 0;

		for (next = i; next < count && list[next].days == list[i].days; next++)
			ended += list[next].is_ended;
		open *= (double)(count - i - ended) / (double)(count - i);
		if (ended && open <= 0.5 + 1e-9)
			return list[i].days;
	}
	return SURVIVAL_NONE;
}
