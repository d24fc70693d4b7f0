#include "matching/picked.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"

/* Where records are: in one LARGE file, in an archive whose MEMBERS are named after them, in a SMALL one, or
 * alone: a file that is the RECORD. In the path, $year is the year of a CVE id and $id the id itself, as far
 * as they stand there. */
static const struct place {
	const char *prefix, *path;
	enum { LARGE, MEMBERS, SMALL, RECORD } kind;
} places[] = {
	{ "nvd:", "feeds/nvd-2.0/nvdcve-2.0-$year.json.zst", LARGE },
	{ "override:", "feeds/nvd-overrides/anchore-nvd-overrides-2026-08-21.tar.zst", MEMBERS },
	{ "cve:", "feeds/cve5/vulnrichment-2024-10-24.tar.zst", MEMBERS },
	{ "go:", "feeds/osv/go-vulndb-osv.tar.zst", MEMBERS },
	{ "pypa:", "feeds/osv/pypa-osv.tar.zst", MEMBERS },
	{ "osv:", "feeds/osv/osv-mixed-ecosystems.tar.zst", SMALL },
	{ "csaf:icsma-", "csaf/icsma/20$yy/$id.json", RECORD },
	{ "csaf:icsa-", "csaf/icsa-sample/20$yy/$id.json", RECORD },
	{ "file:", "$id", RECORD },
};

struct wanted {
	struct str record, id, path;
	const struct place *place;
	const struct advisory **advisories; /* what it gave */
	size_t count, room;
	bool read;
};

struct picked {
	struct arena arena;
	const char *(*find)(const char *file);
	bool large;
	struct wanted *wanted;
	size_t count, room;
	struct str path; /* of the file under way */
};

struct picked *picked_new(const char *(*find)(const char *file), bool large)
{
	struct picked *p = memory_alloc(1, sizeof(*p));

	p->find = find;
	p->large = large;
	return p;
}

void picked_free(struct picked *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->count; i++)
		free(p->wanted[i].advisories);
	free(p->wanted);
	arena_free(&p->arena);
	free(p);
}

/* The year of a CVE id as the NVD files it: what is older stands with 2002. */
static struct str year_of(struct str id)
{
	struct str year = str_first(str_from(id, strlen("CVE-")), 4);

	return str_cmp(year, STR("2002")) < 0 ? STR("2002") : year;
}

static struct str path_of(const struct place *place, struct str id, struct arena *arena)
{
	static const char *const variables[] = { "$year", "$yy", "$id" };
	struct str path = str_of(place->path);

	for (size_t i = 0; i < COUNT(variables); i++) {
		struct str variable = str_of(variables[i]), rest = id, skipped, value = id;
		size_t at = str_find(path, variable);

		if (at == path.len)
			continue;
		if (i == 0)
			value = year_of(id);
		else if (i == 1 && str_cut(&rest, '-', &skipped)) /* "icsma-19-190-01" */
			value = str_first(rest, 2);
		path = arena_printf(arena, STR_FMT STR_FMT STR_FMT, STR_ARG(str_first(path, at)),
		    STR_ARG(value), STR_ARG(str_from(path, at + variable.len)));
	}
	return path;
}

static struct wanted *find_wanted(const struct picked *p, struct str record)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_eq(p->wanted[i].record, record))
			return &p->wanted[i];
	return NULL;
}

static const struct place *place_of(struct str record)
{
	for (size_t i = 0; i < COUNT(places); i++)
		if (str_starts(record, str_of(places[i].prefix)))
			return &places[i];
	printf("# nobody knows where \"" STR_FMT "\" is\n", STR_ARG(record));
	abort();
}

bool picked_want(struct picked *p, struct str record)
{
	const struct place *place = place_of(record);
	struct wanted *w;

	if (place->kind == LARGE && !p->large)
		return false;
	if (find_wanted(p, record))
		return true;
	p->wanted = vec_room(p->wanted, &p->room, p->count + 1, sizeof(*w));
	w = &p->wanted[p->count++];
	*w = (struct wanted){ .record = record, .place = place };
	w->id = str_from(record, str_index(record, ':') + 1);
	w->path = path_of(place, w->id, &p->arena);
	return true;
}

static bool opens(void *ctx, struct str document)
{
	const struct picked *p = ctx;

	for (size_t i = 0; i < p->count; i++) {
		const struct wanted *w = &p->wanted[i];

		if (str_eq(w->path, p->path) && (w->place->kind != MEMBERS || str_has(document, w->id)))
			return true;
	}
	return false;
}

static void takes(void *ctx, const struct advisory *adv)
{
	struct picked *p = ctx;
	struct advisory *kept = NULL;

	for (size_t i = 0; i < p->count; i++) {
		struct wanted *w = &p->wanted[i];

		if (!str_eq(w->path, p->path) || !(w->place->kind == RECORD || str_eq(w->id, adv->id)))
			continue;
		if (!kept) {
			kept = arena_alloc(&p->arena, 1, sizeof(*kept));
			*kept = advisory_copy(adv, &p->arena);
		}
		w->advisories = vec_room(w->advisories, &w->room, w->count + 1, sizeof(struct advisory *));
		w->advisories[w->count++] = kept;
	}
}

static bool read_file(struct picked *p, struct str path)
{
	const char *found = p->find(arena_text(&p->arena, path));

	if (!found)
		return false;
	p->path = path;
	answers_read(found, (struct picking){ p, opens, takes });
	for (size_t i = 0; i < p->count; i++)
		p->wanted[i].read |= str_eq(p->wanted[i].path, path);
	return true;
}

bool picked_read(struct picked *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (!p->wanted[i].read && !read_file(p, p->wanted[i].path))
			return false;
	return true;
}

size_t picked_missing(const struct picked *p)
{
	size_t missing = 0;

	for (size_t i = 0; i < p->count; i++)
		if (p->wanted[i].count == 0 && ++missing)
			printf("# " STR_FMT " is not in " STR_FMT "\n", STR_ARG(p->wanted[i].record),
			    STR_ARG(p->wanted[i].path));
	return missing;
}

void picked_add(const struct picked *p, struct str record, struct answers *to)
{
	const struct wanted *w = find_wanted(p, record);

	for (size_t i = 0; w && i < w->count; i++)
		answers_add(to, w->advisories[i]);
}
