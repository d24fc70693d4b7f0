/*
 * sync_cve - the CVE list as its repository serves it. Source: CVEProject/cvelistV5, README.
 */
#include "actions/feeds/sync_kinds.h"
#include "actions/feeds/sync_listed.h"
#include "identity/cve_id.h"

#define THOUSANDS 3 /* digits that the name of a folder leaves open */

/* "cves/2024/12xxx/CVE-2024-12345.json", whatever the list says where it is. */
static struct str record_address(struct str base, struct str id, struct arena *arena)
{
	struct str number = str_from(id, 9), year = str_first(str_from(id, 4), 4);
	size_t open = number.len < THOUSANDS ? number.len : THOUSANDS;

	return arena_printf(arena, "%.*s%.*s/%.*sxxx/%.*s.json", STR_WHOLE(base), STR_WHOLE(year),
	    (int)(number.len - open), number.ptr, STR_WHOLE(id));
}

void sync_cve(struct sync_work *w)
{
	struct sync_listing l = { .url = arena_join(w->arena, w->provider->url, STR("deltaLog.json")),
		.everything = w->provider->everything,
		.base = w->provider->url,
		.read = cve_list_read,
		.address = record_address,
		.lag_us = DAY_US };

	sync_listed(w, &l);
}
