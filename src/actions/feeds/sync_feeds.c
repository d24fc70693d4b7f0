#include "actions/feeds/sync_feeds.h"

#include "actions/clock.h"
#include "actions/feeds/sync_folder.h"
#include "actions/feeds/sync_kinds.h"
#include "actions/permitted.h"
#include "base/buf.h"
#include "base/err_rename.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"

static void (*const kinds[PROVIDER_KIND_COUNT])(struct sync_work *w) = {
	[PROVIDER_DOCUMENTS] = sync_documents,
	[PROVIDER_NVD] = sync_nvd,
	[PROVIDER_CVE] = sync_cve,
	[PROVIDER_OSV] = sync_osv,
	[PROVIDER_CSAF] = sync_csaf,
};

void sync_documents(struct sync_work *w)
{
	for (size_t i = 0; i < w->provider->item_count && !sync_is_over(w); i++)
		sync_document(w, w->provider->items[i]);
}

static const char *records_of(const struct sync_work *w)
{
	return arena_text(w->arena, arena_printf(w->arena, "%s/records", w->folder));
}

static bool import(
    struct sync_work *w, struct db *db, struct change_by by, struct import_report *out, struct err *e)
{
	struct import_talk talk = {
		.ctx = w->talk->ctx, .skipped = w->talk->skipped, .called = w->provider->name
	};
	const char *path = records_of(w);

	by.at = instant_now(); /* others went on meanwhile */
	if (import_feeds(db, &path, 1, by, talk, out, e))
		return true;
	err_rename(e, str_of(path), w->provider->name);
	return false;
}

/* A page that asks to sign in, or says that the service is closed, comes with status 200 too. Archives have
 * other files beside the records. */
static bool check_feeds(const struct sync_work *w, const struct import_report *r, struct err *e)
{
	enum provider_kind kind = w->provider->kind;

	return r->other_documents == 0 || kind == PROVIDER_OSV || kind == PROVIDER_CVE ||
	       err_fail(e, ERR_INPUT, "%zu of the %zu documents that were fetched %s no feed",
		   r->other_documents, w->fetched, r->other_documents == 1 ? "is" : "are");
}

static void write_entry(const struct sync_work *w, struct str failure, struct buf *out)
{
	struct json_out *json = json_out_buf(out, false);

	json_open_object(json);
	json_field_int(json, "fetched", (int64_t)w->fetched);
	json_field_int(json, "unchanged", (int64_t)w->unchanged);
	json_field_int(json, "bytes", w->bytes);
	if (failure.len)
		json_field_text(json, "failure", failure);
	json_close_object(json);
	json_out_close(json);
}

/* What the next time begins with, and how it went. */
static bool keep(struct sync_work *w, struct db *db, struct change_by by, struct str failure, struct err *e)
{
	SCOPED_BUF entry = buf_new(LIMIT_RECORD_BYTES);
	SCOPED_CHANGE *change = NULL;

	write_entry(w, failure, &entry);
	by.at = instant_now();
	if (!change_open(db, &by, &change, e))
		return false;
	for (size_t i = 0; i < w->noted_count; i++)
		if (!fetched_put(db, &w->noted[i], e))
			return false;
	return provider_sync_put(db, w->provider->name, w->now, failure, e) &&
	       change_note(change, "feed.sync", arena_join(w->arena, STR("provider "), w->provider->name),
		   STR_NONE, buf_str(&entry), e) &&
	       change_close(&change, e);
}

/* What the records, or the way to them, cost does not end the others; what the store says does. */
static bool is_of_provider(const struct err *e)
{
	return e->code == ERR_INPUT || e->code == ERR_LIMIT || e->code == ERR_IO || e->code == ERR_NETWORK;
}

static bool sync_in(
    struct sync_work *w, struct db *db, struct change_by by, struct sync_done *done, struct err *e)
{
	kinds[w->provider->kind](w);
	if (w->fetched > 0 &&
	    (!import(w, db, by, &done->imported, e) || !check_feeds(w, &done->imported, e))) {
		if (!is_of_provider(e))
			return false;
		w->noted_count = 0; /* it is fetched again */
		if (!w->failed.code)
			w->failed = *e;
	}
	done->provider = w->provider->name;
	done->fetched = w->fetched;
	done->unchanged = w->unchanged;
	done->bytes = w->bytes;
	done->failure = arena_copy(w->arena, str_of(w->failed.text));
	return keep(w, db, by, done->failure, e);
}

static bool sync_provider(struct db *db, const struct sync *s, const struct provider *p, struct change_by by,
    struct arena *arena, struct sync_done *done, struct err *e)
{
	struct sync_work w = {
		.db = db, .provider = p, .arena = arena, .now = instant_now(), .talk = &s->talk
	};
	SCOPED_DOWNLOADER *downloader = NULL;
	bool good;

	if (!downloader_open((struct download_stop){ s->talk.ctx, s->talk.stop }, &downloader, e) ||
	    !sync_folder_make(arena, &w.folder, e))
		return false;
	w.downloader = downloader;
	good = sync_in(&w, db, by, done, e);
	sync_folder_remove(w.folder);
	return good;
}

static bool is_asked(const struct sync *s, struct str name)
{
	for (size_t i = 0; i < s->only_count; i++)
		if (str_eq(s->only[i], name))
			return true;
	return s->only_count == 0;
}

static bool check_names(const struct sync *s, struct err *e)
{
	for (size_t i = 0; i < s->only_count; i++)
		if (!provider_find(s->providers, s->only[i]))
			return err_fail(
			    e, ERR_USAGE, "there is no provider \"" STR_FMT "\"", STR_ARG(s->only[i]));
	return true;
}

bool sync_feeds(struct db *db, const struct sync *s, struct change_by by, struct arena *arena,
    struct sync_done **out, size_t *count, struct err *e)
{
	struct sync_done *all = arena_alloc(arena, s->providers->count, sizeof(*all));
	size_t n = 0;

	if (!check_names(s, e) || !permitted(db, "feed.sync", STR("feeds"), by, e))
		return false;
	for (size_t i = 0; i < s->providers->count; i++) {
		const struct provider *p = &s->providers->items[i];

		if (s->talk.stop && s->talk.stop(s->talk.ctx))
			break;
		if (is_asked(s, p->name) && !sync_provider(db, s, p, by, arena, &all[n++], e))
			return err_within(e, STR_FMT, STR_ARG(p->name));
	}
	*out = all;
	*count = n;
	return true;
}
