#include "store/package_batch.h"

#include <endian.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"
#include "matching/packed.h"

struct member {
	int64_t package_id;
	size_t standing_at, standing_len; /* in bytes */
	size_t first, count;		  /* of its changes */
	size_t packed_at, packed_len;	  /* in packed */
};

struct change {
	int64_t advisory_id;
	size_t at, len; /* in bytes */
};

/* A range that a change brings, as it was given, with what decides nearly all comparisons: its scheme and the
 * first bytes of its low key, the length of that key, and its advisory. A package may have a hundred
 * thousand: the few that are left read it again. */
struct fresh {
	uint64_t start;
	int64_t advisory_id;
	const char *given;
	uint32_t given_len, low_len;
};
_Static_assert(
    sizeof(struct fresh) <= 32, "qsort moves no more than that; of what is larger it sorts pointers");

#define START_BYTES (sizeof(uint64_t) - 1) /* of the low key */

struct package_batch {
	struct buf bytes; /* what was given */
	struct member *members;
	size_t member_count, member_room;
	struct change *changes;
	size_t change_count, change_room;

	struct buf packed; /* what became of it */
	size_t next;	   /* the member to be told next */
	struct err why;	   /* where merging failed */
	bool failed;

	struct fresh *fresh; /* scratch: of one package */
	size_t fresh_count, fresh_room;
};

struct package_batch *package_batch_new(void)
{
	struct package_batch *b = memory_alloc(1, sizeof(*b));

	b->bytes = buf_new(3 * (size_t)LIMIT_PACKED_BYTES);
	b->packed = buf_new(2 * (size_t)LIMIT_PACKED_BYTES);
	return b;
}

void package_batch_free(struct package_batch *b)
{
	if (!b)
		return;
	buf_free(&b->bytes);
	buf_free(&b->packed);
	free(b->members);
	free(b->changes);
	free(b->fresh);
	free(b);
}

void package_batch_begin(struct package_batch *b, int64_t package_id, struct str standing)
{
	b->members = vec_room(b->members, &b->member_room, b->member_count + 1, sizeof(*b->members));
	b->members[b->member_count++] = (struct member){ .package_id = package_id,
		.standing_at = b->bytes.len,
		.standing_len = standing.len,
		.first = b->change_count };
	buf_add(&b->bytes, standing);
}

void package_batch_add(struct package_batch *b, int64_t advisory_id, struct str entry)
{
	b->changes = vec_room(b->changes, &b->change_room, b->change_count + 1, sizeof(*b->changes));
	b->changes[b->change_count++] = (struct change){ advisory_id, b->bytes.len, entry.len };
	b->members[b->member_count - 1].count++;
	buf_add(&b->bytes, entry);
}

size_t package_batch_bytes(const struct package_batch *b)
{
	return b->bytes.len;
}

static struct str given(const struct package_batch *b, size_t at, size_t len)
{
	return str_first(str_from(buf_str(&b->bytes), at), len);
}

/* Is the advisory's being taken out among the changes? */
static bool is_taken_out(const struct change *changes, size_t count, int64_t advisory_id)
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
static size_t one_advisory(const struct change *changes, size_t count, size_t first, size_t *standing)
{
	size_t i = first;

	*standing = first;
	for (; i < count && changes[i].advisory_id == changes[first].advisory_id; i++)
		if (changes[i].len == 0)
			*standing = i + 1;
	return i;
}

static struct str given_of(const struct fresh *fresh)
{
	return (struct str){ fresh->given, fresh->given_len };
}

/* A scheme and a packed entry. */
static bool read_given(struct str given, struct range *range)
{
	struct str rest = str_from(given, 1);

	return packed_take_entry(&rest, (enum version_scheme)given.ptr[0], range) && rest.len == 0;
}

/* As range_compare() orders by scheme and low key, equal starts aside. */
static uint64_t start_of(const struct range *r)
{
	unsigned char bytes[1 + START_BYTES] = { (unsigned char)r->scheme };
	size_t len = r->low_key.len < START_BYTES ? r->low_key.len : START_BYTES;
	uint64_t start;

	if (len) /* of no bound there is no key */
		memcpy(bytes + 1, r->low_key.ptr, len);
	memcpy(&start, bytes, sizeof(start));
	return be64toh(start);
}

static bool gather(struct package_batch *b, const struct change *change)
{
	struct str bytes = given(b, change->at, change->len);
	struct range range;

	if (!read_given(bytes, &range))
		return false;
	b->fresh = vec_room(b->fresh, &b->fresh_room, b->fresh_count + 1, sizeof(*b->fresh));
	b->fresh[b->fresh_count++] = (struct fresh){ .start = start_of(&range),
		.advisory_id = range.advisory_id,
		.given = bytes.ptr,
		.given_len = (uint32_t)bytes.len, /* of LIMIT_PACKED_BYTES at most */
		.low_len = (uint32_t)range.low_key.len };
	return true;
}

/* On its own, so that what decides nearly all comparisons need not clear the room for two ranges. */
__attribute__((noinline)) static int by_what_they_say(const struct fresh *a, const struct fresh *b)
{
	struct range x, y;

	/* they were read when they were gathered */
	return read_given(given_of(a), &x) && read_given(given_of(b), &y) ? range_compare(&x, &y) : 0;
}

static int by_range(const void *left, const void *right)
{
	const struct fresh *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->low_len <= START_BYTES && b->low_len <= START_BYTES) { /* the keys are in the starts */
		if (a->low_len != b->low_len)
			return a->low_len < b->low_len ? -1 : 1;
		if (a->advisory_id != b->advisory_id)
			return a->advisory_id < b->advisory_id ? -1 : 1;
	}
	return by_what_they_say(a, b);
}

/* What the changes bring and no later change takes out again, in order. */
static bool gather_new(struct package_batch *b, const struct member *m)
{
	const struct change *changes = b->changes + m->first;

	b->fresh_count = 0;
	for (size_t i = 0, end, standing; i < m->count; i = end) {
		end = one_advisory(changes, m->count, i, &standing);
		for (size_t k = standing; k < end; k++)
			if (!gather(b, &changes[k]))
				return false;
	}
	vec_sort(b->fresh, b->fresh_count, sizeof(*b->fresh), by_range);
	return true;
}

/* The first of those that are new, while there is one. */
static bool first_fresh(const struct package_batch *b, size_t next, struct range *range)
{
	return next < b->fresh_count && read_given(given_of(&b->fresh[next]), range);
}

static void put_fresh(struct packed_out *w, const struct fresh *fresh, const struct range *range)
{
	packed_put_entry(w, range, str_from(given_of(fresh), 1));
}

/* Two sorted runs into one: the ranges that stand and are not taken out, and the new ones. */
static bool merge_ranges(struct package_batch *b, const struct member *m, struct packed_out *w)
{
	struct packed_block block;
	struct range r, fresh;
	struct str rest;
	size_t next = 0;
	bool more = first_fresh(b, next, &fresh);
	bool damaged = !packed_open(given(b, m->standing_at, m->standing_len), &rest);

	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged)) {
			if (is_taken_out(b->changes + m->first, m->count, r.advisory_id))
				continue;
			while (more && range_compare(&fresh, &r) <= 0) {
				put_fresh(w, &b->fresh[next++], &fresh);
				more = first_fresh(b, next, &fresh);
			}
			packed_put(w, &r);
		}
	for (; more; more = first_fresh(b, next, &fresh))
		put_fresh(w, &b->fresh[next++], &fresh);
	return !damaged;
}

static bool merge_one(struct package_batch *b, struct member *m, struct err *e)
{
	long long id = (long long)m->package_id;
	struct packed_out w;
	bool whole;

	if (!gather_new(b, m))
		return err_fail(e, ERR_STORE, "a range of package %lld could not be packed", id);
	m->packed_at = b->packed.len;
	w = packed_begin(&b->packed);
	whole = merge_ranges(b, m, &w);
	packed_end(&w);
	m->packed_len = b->packed.len - m->packed_at;
	if (!whole)
		return err_fail(e, ERR_STORE, "the ranges of package %lld are damaged", id);
	if (m->packed_len > LIMIT_PACKED_BYTES || buf_full(&b->packed))
		return err_fail(
		    e, ERR_LIMIT, "package %lld has more than %d bytes of ranges", id, LIMIT_PACKED_BYTES);
	return true;
}

void package_batch_merge(struct package_batch *b)
{
	b->failed = buf_full(&b->bytes) &&
		    !err_fail(&b->why, ERR_LIMIT, "package %lld has more than %d bytes of changes",
			(long long)b->members[b->member_count - 1].package_id, LIMIT_PACKED_BYTES);
	for (size_t i = 0; i < b->member_count && !b->failed; i++)
		b->failed = !merge_one(b, &b->members[i], &b->why);
}

static void clear(struct package_batch *b)
{
	buf_clear(&b->bytes);
	buf_clear(&b->packed);
	b->member_count = b->change_count = b->next = 0;
}

bool package_batch_next(
    struct package_batch *b, int64_t *package_id, struct str *packed, bool *there, struct err *e)
{
	const struct member *m = &b->members[b->next];

	if (b->failed) {
		*e = b->why;
		return false;
	}
	*there = b->next < b->member_count;
	if (*there) {
		b->next++;
		*package_id = m->package_id;
		*packed = str_first(str_from(buf_str(&b->packed), m->packed_at), m->packed_len);
	} else {
		clear(b);
	}
	return true;
}
