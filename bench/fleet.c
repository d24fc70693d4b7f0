/*
 * fleet - fills a new store with a fleet: the work unit F of bench/run.
 *
 * usage: fleet STORE SBOM RELEASES COMPONENTS
 *
 * Each device has one release of COMPONENTS distinct components out of those of the SBOM, as draw.h draws
 * them. Goes through what the product itself stores releases with, in one change.
 */
#include <stdio.h>

#include "actions/sboms/load_sbom.h"
#include "base/number.h"
#include "draw.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"

struct fleet {
	struct arena arena;
	struct loaded_sbom sbom;
	struct draw draw;
	size_t count; /* components of a release */
	uint32_t *drawn;
	struct component *parts;
};

static bool add_release(struct fleet *f, struct db *db, uint32_t number, struct err *e)
{
	struct device_profile device = { .device.name = arena_printf(&f->arena, "Device %05u", number) };
	struct release release = { .version = STR("1.0"), .units = -1, .released_on = DATE_NONE };
	int64_t id;
	size_t added;

	draw_release(&f->draw, f->count, f->drawn);
	for (size_t i = 0; i < f->count; i++)
		f->parts[i] = f->sbom.components[f->drawn[i]];
	return device_add(db, &device, &release.device_id, e) && release_add(db, &release, &id, e) &&
	       components_put(db, id, f->parts, f->count, &added, e);
}

static bool fill(struct fleet *f, const char *store, const char *sbom, uint32_t releases, struct err *e)
{
	struct change_by by = { STR("bench"), { 0 }, STR(""), STR_NONE, NULL, 0 };
	SCOPED_CHANGE *change = NULL;
	SCOPED_DB *db = NULL;

	if (!load_sbom(sbom, &f->arena, &f->sbom, e) || !db_open(store, DB_WRITE, &db, e))
		return false;
	if (f->sbom.count < f->count)
		return err_fail(e, ERR_INPUT, "%s has fewer than %zu components", sbom, f->count);
	f->draw = draw_new(f->sbom.count);
	f->drawn = arena_alloc(&f->arena, f->count, sizeof(*f->drawn));
	f->parts = arena_alloc(&f->arena, f->count, sizeof(*f->parts));
	db_bulk(db, true);
	if (!change_open(db, &by, &change, e))
		return false;
	for (uint32_t i = 1; i <= releases; i++)
		if (!add_release(f, db, i, e))
			return false;
	if (!change_note(change, "bench.fleet", STR("fleet"), STR_NONE, STR_NONE, e))
		return false;
	return change_close(&change, e);
}

int main(int argc, char **argv)
{
	struct fleet f = { 0 };
	int64_t releases, count;
	struct err e = { 0 };

	if (argc != 5 || !number_parse(str_of(argv[3]), "releases", 1, 10000000, &releases, &e) ||
	    !number_parse(str_of(argv[4]), "components", 1, 1000000, &count, &e))
		return 2;
	f.count = (size_t)count;
	if (!fill(&f, argv[1], argv[2], (uint32_t)releases, &e)) {
		fprintf(stderr, "fleet: %s\n", e.text);
		return 1;
	}
	draw_free(&f.draw);
	return 0;
}
