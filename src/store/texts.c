#include "store/texts.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/vec.h"
#include "base/zstd_pack.h"
#include "limits.h"

#define DICTIONARY_BYTES                                                                                     \
	(112 * 1024)	      /* measured: twice as much gains 3 % and costs as much memory a source */
#define DICTIONARY_PIECE 8192 /* of each record: so that one large record does not fill it */
#define WAITING_BYTES (512 * 1024)

/* One record that waits for its source's dictionary. */
struct waiting {
	int64_t source_id, advisory_id;
	size_t card_at, card_len, raw_len; /* in bytes; the raw record follows the card */
};

struct shelf { /* what a source compresses with */
	int64_t source_id, dictionary_id;
	struct zstd_dictionary *dictionary;
	bool tried; /* what waits now gives no dictionary */
};

struct texts {
	struct db *db;
	struct zstd_packer *packer;
	struct zstd_dictionary *none;
	struct shelf *shelves;
	size_t shelf_count, shelf_room;
	struct waiting *waiting;
	size_t waiting_count, waiting_room;
	struct buf bytes;  /* of what waits */
	struct buf packed; /* scratch */
	struct text_hand hand;
};

struct texts *texts_new(struct db *db)
{
	struct texts *t = memory_alloc(1, sizeof(*t));

	t->db = db;
	t->packer = zstd_packer_new();
	t->none = zstd_dictionary_new(STR(""));
	t->bytes = buf_new(WAITING_BYTES + 2 * (size_t)LIMIT_RECORD_BYTES);
	t->packed = buf_new(2 * (size_t)LIMIT_RECORD_BYTES);
	return t;
}

void texts_free(struct texts *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->shelf_count; i++)
		zstd_dictionary_free(t->shelves[i].dictionary);
	zstd_dictionary_free(t->none);
	zstd_packer_free(t->packer);
	buf_free(&t->bytes);
	buf_free(&t->packed);
	free(t->shelves);
	free(t->waiting);
	free(t);
}

static struct shelf *add_shelf(struct texts *t, int64_t source_id)
{
	t->shelves = vec_room(t->shelves, &t->shelf_room, t->shelf_count + 1, sizeof(*t->shelves));
	t->shelves[t->shelf_count] = (struct shelf){ .source_id = source_id };
	return &t->shelves[t->shelf_count++];
}

/* The shelf of a source, with the dictionary the store has for it, if any. */
static bool find_shelf(struct texts *t, int64_t source_id, struct shelf **out, struct err *e)
{
	struct statement *s;
	bool found;

	for (size_t i = 0; i < t->shelf_count; i++)
		if (t->shelves[i].source_id == source_id) {
			*out = &t->shelves[i];
			return true;
		}
	s = db_use(t->db, SQL_DICTIONARY_NEWEST);
	db_bind_int(s, 1, source_id);
	if (!db_row(s, &found, e))
		return false;
	*out = add_shelf(t, source_id);
	if (found) {
		(*out)->dictionary_id = db_int(s, 0);
		(*out)->dictionary = zstd_dictionary_new(db_blob(s, 1));
		db_done(s);
	}
	return true;
}

void texts_hand_out(struct texts *t, struct text_hand hand)
{
	t->hand = hand;
}

void text_pack(struct zstd_packer *packer, const struct text_job *job, struct buf *out)
{
	if (job->raw.len)
		zstd_pack(packer, job->dictionary, job->raw, out);
}

bool texts_write(struct texts *t, const struct text_job *packed, struct err *e)
{
	struct statement *s = db_use(t->db, SQL_ADVISORY_TEXT_PUT);

	db_bind_int(s, 1, packed->advisory_id);
	db_bind_int(s, 2, packed->dictionary_id);
	db_bind_blob(s, 3, packed->card);
	db_bind_blob(s, 4, packed->raw);
	return db_run(s, e);
}

static void set_dictionary(const struct texts *t, const struct shelf *shelf, struct text_job *job)
{
	job->dictionary_id = shelf->dictionary_id;
	job->dictionary = shelf->dictionary ? shelf->dictionary : t->none;
}

static bool pack_and_write(struct texts *t, struct text_job job, struct err *e)
{
	buf_clear(&t->packed);
	text_pack(t->packer, &job, &t->packed);
	job.raw = buf_str(&t->packed);
	return texts_write(t, &job, e);
}

/* The raw records that wait for a source, shortened, one behind the other. */
static size_t gather_samples(const struct texts *t, int64_t source_id, struct buf *samples, size_t *sizes)
{
	size_t count = 0;

	for (size_t i = 0; i < t->waiting_count; i++) {
		const struct waiting *w = &t->waiting[i];
		struct str raw = { t->bytes.ptr + w->card_at + w->card_len, w->raw_len };

		raw = str_first(raw, DICTIONARY_PIECE);
		if (w->source_id != source_id || raw.len == 0 || raw.len > samples->most - samples->len)
			continue;
		buf_add(samples, raw);
		sizes[count++] = raw.len;
	}
	return count;
}

/* Gives the shelf a dictionary made of what waits for it, if that is enough. */
static bool make_dictionary(struct texts *t, struct shelf *shelf, struct err *e)
{
	SCOPED_BUF samples = buf_new(WAITING_BYTES), content = buf_new(DICTIONARY_BYTES);
	SCOPED_ARENA arena = { 0 };
	size_t *sizes = arena_alloc(&arena, t->waiting_count, sizeof(*sizes));
	size_t count = gather_samples(t, shelf->source_id, &samples, sizes);
	struct statement *s;
	bool found;

	shelf->tried = true;
	if (samples.len < DICTIONARY_BYTES ||
	    !zstd_dictionary_make(buf_str(&samples), sizes, count, &content))
		return true;
	s = db_use(t->db, SQL_DICTIONARY_ADD);
	db_bind_int(s, 1, shelf->source_id);
	db_bind_blob(s, 2, buf_str(&content));
	if (!db_row(s, &found, e))
		return false;
	shelf->dictionary_id = db_int(s, 0);
	shelf->dictionary = zstd_dictionary_new(buf_str(&content));
	db_done(s);
	return true;
}

bool texts_flush(struct texts *t, struct err *e)
{
	for (size_t i = 0; i < t->shelf_count; i++)
		t->shelves[i].tried = false;
	for (size_t i = 0; i < t->waiting_count; i++) {
		const struct waiting *w = &t->waiting[i];
		const char *bytes = t->bytes.ptr + w->card_at;
		struct text_job job = { .advisory_id = w->advisory_id,
			.card = { bytes, w->card_len },
			.raw = { bytes + w->card_len, w->raw_len } };
		struct shelf *shelf;

		if (!find_shelf(t, w->source_id, &shelf, e))
			return false;
		if (!shelf->dictionary && !shelf->tried && !make_dictionary(t, shelf, e))
			return false;
		set_dictionary(t, shelf, &job);
		if (!pack_and_write(t, job, e)) /* and by nobody else: its bytes are about to go */
			return false;
	}
	t->waiting_count = 0;
	buf_clear(&t->bytes);
	return true;
}

bool texts_put(struct texts *t, int64_t source_id, struct text_job job, struct err *e)
{
	struct shelf *shelf;

	if (!find_shelf(t, source_id, &shelf, e))
		return false;
	if (!job.raw.len && !shelf->dictionary) /* nothing to pack; what waits may be older */
		return (job.first || texts_flush(t, e)) && pack_and_write(t, job, e);
	if (shelf->dictionary) {
		set_dictionary(t, shelf, &job);
		if (t->hand.give && t->hand.give(t->hand.ctx, &job))
			return true;
		return pack_and_write(t, job, e);
	}
	t->waiting = vec_room(t->waiting, &t->waiting_room, t->waiting_count + 1, sizeof(*t->waiting));
	t->waiting[t->waiting_count++] =
	    (struct waiting){ source_id, job.advisory_id, t->bytes.len, job.card.len, job.raw.len };
	buf_add(&t->bytes, job.card);
	buf_add(&t->bytes, job.raw);
	return t->bytes.len < WAITING_BYTES || texts_flush(t, e);
}

static bool dictionary_by_id(struct texts *t, int64_t id, struct zstd_dictionary **out, struct err *e)
{
	struct statement *s = db_use(t->db, SQL_DICTIONARY_GET);
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "compression dictionary %lld is missing", (long long)id);
	*out = zstd_dictionary_new(db_blob(s, 0));
	db_done(s);
	return true;
}

bool texts_raw(struct texts *t, int64_t advisory_id, struct buf *out, struct err *e)
{
	struct statement *s = db_use(t->db, SQL_ADVISORY_RAW);
	struct zstd_dictionary *dictionary = NULL;
	bool found, done;

	buf_clear(out);
	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, &found, e))
		return false;
	if (!found || db_blob(s, 1).len == 0) {
		db_done(s);
		return true;
	}
	if (db_int(s, 0) && !dictionary_by_id(t, db_int(s, 0), &dictionary, e))
		return false;
	done = zstd_unpack(t->packer, dictionary ? dictionary : t->none, db_blob(s, 1), out, e);
	zstd_dictionary_free(dictionary);
	db_done(s);
	return done;
}
