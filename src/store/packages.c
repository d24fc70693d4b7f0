#include "store/packages.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/sorted_runs.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/packed.h"

#define GATHERED_BYTES ((size_t)2 * 1024 * 1024) /* changes in memory before they go to a file */
#define REMEMBERED 4096				 /* packages whose id is remembered, a power of two */

/* A change to the ranges of the package that is being merged. */
struct change_in {
	int64_t advisory_id;
	size_t at, len; /* scheme and entry in bytes; len 0: take the advisory's ranges out */
};

struct remembered {
	int64_t id;
	uint32_t len, kind;
	char name[48];
};

struct packages {
	struct db *db;
	struct sorted_runs *gathered; /* by package and advisory; bytes as in struct change_in */
	struct buf entry;	      /* scratch, like all below but remembered */
	struct change_in *changes;    /* of one package, by advisory and then as they came */
	size_t change_count, change_room;
	struct buf bytes; /* of them */
	struct buf packed;
	struct range *ranges; /* the new ones of one package */
	size_t range_room;
	struct remembered *remembered;
};

struct packages *packages_new(struct db *db)
{
	struct packages *p = memory_alloc(1, sizeof(*p));

	p->db = db;
	p->gathered = sorted_runs_new(GATHERED_BYTES);
	p->entry = buf_new(LIMIT_RECORD_BYTES);
	p->bytes = buf_new(LIMIT_PACKED_BYTES);
	p->packed = buf_new(LIMIT_PACKED_BYTES);
	p->remembered = memory_alloc(REMEMBERED, sizeof(*p->remembered));
	return p;
}

void packages_free(struct packages *p)
{
	if (!p)
		return;
	sorted_runs_free(p->gathered);
	buf_free(&p->entry);
	buf_free(&p->bytes);
	buf_free(&p->packed);
	free(p->changes);
	free(p->ranges);
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
	bool found;

	if (!packages_find(p->db, kind, name, id, e))
		return false;
	if (*id)
		return true;
	s = db_use(p->db, SQL_PACKAGE_ADD);
	db_bind_text(s, 1, name);
	db_bind_int(s, 2, (int64_t)kind);
	if (!db_row(s, &found, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
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

bool packages_ranges_copy(
    struct db *db, int64_t package_id, struct arena *arena, struct str *packed, struct err *e)
{
	struct str view;

	if (!packages_ranges(db, package_id, &view, e))
		return false;
	*packed = arena_copy(arena, view);
	db_done(db_use(db, SQL_PACKAGE_RANGES_GET));
	return true;
}

static void gather(struct packages *p, size_t *count, const struct range *r)
{
	p->ranges = vec_room(p->ranges, &p->range_room, *count + 1, sizeof(*p->ranges));
	p->ranges[(*count)++] = *r;
}

/* Is the advisory's being taken out among the changes? */
static bool is_taken_out(const struct packages *p, int64_t advisory_id)
{
	const struct change_in *changes = p->changes;
	size_t low = 0, high = p->change_count, count = high;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (changes[middle].advisory_id < advisory_id)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && changes[low].advisory_id == advisory_id; low++)
		if (changes[low].len == 0)
			return true;
	return false;
}

/* Where the advisory that starts at first ends, and *standing: where its changes begin that nothing later
 * undoes. */
static size_t one_advisory(const struct packages *p, size_t first, size_t *standing)
{
	const struct change_in *changes = p->changes;
	size_t i = first;

	*standing = first;
	for (; i < p->change_count && changes[i].advisory_id == changes[first].advisory_id; i++)
		if (changes[i].len == 0)
			*standing = i + 1;
	return i;
}

static int by_range(const void *a, const void *b)
{
	return range_compare(a, b);
}

/* What the changes bring and no later change takes out again, in order. */
static bool gather_new(struct packages *p, size_t *found, struct err *e)
{
	*found = 0;
	for (size_t i = 0, end, standing; i < p->change_count; i = end) {
		end = one_advisory(p, i, &standing);
		for (size_t k = standing; k < end; k++) {
			struct str entry = { p->bytes.ptr + p->changes[k].at, p->changes[k].len };
			enum version_scheme scheme = (enum version_scheme)entry.ptr[0];
			struct range r;

			entry = str_from(entry, 1);
			if (!packed_take_entry(&entry, scheme, &r))
				return err_fail(e, ERR_STORE, "a range could not be packed");
			gather(p, found, &r);
		}
	}
	vec_sort(p->ranges, *found, sizeof(*p->ranges), by_range);
	return true;
}

/* Two sorted runs into one: the ranges that stand and are not taken out, and the new ones. */
static bool merge_ranges(struct packages *p, struct str packed, size_t found, struct packed_out *w)
{
	struct packed_block block;
	struct str rest;
	struct range r;
	size_t next = 0;
	bool damaged = !packed_open(packed, &rest);

	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged)) {
			if (is_taken_out(p, r.advisory_id))
				continue;
			while (next < found && range_compare(&p->ranges[next], &r) <= 0)
				packed_put(w, &p->ranges[next++]);
			packed_put(w, &r);
		}
	while (next < found)
		packed_put(w, &p->ranges[next++]);
	return !damaged;
}

/* The changes into the ranges that the package has. */
static bool merge(struct packages *p, int64_t package_id, struct err *e)
{
	struct packed_out w;
	struct statement *s;
	struct str packed;
	size_t found;
	bool whole;

	if (!packages_ranges(p->db, package_id, &packed, e) || !gather_new(p, &found, e))
		return false;
	buf_clear(&p->packed);
	w = packed_begin(&p->packed);
	whole = merge_ranges(p, packed, found, &w);
	packed_end(&w);
	if (!whole)
		return err_fail(
		    e, ERR_STORE, "the ranges of package %lld are damaged", (long long)package_id);
	if (buf_full(&p->packed))
		return err_fail(e, ERR_LIMIT, "package %lld has more than %d bytes of ranges",
		    (long long)package_id, LIMIT_PACKED_BYTES);
	s = db_use(p->db, p->packed.len ? SQL_PACKAGE_RANGES_PUT : SQL_PACKAGE_RANGES_DELETE);
	db_bind_int(s, 1, package_id);
	if (p->packed.len)
		db_bind_blob(s, 2, buf_str(&p->packed));
	return db_run(s, e);
}

static bool keep_change(struct packages *p, const struct sorted_record *record, struct err *e)
{
	p->changes = vec_room(p->changes, &p->change_room, p->change_count + 1, sizeof(*p->changes));
	p->changes[p->change_count++] = (struct change_in){ record->minor, p->bytes.len, record->bytes.len };
	buf_add(&p->bytes, record->bytes);
	return !buf_full(&p->bytes) ||
	       err_fail(e, ERR_LIMIT, "package %lld has more than %d bytes of changes",
		   (long long)record->major, LIMIT_PACKED_BYTES);
}

static bool merge_changes(struct packages *p, int64_t package_id, struct err *e)
{
	if (p->change_count && !merge(p, package_id, e))
		return false;
	p->change_count = 0;
	buf_clear(&p->bytes);
	return true;
}

bool packages_flush(struct packages *p, struct err *e)
{
	struct sorted_record record;
	int64_t package_id = 0;
	bool there;

	for (;;) {
		if (!sorted_runs_next(p->gathered, &record, &there, e))
			return false;
		if (!there)
			break;
		if (record.major != package_id && !merge_changes(p, package_id, e))
			return false;
		package_id = record.major;
		if (!keep_change(p, &record, e))
			return false;
	}
	if (!merge_changes(p, package_id, e))
		return false;
	db_done(db_use(p->db, SQL_PACKAGE_RANGES_GET)); /* the last view keeps no lock */
	return true;
}
