/*
 * raw_blocks - the raw records of advisories, many to a block, compressed.
 *
 * Records of a feed look alike: together they take half the room and a third of the time that each of them
 * would take alone. A block is written once and its id is known before it is full, so it does not matter who
 * packs it, and when. A record that is replaced stays in its block until half of the block is such; then what
 * stands moves into a new block and the old one goes. So the store never holds twice what stands.
 *
 * Which record lies where is kept with the advisory (store/texts.h).
 */
#pragma once
#include "base/buf.h"
#include "base/zstd_pack.h"
#include "store/db.h"

struct raw_blocks;

/* Where a record is; len 0: nowhere. */
struct raw_place {
	int64_t block_id;
	size_t at, len; /* bytes, unpacked */
};

/* A block on its way into the store. */
struct raw_block {
	int64_t id;
	struct str members; /* whose records it holds, in their order: advisory ids and lengths, varints */
	struct str bytes;   /* the records; after raw_block_pack() compressed */
};

/* Who has blocks packed. give copies the block, and sees to it that raw_blocks_write() gets it back packed.
 * It may decline (false): then the block is packed at once. Packing needs no store and may be done by another
 * thread. */
struct raw_hand {
	void *ctx;
	bool (*give)(void *ctx, const struct raw_block *block); /* NULL: nobody */
};

struct raw_blocks *raw_blocks_new(struct db *db);
void raw_blocks_free(struct raw_blocks *r);

void raw_blocks_hand_out(struct raw_blocks *r, struct raw_hand hand);
/* Takes a copy of an advisory's record; *place is where it will be. */
MUST_CHECK bool raw_blocks_put(
    struct raw_blocks *r, int64_t advisory_id, struct str raw, struct raw_place *place, struct err *e);
/* What is there no longer stands. */
MUST_CHECK bool raw_blocks_drop(struct raw_blocks *r, struct raw_place place, struct err *e);
/* Adds what the bytes of the block become to out. */
void raw_block_pack(struct zstd_packer *packer, const struct raw_block *block, struct buf *out);
MUST_CHECK bool raw_blocks_write(struct raw_blocks *r, const struct raw_block *packed, struct err *e);
/* Writes what still waits, but for what was handed out. */
MUST_CHECK bool raw_blocks_flush(struct raw_blocks *r, struct err *e);
/* Moves what stands out of the blocks that are half empty. All blocks must have been written. */
MUST_CHECK bool raw_blocks_tidy(struct raw_blocks *r, struct err *e);

/* The record at the place into out, which it replaces. Reading a block's records one after the other unpacks
 * it once. */
MUST_CHECK bool raw_blocks_get(struct raw_blocks *r, struct raw_place place, struct buf *out, struct err *e);
