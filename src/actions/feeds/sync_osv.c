/*
 * sync_osv - the exports of the OSV database, of the ecosystems that components are of, or those that are
 * named. Source: google.github.io/osv.dev/data, "Data dumps".
 */
#include "actions/feeds/sync_kinds.h"
#include "actions/feeds/sync_listed.h"
#include "matching/package_family.h"
#include "sources/feeds/osv_ecosystem.h"
#include "store/coverage.h"

static struct str record_address(struct str base, struct str id, struct arena *arena)
{
	return arena_printf(arena, "%.*s%.*s.json", STR_WHOLE(base), STR_WHOLE(id));
}

/* "GitHub Actions" as a part of an address; names have letters, digits, blanks and dots. */
static struct str as_part(struct str name, struct arena *arena)
{
	struct str out = STR(""), word;
	bool first = true;

	while (str_next(&name, ' ', &word)) {
		out = first ? word : arena_printf(arena, "%.*s%%20%.*s", STR_WHOLE(out), STR_WHOLE(word));
		first = false;
	}
	return out;
}

static void sync_ecosystem(struct sync_work *w, struct str name)
{
	struct str base = arena_printf(
	    w->arena, "%.*s%.*s/", STR_WHOLE(w->provider->url), STR_WHOLE(as_part(name, w->arena)));
	struct sync_listing l = { .url = arena_join(w->arena, base, STR("modified_id.csv")),
		.everything = arena_join(w->arena, base, STR("all.zip")),
		.base = base,
		.read = osv_list_read,
		.address = record_address,
		.lag_us = 3 * DAY_US };

	sync_listed(w, &l);
}

/* Those that some component could be found in. */
static void sync_needed(struct sync_work *w)
{
	struct component_family *families;
	struct err e = { 0 };
	size_t count;

	if (!component_families(w->db, w->arena, &families, &count, &e)) {
		sync_fails(w, &e);
		return;
	}
	for (size_t i = 0; i < count && !sync_is_over(w); i++) {
		struct str name =
		    families[i].components == 0
			? STR_NONE
			: osv_ecosystem_of((enum package_kind)families[i].kind, families[i].family);

		if (name.len)
			sync_ecosystem(w, name);
	}
}

void sync_osv(struct sync_work *w)
{
	for (size_t i = 0; i < w->provider->item_count && !sync_is_over(w); i++)
		sync_ecosystem(w, w->provider->items[i]);
	if (w->provider->item_count == 0)
		sync_needed(w);
}
