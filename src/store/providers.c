#include "store/providers.h"

#include "store/moments.h"

bool fetched_find(
    struct db *db, struct str url, struct arena *arena, struct fetched_document *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_FETCHED_FIND);
	bool found;

	*out = (struct fetched_document){ .url = url, .through = INSTANT_NONE, .at = INSTANT_NONE };
	db_bind_text(s, 1, url);
	if (!db_row(s, &found, e))
		return false;
	if (found) {
		out->etag = db_text_copy(s, 0, arena);
		out->modified = db_text_copy(s, 1, arena);
		out->through = moments_instant(s, 2);
		out->at = moments_instant(s, 3);
	}
	db_done(s);
	return true;
}

bool fetched_put(struct db *db, const struct fetched_document *d, struct err *e)
{
	struct statement *s = db_use(db, SQL_FETCHED_PUT);

	db_bind_text(s, 1, d->url);
	db_bind_text(s, 2, d->etag.ptr ? d->etag : STR(""));
	db_bind_text(s, 3, d->modified.ptr ? d->modified : STR(""));
	moments_bind_instant(s, 4, d->through);
	db_bind_int(s, 5, d->at.us);
	return db_run(s, e);
}

bool provider_sync_list(
    struct db *db, struct arena *arena, struct provider_sync **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_PROVIDER_SYNC_LIST);
	struct provider_sync *rows = NULL;
	size_t room = 0, found = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		rows = arena_room(arena, rows, found, &room, sizeof(*rows));
		rows[found++] = (struct provider_sync){ .provider = db_text_copy(s, 0, arena),
			.asked = moments_instant(s, 1),
			.done = moments_instant(s, 2),
			.failing_since = moments_instant(s, 3),
			.failure = db_text_copy(s, 4, arena) };
	}
	*out = rows;
	*count = found;
	return true;
}

bool provider_sync_put(
    struct db *db, struct str provider, struct instant asked, struct str failure, struct err *e)
{
	struct statement *s = db_use(db, SQL_PROVIDER_SYNC_PUT);

	db_bind_text(s, 1, provider);
	db_bind_int(s, 2, asked.us);
	moments_bind_instant(s, 3, failure.len ? INSTANT_NONE : asked);
	moments_bind_instant(s, 4, failure.len ? asked : INSTANT_NONE);
	db_bind_text(s, 5, failure.ptr ? failure : STR(""));
	return db_run(s, e);
}
