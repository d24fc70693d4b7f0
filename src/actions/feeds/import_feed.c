#include "actions/feeds/import_feed.h"

#include "actions/digest_file.h"
#include "actions/feeds/feed_pipe.h"
#include "actions/feeds/import_skips.h"
#include "actions/matching/match_update.h"
#include "actions/matching/merge_thread.h"
#include "base/buf.h"
#include "base/crypto.h"
#include "base/err_rename.h"
#include "formats/json_write.h"
#include "store/change.h"

struct import {
	struct db *db;
	struct advisories *advisories;
	struct import_talk talk;
	struct import_report report;
	struct import_skips *skips;
	struct sha256_stream *hash;
	struct sha256 digest; /* of the raw record that came last */
	bool keep_raw;
	const char *path; /* at work */
};

/* What the path at work is called. */
static struct str called(const struct import *import)
{
	return import->talk.called.len ? import->talk.called : str_of(import->path);
}

static void tell_skipped(struct import *import, const struct err *why)
{
	struct err said = *why;

	err_rename(&said, str_of(import->path), called(import));
	import->report.skipped++;
	import_skips_add(import->skips, &said);
	if (import->talk.skipped)
		import->talk.skipped(import->talk.ctx, &said);
}

static bool take_advisory(struct import *import, const struct pipe_item *item, struct err *e)
{
	const struct advisory *adv = &item->of.advisory;
	struct advisory bare = *adv;
	enum put_result result;

	if (!item->same_raw) {
		sha256_add(import->hash, adv->raw);
		import->digest = sha256_next(import->hash);
	}
	bare.digest = import->digest;
	bare.raw_shared |= !import->keep_raw;
	if (!advisories_put(import->advisories, &bare, &result, e))
		return err_within(e, STR_FMT, STR_ARG(adv->id));
	import->report.records[result]++;
	return true;
}

/* An entry of a list: KEV, EPSS, life cycles. */
static bool take_entry(struct import *import, const struct pipe_item *item, struct err *e)
{
	enum put_result result;
	bool done;

	if (item->kind == PIPE_KEV)
		done = advisories_put_kev(import->advisories, &item->of.kev, &result, e);
	else if (item->kind == PIPE_EPSS)
		done = advisories_put_epss(import->advisories, &item->of.epss, &result, e);
	else
		done = advisories_put_lifecycle(import->advisories, &item->of.lifecycle, &result, e);

	if (done)
		import->report.records[result]++;
	else if (e->code == ERR_INPUT)
		tell_skipped(import, e);
	else
		return false;
	return true;
}

static bool take_item(struct import *import, const struct pipe_item *item, struct err *e)
{
	switch (item->kind) {
	case PIPE_DOCUMENT:
		import_skips_document(import->skips, item->of.document.feed);
		break;
	case PIPE_DOCUMENT_DONE:
		import_skips_document(import->skips, NULL);
		import->report.documents++;
		if (import->talk.document)
			import->talk.document(import->talk.ctx, item->of.document.name,
			    item->of.document.feed, &import->report);
		break;
	case PIPE_OTHER:
		import->report.other_documents++;
		break;
	case PIPE_SKIPPED:
		tell_skipped(import, item->of.why);
		break;
	case PIPE_LIST_DATE:
		return advisories_list_date(import->advisories, item->of.list.source, item->of.list.date, e);
	case PIPE_ADVISORY:
		return take_advisory(import, item, e);
	case PIPE_KEV:
	case PIPE_EPSS:
	case PIPE_LIFECYCLE:
		return take_entry(import, item, e);
	case PIPE_PACKED:
		return advisories_take_packed(import->advisories, &item->of.packed, e);
	}
	return true;
}

static bool read_path(struct import *import, const char *path, bool regular, struct err *e)
{
	struct feed_pipe *pipe = feed_pipe_open(path, regular);
	const struct pipe_item *item;
	struct err reading = { 0 };
	bool done = true;

	advisories_hand_out(import->advisories, (struct raw_hand){ pipe, feed_pipe_pack });
	while (done && (item = feed_pipe_next(pipe)))
		done = take_item(import, item, e);
	advisories_hand_out(import->advisories, (struct raw_hand){ 0 });
	if (!feed_pipe_close(pipe, &reading) && done) {
		*e = reading;
		return false;
	}
	return done;
}

static bool was_imported(struct db *db, const struct sha256 *digest, bool *known, struct err *e)
{
	struct statement *s = db_use(db, SQL_FEED_FILE_FIND);

	db_bind_blob(s, 1, sha256_str(digest));
	if (!db_row(s, known, e))
		return false;
	db_done(s);
	return true;
}

static bool remember_file(struct db *db, const struct sha256 *digest, struct instant now, struct err *e)
{
	struct statement *s = db_use(db, SQL_FEED_FILE_ADD);

	db_bind_blob(s, 1, sha256_str(digest));
	db_bind_int(s, 2, now.us);
	return db_run(s, e);
}

/* One path; its line for the trail goes to w. */
static bool take_path(
    struct import *import, const char *path, struct instant now, struct json_out *w, struct err *e)
{
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;
	bool regular, known = false;

	import->path = path;
	if (!digest_file(path, &regular, &digest, e))
		return false;
	if (regular && !was_imported(import->db, &digest, &known, e))
		return false;
	json_open_object(w);
	json_field_text(w, "path", called(import));
	if (regular)
		json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
	json_close_object(w);
	if (known) {
		import->report.unchanged_files++;
		return true;
	}
	if (!read_path(import, path, regular, e))
		return false;
	return !regular || remember_file(import->db, &digest, now, e);
}

static void write_counts(struct json_out *w, const struct import_report *r)
{
	json_field_int(w, "documents", (int64_t)r->documents);
	json_field_int(w, "unchanged_files", (int64_t)r->unchanged_files);
	json_field_int(w, "new", (int64_t)r->records[PUT_NEW]);
	json_field_int(w, "changed", (int64_t)r->records[PUT_CHANGED]);
	json_field_int(w, "unchanged", (int64_t)r->records[PUT_UNCHANGED]);
	json_field_int(w, "older", (int64_t)r->records[PUT_OLDER]);
	json_field_int(w, "skipped", (int64_t)r->skipped);
}

/* All paths into the store that is open for it; record is what the trail is told. */
static bool take_paths(struct import *import, const char *const *paths, size_t count, struct instant now,
    struct buf *record, struct err *e)
{
	struct json_out *w = json_out_buf(record, false);
	bool done = true;

	json_open_object(w);
	json_key(w, "files");
	json_open_array(w);
	for (size_t i = 0; i < count && done; i++)
		done = take_path(import, paths[i], now, w, e);
	json_close_array(w);
	write_counts(w, &import->report);
	json_close_object(w);
	json_out_close(w);
	return done && advisories_finish(import->advisories, e);
}

static bool run(struct db *db, const char *const *paths, size_t count, struct instant now,
    struct import_talk talk, bool keep_raw, struct touched *touched, struct buf *record,
    struct import_report *out, struct err *e)
{
	SCOPED_MERGE_THREAD *merging = merge_thread_new();
	SCOPED_ADVISORIES *advisories = advisories_new(db, now);
	SCOPED_IMPORT_SKIPS skips = { 0 };
	struct import import = { .db = db,
		.advisories = advisories,
		.talk = talk,
		.skips = &skips,
		.hash = sha256_open(),
		.keep_raw = keep_raw };
	bool done;

	advisories_watch(advisories, touched);
	advisories_merge_by(advisories, merge_thread_hand(merging));
	done = take_paths(&import, paths, count, now, record, e);
	sha256_close(import.hash);
	if (!done || !import_skips_keep(&skips, db, now, e))
		return false;
	*out = import.report;
	return true;
}

static bool import_in_change(struct db *db, const char *const *paths, size_t count, struct change_by by,
    struct import_talk talk, struct import_report *out, struct err *e)
{
	SCOPED_BUF record = buf_new(16 * 1024 * 1024);
	SCOPED_CHANGE *change = NULL;
	SCOPED_TOUCHED touched = { 0 };
	bool needed;

	if (!change_open(db, &by, &change, e) || !match_is_needed(db, &needed, e) ||
	    !run(db, paths, count, by.at, talk, true, needed ? &touched : NULL, &record, out, e) ||
	    !match_after_feed(db, &touched, (struct match_by){ MATCH_FEED, by.at, change_number(change) + 1 },
		&out->matched, e))
		return false;
	if (!change_note(change, "feed.import", STR("feeds"), STR_NONE, buf_str(&record), e))
		return false;
	return change_close(&change, e);
}

bool import_feeds(struct db *db, const char *const *paths, size_t count, struct change_by by,
    struct import_talk talk, struct import_report *out, struct err *e)
{
	bool done;

	db_bulk(db, true);
	done = import_in_change(db, paths, count, by, talk, out, e);
	db_bulk(db, false);
	return done;
}

bool import_feeds_scratch(struct db *db, const char *const *paths, size_t count, struct instant now,
    struct import_talk talk, struct import_report *out, struct err *e)
{
	SCOPED_BUF record = buf_new(16 * 1024 * 1024);

	if (!db_begin(db, e))
		return false;
	if (!run(db, paths, count, now, talk, false, NULL, &record, out, e)) {
		db_rollback(db);
		return false;
	}
	return db_commit(db, e);
}
