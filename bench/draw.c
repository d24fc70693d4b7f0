#include "draw.h"

#include <math.h>
#include <stdlib.h>

#define EXPONENT 0.8

struct draw draw_new(size_t count)
{
	struct draw d = { .count = count, .state = 1 };
	double sum = 0;

	d.shares = malloc(count * sizeof(*d.shares));
	d.drawn_in = calloc(count, sizeof(*d.drawn_in));
	if (!d.shares || !d.drawn_in)
		abort();
	for (size_t i = 0; i < count; i++)
		d.shares[i] = sum += 1 / pow((double)i + 1, EXPONENT);
	return d;
}

void draw_free(struct draw *d)
{
	free(d->shares);
	free(d->drawn_in);
}

/* splitmix64 (Steele, Lea, Flood 2014), as a fraction of 1. */
static double fraction(struct draw *d)
{
	uint64_t z = d->state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (double)((z ^ z >> 31) >> 11) / 9007199254740992.0;
}

static size_t draw_one(struct draw *d)
{
	double wanted = fraction(d) * d->shares[d->count - 1];
	size_t low = 0, high = d->count - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (d->shares[middle] < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void draw_release(struct draw *d, size_t wanted, uint32_t *components)
{
	d->release++;
	for (size_t i = 0; i < wanted;) {
		size_t at = draw_one(d);

		if (d->drawn_in[at] == d->release)
			continue;
		d->drawn_in[at] = d->release;
		components[i++] = (uint32_t)at;
	}
}
