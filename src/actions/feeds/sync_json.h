/*
 * sync_json - how a sync went, and the providers with how it goes, for machines (docs/man/sync.md).
 */
#pragma once
#include "actions/feeds/sync_feeds.h"
#include "formats/json_write.h"
#include "store/providers.h"

void sync_done_json(struct json_out *w, const struct sync_done *done, size_t count);
/* Every provider, with the row of its name; rows of providers that are not asked any more are left out. */
void providers_json(
    struct json_out *w, const struct providers *all, const struct provider_sync *rows, size_t count);
