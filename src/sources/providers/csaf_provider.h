/*
 * csaf_provider - what a CSAF provider says of itself: where its advisories are listed.
 *
 * Source: CSAF 2.0, 7.1.7 (provider-metadata.json), and its JSON schema.
 */
#pragma once
#include "base/arena.h"
#include "formats/input.h"

struct csaf_place {
	struct str url;
	bool is_feed; /* a ROLIE feed; else a folder with a changes.csv */
};

struct csaf_places {
	struct csaf_place *items;
	size_t count;
};

/* The ROLIE feeds that anybody may read (TLP:WHITE, TLP:CLEAR, or unlabelled), and the folders where there is
 * no feed at all. A document that is a ROLIE feed itself is the one place, at url. In the arena. */
MUST_CHECK bool csaf_provider_read(
    struct input *in, struct str url, struct arena *arena, struct csaf_places *out, struct err *e);
