#include "matching/packed.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/vec.h"

#define FORMAT 1
#define BLOCK_RANGES 16 /* a block is skipped as a whole; smaller ones cost more bytes for their heads */

enum entry_flag {
	ENTRY_LOW = 1,
	ENTRY_HIGH = 2,
	ENTRY_LOW_INCLUSIVE = 4,
	ENTRY_HIGH_INCLUSIVE = 8,
	ENTRY_EXACT = 16, /* high is low and is left out */
	ENTRY_QUALIFIER = 32,
	ENTRY_MORE = 64 /* a second byte of flags follows */
};

enum entry_more {
	MORE_STATUS = 3, /* two bits */
	MORE_NOT_APPLICABLE = 4,
	MORE_FIXED_IS_HIGH = 8,
	MORE_FIXED = 16,
	MORE_CONFIG = 32
};

enum block_flag { BLOCK_OPEN = 1 };

static bool is_exact(const struct range *r)
{
	return r->has_low && r->has_high && r->low_inclusive && r->high_inclusive && str_eq(r->low, r->high);
}

static unsigned more_flags(const struct range *r)
{
	unsigned more = (unsigned)r->status & MORE_STATUS;

	if (r->not_applicable)
		more |= MORE_NOT_APPLICABLE;
	if (r->fixed.len)
		more |= r->has_high && str_eq(r->fixed, r->high) ? MORE_FIXED_IS_HIGH : MORE_FIXED;
	if (r->config >= 0)
		more |= MORE_CONFIG;
	return more;
}

void packed_write_entry(struct buf *out, const struct range *r)
{
	unsigned flags = 0, more = more_flags(r);

	flags |= r->has_low ? ENTRY_LOW : 0;
	flags |= r->low_inclusive ? ENTRY_LOW_INCLUSIVE : 0;
	flags |= r->has_high ? ENTRY_HIGH : 0;
	flags |= r->high_inclusive ? ENTRY_HIGH_INCLUSIVE : 0;
	flags |= is_exact(r) ? ENTRY_EXACT : 0;
	flags |= r->qualifier.len ? ENTRY_QUALIFIER : 0;
	flags |= more ? ENTRY_MORE : 0;
	buf_byte(out, (char)flags);
	if (more)
		buf_byte(out, (char)more);
	buf_varint(out, (uint64_t)r->advisory_id);
	if (r->has_low) {
		buf_text(out, r->low_key);
		buf_text(out, r->low);
	}
	if (r->has_high && !is_exact(r)) {
		buf_text(out, r->high_key);
		buf_text(out, r->high);
	}
	if (r->qualifier.len)
		buf_text(out, r->qualifier);
	if (more & MORE_FIXED)
		buf_text(out, r->fixed);
	if (more & MORE_CONFIG)
		buf_varint(out, (uint64_t)r->config);
}

static bool take_bounds(struct str *rest, unsigned flags, struct range *r)
{
	r->has_low = flags & ENTRY_LOW;
	r->has_high = flags & ENTRY_HIGH;
	r->low_inclusive = flags & ENTRY_LOW_INCLUSIVE;
	r->high_inclusive = flags & ENTRY_HIGH_INCLUSIVE;
	if (r->has_low && (!str_take_text(rest, &r->low_key) || !str_take_text(rest, &r->low)))
		return false;
	if (flags & ENTRY_EXACT) {
		r->high_key = r->low_key;
		r->high = r->low;
		return r->has_low && r->has_high;
	}
	return !r->has_high || (str_take_text(rest, &r->high_key) && str_take_text(rest, &r->high));
}

bool packed_take_entry(struct str *rest, enum version_scheme scheme, struct range *out)
{
	struct range r = { .scheme = scheme, .config = -1 };
	unsigned flags, more = 0;
	uint64_t n;

	if (!str_take_byte(rest, &flags) || ((flags & ENTRY_MORE) && !str_take_byte(rest, &more)))
		return false;
	if (!str_take_varint(rest, &n) || n > INT64_MAX)
		return false;
	r.advisory_id = (int64_t)n;
	r.status = (enum affected_status)(more & MORE_STATUS);
	r.not_applicable = more & MORE_NOT_APPLICABLE;
	if (!take_bounds(rest, flags, &r) ||
	    ((flags & ENTRY_QUALIFIER) && !str_take_text(rest, &r.qualifier)))
		return false;
	if (more & MORE_FIXED_IS_HIGH)
		r.fixed = r.high;
	if ((more & MORE_FIXED) && !str_take_text(rest, &r.fixed))
		return false;
	if (more & MORE_CONFIG) {
		if (!str_take_varint(rest, &n) || n > INT16_MAX)
			return false;
		r.config = (int)n;
	}
	*out = r;
	return true;
}

static int by_order(const void *left, const void *right)
{
	const struct range *const *a = left, *const *b = right;

	return range_compare(*a, *b);
}

/* Writes the block under way, if there is one. */
static void close_block(struct packed_out *w)
{
	if (w->block.left == 0)
		return;
	if (w->out->len == w->start)
		buf_byte(w->out, FORMAT);
	buf_byte(w->out, (char)w->block.scheme);
	buf_byte(w->out, (char)(w->block.open ? BLOCK_OPEN : 0));
	buf_varint(w->out, w->block.left);
	buf_varint(w->out, w->entries.len);
	buf_text(w->out, w->block.first_low);
	buf_text(w->out, w->block.open ? STR("") : w->block.last_high);
	buf_add(w->out, buf_str(&w->entries));
	w->block.left = 0;
	buf_clear(&w->entries);
}

struct packed_out packed_begin(struct buf *out)
{
	return (struct packed_out){ .out = out, .start = out->len, .entries = buf_new(out->most) };
}

/* The block that r goes into, ready for its entry; false where r stands there already. */
static bool open_entry(struct packed_out *w, const struct range *r)
{
	struct packed_block *block = &w->block;

	if (block->left && range_compare(&w->last, r) == 0)
		return false;
	if (block->left == BLOCK_RANGES || block->scheme != r->scheme)
		close_block(w);
	if (block->left == 0)
		*block = (struct packed_block){
			.scheme = r->scheme, .first_low = r->low_key, .last_high = STR("")
		};
	block->open |= !r->has_high;
	if (str_cmp(r->high_key, block->last_high) > 0)
		block->last_high = r->high_key;
	block->left++;
	w->last = *r;
	return true;
}

void packed_put(struct packed_out *w, const struct range *r)
{
	if (open_entry(w, r))
		packed_write_entry(&w->entries, r);
}

void packed_put_entry(struct packed_out *w, const struct range *r, struct str entry)
{
	if (open_entry(w, r))
		buf_add(&w->entries, entry);
}

void packed_end(struct packed_out *w)
{
	close_block(w);
	w->out->full |= w->entries.full;
	buf_free(&w->entries);
}

void packed_write(struct buf *out, const struct range *ranges, size_t count)
{
	const struct range **sorted = memory_alloc(count, sizeof(*sorted));
	struct packed_out w = packed_begin(out);

	for (size_t i = 0; i < count; i++)
		sorted[i] = &ranges[i];
	vec_sort(sorted, count, sizeof(*sorted), by_order);
	for (size_t i = 0; i < count; i++)
		packed_put(&w, sorted[i]);
	packed_end(&w);
	free(sorted);
}

bool packed_open(struct str packed, struct str *rest)
{
	*rest = str_from(packed, 1);
	return packed.len == 0 || packed.ptr[0] == FORMAT;
}

bool packed_next_block(struct str *rest, struct packed_block *block, bool *damaged)
{
	unsigned scheme, flags;
	struct packed_block b = { 0 };
	uint64_t len;

	if (rest->len == 0)
		return false;
	*damaged = true;
	if (!str_take_byte(rest, &scheme) || scheme >= VERSION_SCHEME_COUNT || !str_take_byte(rest, &flags))
		return false;
	if (!str_take_varint(rest, &b.left) || !str_take_varint(rest, &len))
		return false;
	if (!str_take_text(rest, &b.first_low) || !str_take_text(rest, &b.last_high) || len > rest->len)
		return false;
	b.scheme = (enum version_scheme)scheme;
	b.open = flags & BLOCK_OPEN;
	b.rest = str_first(*rest, len);
	*rest = str_from(*rest, len);
	*block = b;
	*damaged = false;
	return true;
}

bool packed_next(struct packed_block *block, struct range *r, bool *damaged)
{
	if (block->left == 0)
		return false;
	block->left--;
	if (packed_take_entry(&block->rest, block->scheme, r))
		return true;
	*damaged = true;
	return false;
}
