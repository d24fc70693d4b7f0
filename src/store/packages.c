#include "store/packages.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/packed.h"

#define PENDING_MOST 140000		/* changes gathered before they are merged */
#define PENDING_BYTES (3 * 1024 * 1024) /* and their bytes; together some 8 MB */
#define REMEMBERED 4096			/* packages whose id is remembered, a power of two */

/* A change to the ranges of a package. */
struct pending {
	int64_t package_id, advisory_id;
	uint32_t sequence; /* what comes later holds */
	uint32_t at, len;  /* the entry in bytes; len 0: take the advisory's ranges out */
	enum version_scheme scheme;
};

struct remembered {
	int64_t id;
	uint32_t len, kind;
	char name[48];
};

struct packages {
	struct db *db;
	struct pending *pending;
	size_t pending_count, pending_room;
	struct buf bytes;
	struct buf packed;    /* scratch */
	struct range *ranges; /* scratch: the new ones of one package */
	size_t range_room;
	struct remembered *remembered;
};

struct packages *packages_new(struct db *db)
{
	struct packages *p = memory_alloc(1, sizeof(*p));

	p->db = db;
	p->bytes = buf_new(PENDING_BYTES + (size_t)LIMIT_RECORD_BYTES);
	p->packed = buf_new(LIMIT_PACKED_BYTES);
	p->remembered = memory_alloc(REMEMBERED, sizeof(*p->remembered));
	return p;
}

void packages_free(struct packages *p)
{
	if (!p)
		return;
	buf_free(&p->bytes);
	buf_free(&p->packed);
	free(p->pending);
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

static bool add_pending(struct packages *p, struct pending change, struct err *e)
{
	change.sequence = (uint32_t)p->pending_count;
	p->pending = vec_room(p->pending, &p->pending_room, p->pending_count + 1, sizeof(*p->pending));
	p->pending[p->pending_count++] = change;
	if (p->pending_count < PENDING_MOST && p->bytes.len < PENDING_BYTES)
		return true;
	return packages_flush(p, e);
}

bool packages_add_range(struct packages *p, int64_t package_id, const struct range *r, struct err *e)
{
	size_t at = p->bytes.len;

	packed_write_entry(&p->bytes, r);
	return add_pending(p,
	    (struct pending){
		package_id, r->advisory_id, 0, (uint32_t)at, (uint32_t)(p->bytes.len - at), r->scheme },
	    e);
}

bool packages_remove_ranges(struct packages *p, int64_t package_id, int64_t advisory_id, struct err *e)
{
	return add_pending(p, (struct pending){ package_id, advisory_id, 0, 0, 0, VERSION_GENERIC }, e);
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

static int by_package(const void *a, const void *b)
{
	const struct pending *x = a, *y = b;

	if (x->package_id != y->package_id)
		return x->package_id < y->package_id ? -1 : 1;
	if (x->advisory_id != y->advisory_id)
		return x->advisory_id < y->advisory_id ? -1 : 1;
	return (x->sequence > y->sequence) - (x->sequence < y->sequence);
}

static void gather(struct packages *p, size_t *count, const struct range *r)
{
	p->ranges = vec_room(p->ranges, &p->range_room, *count + 1, sizeof(*p->ranges));
	p->ranges[(*count)++] = *r;
}

/* Is the advisory's being taken out among the changes of one package? They are sorted by advisory. */
static bool is_taken_out(const struct pending *changes, size_t count, int64_t advisory_id)
{
	size_t low = 0, high = count;

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
static size_t one_advisory(const struct pending *changes, size_t first, size_t count, size_t *standing)
{
	size_t i = first;

	*standing = first;
	for (; i < count && changes[i].advisory_id == changes[first].advisory_id; i++)
		if (changes[i].len == 0)
			*standing = i + 1;
	return i;
}

static int by_range(const void *a, const void *b)
{
	return range_compare(a, b);
}

/* What the changes bring and no later change takes out again, in order. */
static bool gather_new(
    struct packages *p, const struct pending *changes, size_t count, size_t *found, struct err *e)
{
	*found = 0;
	for (size_t i = 0, end, standing; i < count; i = end) {
		end = one_advisory(changes, i, count, &standing);
		for (size_t k = standing; k < end; k++) {
			struct str entry = { p->bytes.ptr + changes[k].at, changes[k].len };
			struct range r;

			if (!packed_take_entry(&entry, changes[k].scheme, &r))
				return err_fail(e, ERR_STORE, "a range could not be packed");
			gather(p, found, &r);
		}
	}
	vec_sort(p->ranges, *found, sizeof(*p->ranges), by_range);
	return true;
}

/* Two sorted runs into one: the ranges that stand and are not taken out, and the new ones. */
static bool merge_ranges(struct packages *p, struct str packed, const struct pending *changes, size_t count,
    size_t found, struct packed_out *w)
{
	struct packed_block block;
	struct str rest;
	struct range r;
	size_t next = 0;
	bool damaged = !packed_open(packed, &rest);

	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged)) {
			if (is_taken_out(changes, count, r.advisory_id))
				continue;
			while (next < found && range_compare(&p->ranges[next], &r) <= 0)
				packed_put(w, &p->ranges[next++]);
			packed_put(w, &r);
		}
	while (next < found)
		packed_put(w, &p->ranges[next++]);
	return !damaged;
}

static bool merge(struct packages *p, const struct pending *changes, size_t count, struct err *e)
{
	int64_t package_id = changes[0].package_id;
	struct packed_out w;
	struct statement *s;
	struct str packed;
	size_t found;
	bool whole;

	if (!packages_ranges(p->db, package_id, &packed, e) || !gather_new(p, changes, count, &found, e))
		return false;
	buf_clear(&p->packed);
	w = packed_begin(&p->packed);
	whole = merge_ranges(p, packed, changes, count, found, &w);
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

bool packages_flush(struct packages *p, struct err *e)
{
	size_t start = 0;

	vec_sort(p->pending, p->pending_count, sizeof(*p->pending), by_package);
	for (size_t i = 1; i <= p->pending_count; i++) {
		if (i < p->pending_count && p->pending[i].package_id == p->pending[start].package_id)
			continue;
		if (!merge(p, p->pending + start, i - start, e))
			return false;
		start = i;
	}
	p->pending_count = 0;
	buf_clear(&p->bytes);
	return true;
}
