#include "actions/feeds/sync_work.h"

#include <unistd.h>

#define FAILURES_MOST 5 /* one behind the other: the provider, or the way there, is down */
#define NAME_MOST 100

bool sync_is_over(const struct sync_work *w)
{
	return w->failures_running >= FAILURES_MOST || (w->talk->stop && w->talk->stop(w->talk->ctx));
}

bool sync_fails(struct sync_work *w, const struct err *why)
{
	if (w->failures++ == 0)
		w->failed = *why;
	w->failures_running++;
	return false;
}

struct fetched_document sync_known(struct sync_work *w, struct str url)
{
	struct fetched_document known;
	struct err e;

	if (fetched_find(w->db, url, w->arena, &known, &e))
		return known;
	sync_fails(w, &e);
	return (struct fetched_document){ .url = url, .through = INSTANT_NONE, .at = INSTANT_NONE };
}

static void note(struct sync_work *w, struct fetched_document d)
{
	d.url = arena_copy(w->arena, d.url);
	d.at = w->now;
	w->noted = arena_room(w->arena, w->noted, w->noted_count, &w->noted_room, sizeof(*w->noted));
	w->noted[w->noted_count++] = d;
}

/* A name for a file, out of the last part of an address; what stands first keeps the order. */
static const char *file_name(struct sync_work *w, const char *folder, struct str url)
{
	struct str last = url, before;
	char name[NAME_MOST + 1];
	size_t len = 0;

	str_cut_last(&last, '/', &before);
	last = str_first(last, str_index(last, '?'));
	for (size_t i = last.len > NAME_MOST ? last.len - NAME_MOST : 0; i < last.len; i++)
		name[len++] = char_is_alnum(last.ptr[i]) || memchr("-_.", last.ptr[i], 3) ? last.ptr[i] : '_';
	return arena_text(w->arena, arena_printf(w->arena, "%s/%s/%06zu-%.*s", w->folder, folder,
					w->fetched + w->unchanged + w->failures, (int)len, name));
}

/* Of a list there is more to fetch, so it does not count as a document. */
static bool fetch(struct sync_work *w, const char *folder, const struct fetched_document *known,
    struct downloaded *got, const char **path)
{
	struct download d = { .url = known->url,
		.etag = known->etag,
		.modified = known->modified,
		.path = file_name(w, folder, known->url) };
	struct err e = { 0 };

	if (sync_is_over(w))
		return false;
	if (w->talk->fetching)
		w->talk->fetching(w->talk->ctx, w->provider->name, known->url, w->fetched + w->unchanged);
	if (!download_get(w->downloader, &d, w->arena, got, &e))
		return sync_fails(w, &e);
	w->failures_running = 0;
	w->bytes += got->bytes;
	*path = d.path;
	return true;
}

static void count(struct sync_work *w, const struct downloaded *got)
{
	if (got->unchanged)
		w->unchanged++;
	else
		w->fetched++;
}

bool sync_document(struct sync_work *w, struct str url)
{
	struct fetched_document known = sync_known(w, url);
	struct downloaded got;
	const char *path;

	if (!fetch(w, "records", &known, &got, &path))
		return false;
	count(w, &got);
	if (!got.unchanged) {
		known.etag = got.etag;
		known.modified = got.modified;
	}
	note(w, known);
	return true;
}

bool sync_record(struct sync_work *w, struct str url, struct instant at)
{
	struct fetched_document known = { .url = url, .through = at };
	struct downloaded got;
	const char *path;

	if (!fetch(w, "records", &known, &got, &path))
		return false;
	count(w, &got);
	if (instant_is_known(at))
		note(w, known);
	return true;
}

void sync_list(struct sync_work *w, struct str url, struct fetched_document *known, struct input **in)
{
	struct downloaded got;
	const char *path;
	struct err e = { 0 };

	*in = NULL;
	*known = sync_known(w, url);
	if (!fetch(w, "lists", known, &got, &path))
		return;
	if (got.unchanged) {
		w->unchanged++;
		return;
	}
	known->etag = got.etag;
	known->modified = got.modified;
	if (!input_open_file(path, in, &e))
		sync_fails(w, &e);
	unlink(path); /* it is open */
}

void sync_note(struct sync_work *w, const struct fetched_document *known, struct instant through, bool all)
{
	struct fetched_document d = *known;

	d.through = through;
	if (!all)
		d.etag = d.modified = STR("");
	note(w, d);
}
