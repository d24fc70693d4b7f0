#include "store/packages.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/sorted_runs.h"
#include "limits.h"
#include "matching/packed.h"

#define BATCHES 3				 /* one is filled or written, one merged, one waits */
#define BATCH_BYTES ((size_t)128 * 1024)	 /* and one package more */
#define GATHERED_BYTES ((size_t)2 * 1024 * 1024) /* changes in memory before they go to a file */
#define REMEMBERED 4096				 /* packages whose id is remembered, a power of two */

struct remembered {
	int64_t id;
	uint32_t len, kind;
	char name[48];
};

struct packages {
	struct db *db;
	struct sorted_runs *gathered; /* by package and advisory; bytes as package_batch_add() takes them */
	struct buf entry;	      /* scratch */
	struct remembered *remembered;
	int64_t fresh_from; /* packages from this id on were made since the last flush; 0: none were */
	struct merge_hand hand;
};

struct packages *packages_new(struct db *db)
{
	struct packages *p = memory_alloc(1, sizeof(*p));

	p->db = db;
	p->gathered = sorted_runs_new(GATHERED_BYTES);
	p->entry = buf_new(LIMIT_RECORD_BYTES);
	p->remembered = memory_alloc(REMEMBERED, sizeof(*p->remembered));
	return p;
}

void packages_free(struct packages *p)
{
	if (!p)
		return;
	sorted_runs_free(p->gathered);
	buf_free(&p->entry);
	free(p->remembered);
	free(p);
}

bool packages_find(struct db *db, enum package_kind kind, struct str name, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_FIND);
	bool found;

	db_bind_text(s, 1, name);
	db_bind_int(s, 2, (int64_t)kind);
	if (!db_row(s, &found, e))
		return false;
	*id = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool packages_each(struct db *db, void *ctx, packages_see *see, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_NAMES);

	for (;;) {
		bool more;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		see(ctx, (enum package_kind)db_int(s, 0), db_text(s, 1));
	}
}

bool packages_name(struct db *db, int64_t package_id, struct arena *arena, enum package_kind *kind,
    struct str *name, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_GET);
	bool found;

	db_bind_int(s, 1, package_id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "package %lld is missing", (long long)package_id);
	*name = db_text_copy(s, 0, arena);
	*kind = (enum package_kind)db_int(s, 1);
	db_done(s);
	return true;
}

static bool find_or_add(
    struct packages *p, enum package_kind kind, struct str name, int64_t *id, struct err *e)
{
	struct statement *s;

	if (!packages_find(p->db, kind, name, id, e))
		return false;
	if (*id)
		return true;
	s = db_use(p->db, SQL_PACKAGE_ADD);
	db_bind_text(s, 1, name);
	db_bind_int(s, 2, (int64_t)kind);
	if (!db_add(s, id, e))
		return false;
	p->fresh_from = p->fresh_from ? p->fresh_from : *id;
	return true;
}

/* A place by the bytes of the name; what stands there may be another package. */
static struct remembered *place_of(struct packages *p, enum package_kind kind, struct str name)
{
	uint32_t hash = (uint32_t)kind;

	for (size_t i = 0; i < name.len; i++)
		hash = (hash ^ (unsigned char)name.ptr[i]) * 16777619u;
	return &p->remembered[(hash ^ hash >> 15) & (REMEMBERED - 1)];
}

bool packages_id(struct packages *p, enum package_kind kind, struct str name, int64_t *id, struct err *e)
{
	struct remembered *place = place_of(p, kind, name);

	if (place->id && place->kind == (uint32_t)kind &&
	    str_eq((struct str){ place->name, place->len }, name)) {
		*id = place->id;
		return true;
	}
	if (!find_or_add(p, kind, name, id, e))
		return false;
	if (name.len <= sizeof(place->name)) {
		*place = (struct remembered){ *id, (uint32_t)name.len, (uint32_t)kind, "" };
		memcpy(place->name, name.ptr, name.len);
	}
	return true;
}

bool packages_add_range(struct packages *p, int64_t package_id, const struct range *r, struct err *e)
{
	buf_clear(&p->entry);
	buf_byte(&p->entry, (char)r->scheme);
	packed_write_entry(&p->entry, r);
	return sorted_runs_add(
	    p->gathered, (struct sorted_record){ package_id, r->advisory_id, buf_str(&p->entry) }, e);
}

bool packages_remove_ranges(struct packages *p, int64_t package_id, int64_t advisory_id, struct err *e)
{
	return sorted_runs_add(p->gathered, (struct sorted_record){ package_id, advisory_id, STR("") }, e);
}

bool packages_ranges(struct db *db, int64_t package_id, struct str *packed, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_RANGES_GET);
	bool found;

	db_bind_int(s, 1, package_id);
	if (!db_row(s, &found, e))
		return false;
	*packed = found ? db_blob(s, 0) : STR("");
	return true;
}

void packages_ranges_done(struct db *db)
{
	db_done(db_use(db, SQL_PACKAGE_RANGES_GET));
}

bool packages_ranges_copy(
    struct db *db, int64_t package_id, struct arena *arena, struct str *packed, struct err *e)
{
	struct str view;

	if (!packages_ranges(db, package_id, &view, e))
		return false;
	*packed = arena_copy(arena, view);
	packages_ranges_done(db);
	return true;
}

void packages_merge_by(struct packages *p, struct merge_hand hand)
{
	p->hand = hand;
}

static bool write_ranges(struct packages *p, int64_t package_id, struct str packed, struct err *e)
{
	struct statement *s = db_use(p->db, packed.len ? SQL_PACKAGE_RANGES_PUT : SQL_PACKAGE_RANGES_DELETE);

	db_bind_int(s, 1, package_id);
	if (packed.len)
		db_bind_blob(s, 2, packed);
	return db_run(s, e);
}

static bool write_batch(struct packages *p, struct package_batch *b, struct err *e)
{
	int64_t package_id;
	struct str packed;
	bool there;

	for (;;) {
		if (!package_batch_next(b, &package_id, &packed, &there, e))
			return false;
		if (!there)
			return true;
		if (!write_ranges(p, package_id, packed, e))
			return false;
	}
}

static bool standing_ranges(struct packages *p, int64_t package_id, struct str *packed, struct err *e)
{
	*packed = STR("");
	return (p->fresh_from && package_id >= p->fresh_from) ||
	       packages_ranges(p->db, package_id, packed, e);
}

/* What was gathered, until the batch is full: no package is in two batches. *record is the one that did not
 * go in; *there is false where there is none. */
static bool fill_batch(
    struct packages *p, struct package_batch *b, struct sorted_record *record, bool *there, struct err *e)
{
	int64_t package_id = 0;
	struct str standing;

	while (*there) {
		if (record->major != package_id) {
			if (package_batch_bytes(b) >= BATCH_BYTES)
				return true;
			package_id = record->major;
			if (!standing_ranges(p, package_id, &standing, e))
				return false;
			package_batch_begin(b, package_id, standing);
		}
		package_batch_add(b, record->minor, record->bytes);
		if (!sorted_runs_next(p->gathered, record, there, e))
			return false;
	}
	return true;
}

/* Merged by the hand, while here the next batch is filled or the last one written. */
static bool flush_by_hand(struct packages *p, struct package_batch **batches, struct sorted_record *record,
    bool there, struct err *e)
{
	struct package_batch *merged;

	for (size_t given = 0; there; given++) {
		struct package_batch *b = batches[given % BATCHES];

		if (given >= BATCHES && !write_batch(p, p->hand.take(p->hand.ctx), e))
			return false;
		if (!fill_batch(p, b, record, &there, e))
			return false;
		p->hand.give(p->hand.ctx, b);
	}
	while ((merged = p->hand.take(p->hand.ctx)))
		if (!write_batch(p, merged, e))
			return false;
	return true;
}

static bool flush_alone(
    struct packages *p, struct package_batch *b, struct sorted_record *record, bool there, struct err *e)
{
	while (there) {
		if (!fill_batch(p, b, record, &there, e))
			return false;
		package_batch_merge(b);
		if (!write_batch(p, b, e))
			return false;
	}
	return true;
}

bool packages_flush(struct packages *p, struct err *e)
{
	struct package_batch *batches[BATCHES];
	struct sorted_record record;
	bool there, done;

	if (!sorted_runs_next(p->gathered, &record, &there, e))
		return false;
	for (size_t i = 0; i < BATCHES; i++)
		batches[i] = package_batch_new();
	done = p->hand.give ? flush_by_hand(p, batches, &record, there, e)
			    : flush_alone(p, batches[0], &record, there, e);
	while (
	    p->hand.take && p->hand.take(p->hand.ctx)) /* where it failed: nobody works on them any longer */
		;
	for (size_t i = 0; i < BATCHES; i++)
		package_batch_free(batches[i]);
	db_done(db_use(p->db, SQL_PACKAGE_RANGES_GET)); /* the last view keeps no lock */
	p->fresh_from = 0;
	return done;
}
