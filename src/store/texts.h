/*
 * texts - the cold side of advisories: their cards, and where their raw records are.
 */
#pragma once
#include "store/raw_blocks.h"

struct texts;

struct texts *texts_new(struct db *db);
void texts_free(struct texts *t);

/* Takes copies. first: the store has no text of this advisory. raw may be empty: another advisory carries it,
 * or nobody keeps it. */
MUST_CHECK bool texts_put(
    struct texts *t, int64_t advisory_id, bool first, struct str card, struct str raw, struct err *e);
/* From now on blocks of raw records are given to hand, and come back by texts_take_packed(). */
void texts_hand_out(struct texts *t, struct raw_hand hand);
MUST_CHECK bool texts_take_packed(struct texts *t, const struct raw_block *packed, struct err *e);
/* Writes what still waits, and tidies up. Everything that was handed out must be back. */
MUST_CHECK bool texts_flush(struct texts *t, struct err *e);
/* The raw record of an advisory into out, which it replaces; empty where another advisory carries it.
 * ERR_STORE where it was kept by a version of the store that is gone: its feed must be imported again. */
MUST_CHECK bool texts_raw(struct texts *t, int64_t advisory_id, struct buf *out, struct err *e);

/* The same; *lost, and no error, where it was kept by a version that is gone. */
MUST_CHECK bool texts_raw_or_lost(
    struct texts *t, int64_t advisory_id, struct buf *out, bool *lost, struct err *e);

static inline void texts_scoped_free(struct texts **t)
{
	texts_free(*t);
}
#define SCOPED_TEXTS __attribute__((cleanup(texts_scoped_free))) struct texts
