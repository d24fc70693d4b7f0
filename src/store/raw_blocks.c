#include "store/raw_blocks.h"

#include <stdlib.h>

#include "base/memory.h"
#include "limits.h"

#define BLOCK_BYTES ((size_t)128 * 1024) /* measured: 64 KiB take 15 % more room, 256 KiB 8 % less */
#define BLOCK_MOST (BLOCK_BYTES + (size_t)LIMIT_RECORD_BYTES)
#define MEMBERS_MOST (20 * BLOCK_BYTES) /* two varints for a record of at least one byte */

struct raw_blocks {
	struct db *db;
	struct zstd_packer *packer;
	struct raw_hand hand;
	int64_t id; /* of the block under construction; 0: not known yet */
	struct buf members, bytes;
	size_t dead;	     /* bytes of it that no longer stand */
	struct buf packed;   /* scratch */
	int64_t unpacked_id; /* the block that was read last */
	struct buf unpacked;
};

struct raw_blocks *raw_blocks_new(struct db *db)
{
	struct raw_blocks *r = memory_alloc(1, sizeof(*r));

	r->db = db;
	r->packer = zstd_packer_new();
	r->members = buf_new(MEMBERS_MOST);
	r->bytes = buf_new(BLOCK_MOST);
	r->packed = buf_new(2 * BLOCK_MOST);
	r->unpacked = buf_new(BLOCK_MOST);
	return r;
}

void raw_blocks_free(struct raw_blocks *r)
{
	if (!r)
		return;
	zstd_packer_free(r->packer);
	buf_free(&r->members);
	buf_free(&r->bytes);
	buf_free(&r->packed);
	buf_free(&r->unpacked);
	free(r);
}

void raw_blocks_hand_out(struct raw_blocks *r, struct raw_hand hand)
{
	r->hand = hand;
}

void raw_block_pack(struct zstd_packer *packer, const struct raw_block *block, struct buf *out)
{
	zstd_pack(packer, block->bytes, out);
}

bool raw_blocks_write(struct raw_blocks *r, const struct raw_block *packed, struct err *e)
{
	struct statement *s = db_use(r->db, SQL_RAW_BYTES_ADD);

	db_bind_int(s, 1, packed->id);
	db_bind_blob(s, 2, packed->members);
	db_bind_blob(s, 3, packed->bytes);
	return db_run(s, e);
}

/* The first id that no block has; they are counted on from there. */
static bool find_id(struct raw_blocks *r, struct err *e)
{
	struct statement *s;
	bool found;

	if (r->id)
		return true;
	s = db_use(r->db, SQL_RAW_BLOCK_LAST);
	if (!db_row(s, &found, e))
		return false;
	r->id = found ? db_int(s, 0) + 1 : 1;
	db_done(s);
	return true;
}

static bool add_block(struct raw_blocks *r, struct err *e)
{
	struct statement *s = db_use(r->db, SQL_RAW_BLOCK_ADD);

	db_bind_int(s, 1, r->id);
	db_bind_int(s, 2, (int64_t)r->bytes.len);
	db_bind_int(s, 3, (int64_t)r->dead);
	return db_run(s, e);
}

static bool pack_and_write(struct raw_blocks *r, struct raw_block block, struct err *e)
{
	buf_clear(&r->packed);
	raw_block_pack(r->packer, &block, &r->packed);
	block.bytes = buf_str(&r->packed);
	return raw_blocks_write(r, &block, e);
}

bool raw_blocks_flush(struct raw_blocks *r, struct err *e)
{
	struct raw_block block = { r->id, buf_str(&r->members), buf_str(&r->bytes) };

	if (block.bytes.len == 0)
		return true;
	if (!add_block(r, e))
		return false;
	if (!(r->hand.give && r->hand.give(r->hand.ctx, &block)) && !pack_and_write(r, block, e))
		return false;
	r->id++;
	r->dead = 0;
	buf_clear(&r->members);
	buf_clear(&r->bytes);
	return true;
}

bool raw_blocks_put(
    struct raw_blocks *r, int64_t advisory_id, struct str raw, struct raw_place *place, struct err *e)
{
	*place = (struct raw_place){ 0 };
	if (raw.len == 0)
		return true;
	if (raw.len > LIMIT_RECORD_BYTES)
		return err_fail(e, ERR_LIMIT, "a record has more than %d bytes", LIMIT_RECORD_BYTES);
	if (r->bytes.len + raw.len > BLOCK_BYTES && !raw_blocks_flush(r, e))
		return false;
	if (!find_id(r, e))
		return false;
	*place = (struct raw_place){ r->id, r->bytes.len, raw.len };
	buf_varint(&r->members, (uint64_t)advisory_id);
	buf_varint(&r->members, raw.len);
	buf_add(&r->bytes, raw);
	return true;
}

bool raw_blocks_drop(struct raw_blocks *r, struct raw_place place, struct err *e)
{
	struct statement *s;

	if (place.len == 0)
		return true;
	if (place.block_id == r->id) {
		r->dead += place.len;
		return true;
	}
	s = db_use(r->db, SQL_RAW_BLOCK_DROP);
	db_bind_int(s, 1, (int64_t)place.len);
	db_bind_int(s, 2, place.block_id);
	return db_run(s, e);
}

static bool damaged(int64_t block_id, struct err *e)
{
	return err_fail(e, ERR_STORE, "block %lld of raw records is damaged", (long long)block_id);
}

/* The records of a block into r->unpacked; *members, if asked for, is valid until the statement moves on. */
static bool unpack(struct raw_blocks *r, int64_t block_id, struct str *members, struct err *e)
{
	struct statement *s = db_use(r->db, SQL_RAW_BYTES_GET);
	bool found;

	r->unpacked_id = 0;
	db_bind_int(s, 1, block_id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "block %lld of raw records is missing", (long long)block_id);
	if (!zstd_unpack(r->packer, db_blob(s, 1), &r->unpacked, e))
		return damaged(block_id, e);
	r->unpacked_id = block_id;
	if (members)
		*members = db_blob(s, 0);
	else
		db_done(s);
	return true;
}

bool raw_blocks_get(struct raw_blocks *r, struct raw_place place, struct buf *out, struct err *e)
{
	buf_clear(out);
	if (place.len == 0)
		return true;
	if (place.block_id != r->unpacked_id && !unpack(r, place.block_id, NULL, e))
		return false;
	if (place.len > r->unpacked.len || place.at > r->unpacked.len - place.len)
		return damaged(place.block_id, e);
	buf_add(out, str_first(str_from(buf_str(&r->unpacked), place.at), place.len));
	return !buf_full(out) || err_fail(e, ERR_LIMIT, "a record has more than %zu bytes", out->most);
}

/* --- tidying --- */

static bool remove_block(struct raw_blocks *r, int64_t block_id, struct err *e)
{
	struct statement *s = db_use(r->db, SQL_RAW_BYTES_REMOVE);

	db_bind_int(s, 1, block_id);
	if (!db_run(s, e))
		return false;
	s = db_use(r->db, SQL_RAW_BLOCK_REMOVE);
	db_bind_int(s, 1, block_id);
	return db_run(s, e);
}

/* Does the record at this place stand? Then it moves. */
static bool move(struct raw_blocks *r, int64_t advisory_id, struct raw_place from, struct err *e)
{
	struct statement *s = db_use(r->db, SQL_ADVISORY_RAW_PLACE);
	struct raw_place to;
	bool stands;

	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, &stands, e))
		return false;
	stands = stands && db_int(s, 0) == from.block_id && db_int(s, 1) == (int64_t)from.at;
	db_done(s);
	if (!stands)
		return true;
	if (!raw_blocks_put(
		r, advisory_id, str_first(str_from(buf_str(&r->unpacked), from.at), from.len), &to, e))
		return false;
	s = db_use(r->db, SQL_ADVISORY_RAW_MOVE);
	db_bind_int(s, 1, to.block_id);
	db_bind_int(s, 2, (int64_t)to.at);
	db_bind_int(s, 3, advisory_id);
	return db_run(s, e);
}

static bool empty_block(struct raw_blocks *r, int64_t block_id, struct err *e)
{
	struct raw_place from = { .block_id = block_id };
	struct str members;
	uint64_t advisory_id, len;

	if (!unpack(r, block_id, &members, e))
		return false;
	while (members.len) {
		if (!str_take_varint(&members, &advisory_id) || !str_take_varint(&members, &len) ||
		    len > r->unpacked.len - from.at)
			return damaged(block_id, e);
		from.len = len;
		if (!move(r, (int64_t)advisory_id, from, e))
			return false;
		from.at += len;
	}
	r->unpacked_id = 0;
	return remove_block(r, block_id, e);
}

bool raw_blocks_tidy(struct raw_blocks *r, struct err *e)
{
	bool found;

	for (;;) {
		struct statement *s = db_use(r->db, SQL_RAW_BLOCK_HALF_EMPTY);
		int64_t block_id;

		if (!db_row(s, &found, e))
			return false;
		if (!found)
			return raw_blocks_flush(r, e);
		block_id = db_int(s, 0);
		db_done(s);
		if (!empty_block(r, block_id, e))
			return false;
	}
}
