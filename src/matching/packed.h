/*
 * packed - all ranges of one package in one run of bytes.
 *
 * A version is looked up without reading what cannot hold it: ranges stand in blocks by scheme and low key,
 * each block says its first low key and its greatest high key. The bytes depend on the set of ranges alone,
 * not on the order in which they came.
 *
 * Layout: a byte 1, then blocks. A block is scheme byte, flags byte, varint count, varint length of the
 * entries, text first low key, text greatest high key, entries. A text is varint length and bytes. An entry:
 * entry_write().
 */
#pragma once
#include "base/buf.h"
#include "matching/range.h"

struct packed_block {
	enum version_scheme scheme;
	bool open;			 /* some range in it has no upper bound */
	struct str first_low, last_high; /* first_low empty where a range has no lower bound */
	struct str rest;		 /* entries not yet read */
	uint64_t left;			 /* how many */
};

/* The form of one range, for those who keep ranges before they are packed. */
void packed_write_entry(struct buf *out, const struct range *r);
/* Takes one off the front; false where the bytes are damaged. scheme is the block's. */
MUST_CHECK bool packed_take_entry(struct str *rest, enum version_scheme scheme, struct range *r);

/* Appends the packed form of ranges, in any order. No ranges give no bytes. */
void packed_write(struct buf *out, const struct range *ranges, size_t count);

/* The same piece by piece, for ranges that come in the order of range_compare(); the second of two equal ones
 * is dropped. What a range borrows from must live until the end. */
struct packed_out {
	struct buf *out;
	size_t start; /* of the packed form in out */
	struct buf entries;
	struct packed_block block; /* under way: left counts its entries */
	struct range last;
};

struct packed_out packed_begin(struct buf *out);
void packed_put(struct packed_out *w, const struct range *r);
/* As packed_put, where r was read from this entry, which is taken as it is. */
void packed_put_entry(struct packed_out *w, const struct range *r, struct str entry);
void packed_end(struct packed_out *w);

/* The blocks of packed, which is borrowed; false if it is of a form not known. */
MUST_CHECK bool packed_open(struct str packed, struct str *rest);
/* Block by block and range by range: false at the end, and where the bytes are damaged, then *damaged is set.
 */
bool packed_next_block(struct str *rest, struct packed_block *block, bool *damaged);
bool packed_next(struct packed_block *block, struct range *r, bool *damaged);

/* Can a version with this key of the block's scheme be inside one of its ranges? */
static inline bool packed_block_may_hold(const struct packed_block *b, struct str key)
{
	return str_cmp(b->first_low, key) <= 0 && (b->open || str_cmp(key, b->last_high) <= 0);
}
