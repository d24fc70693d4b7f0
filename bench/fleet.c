/*
 * fleet - fills a new store with a fleet: the work unit F of bench/run.
 *
 * usage: fleet STORE SBOM RELEASES COMPONENTS
 *
 * Each device has one release of COMPONENTS distinct components out of those of the SBOM, drawn by Zipf's law
 * with exponent 0.8, by the same numbers in every run. Goes through what the product itself stores releases
 * with, in one change.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "actions/load_sbom.h"
#include "base/memory.h"
#include "base/number.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"

#define EXPONENT 0.8

struct fleet {
	struct arena arena;
	struct loaded_sbom sbom;
	double *shares;	    /* cumulated, by component */
	uint32_t *drawn_in; /* the release a component was drawn for last, from 1 */
	uint64_t state;
};

/* splitmix64 (Steele, Lea, Flood 2014), as a fraction of 1. */
static double fraction(struct fleet *f)
{
	uint64_t z = f->state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (double)((z ^ z >> 31) >> 11) / 9007199254740992.0;
}

static void cumulate(struct fleet *f)
{
	double sum = 0;

	f->shares = memory_alloc(f->sbom.count, sizeof(*f->shares));
	f->drawn_in = memory_alloc(f->sbom.count, sizeof(*f->drawn_in));
	for (size_t i = 0; i < f->sbom.count; i++)
		f->shares[i] = sum += 1 / pow((double)i + 1, EXPONENT);
}

static size_t draw(struct fleet *f)
{
	double wanted = fraction(f) * f->shares[f->sbom.count - 1];
	size_t low = 0, high = f->sbom.count - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (f->shares[middle] < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool add_release(
    struct fleet *f, struct db *db, uint32_t number, struct component *parts, size_t count, struct err *e)
{
	struct device device = { .name = arena_printf(&f->arena, "Device %05u", number), .facts = STR("{}") };
	struct release release = { .version = STR("1.0"), .units = -1, .released_on = DATE_NONE };
	int64_t id;
	size_t added;

	for (size_t i = 0; i < count;) {
		size_t at = draw(f);

		if (f->drawn_in[at] == number)
			continue;
		f->drawn_in[at] = number;
		parts[i++] = f->sbom.components[at];
	}
	return device_add(db, &device, &release.device_id, e) && release_add(db, &release, &id, e) &&
	       components_put(db, id, parts, count, &added, e);
}

static bool fill(
    struct fleet *f, const char *store, const char *sbom, uint32_t releases, size_t count, struct err *e)
{
	struct change_by by = { STR("bench"), { 0 }, STR("") };
	struct component *parts = arena_alloc(&f->arena, count, sizeof(*parts));
	SCOPED_CHANGE *change = NULL;
	SCOPED_DB *db = NULL;
	struct change *closing;

	if (!load_sbom(sbom, &f->arena, &f->sbom, e) || !db_open(store, DB_WRITE, &db, e))
		return false;
	if (f->sbom.count < count)
		return err_fail(e, ERR_INPUT, "%s has fewer than %zu components", sbom, count);
	cumulate(f);
	db_bulk(db, true);
	if (!change_open(db, by, &change, e))
		return false;
	for (uint32_t i = 1; i <= releases; i++)
		if (!add_release(f, db, i, parts, count, e))
			return false;
	if (!change_note(change, "bench.fleet", STR("fleet"), STR_NONE, STR_NONE, e))
		return false;
	closing = change;
	change = NULL;
	return change_close(closing, e);
}

int main(int argc, char **argv)
{
	struct fleet f = { .state = 1 };
	int64_t releases, count;
	struct err e = { 0 };

	if (argc != 5 || !number_parse(str_of(argv[3]), "releases", 1, 10000000, &releases, &e) ||
	    !number_parse(str_of(argv[4]), "components", 1, 1000000, &count, &e))
		return 2;
	if (!fill(&f, argv[1], argv[2], (uint32_t)releases, (size_t)count, &e)) {
		fprintf(stderr, "fleet: %s\n", e.text);
		return 1;
	}
	return 0;
}
