/*
 * sync_listed - fetches what a list of changes names: everything in one archive where that is less, or what
 * is new one by one. For the files named sync_ alone.
 */
#pragma once
#include "actions/feeds/sync_work.h"
#include "sources/providers/listed.h"

struct sync_listing {
	struct str url;	       /* of the list */
	struct str everything; /* of the archive */
	struct str base;       /* what the addresses of records begin with */
	bool (*read)(struct input *in, struct listed_sink out, struct err *e);
	struct str (*address)(struct str base, struct str what, struct arena *arena);
	int64_t lag_us; /* a change may come into the list so long behind later ones */
};

/* Everything is fetched the first time, where too much is new, and once a month: so nothing stays missed. */
void sync_listed(struct sync_work *w, const struct sync_listing *l);
