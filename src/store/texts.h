/*
 * texts - the cold side of advisories: their cards and raw records, compressed.
 *
 * Records of a source are compressed against a dictionary made of the first ones of it that came in number; a
 * few records alone are stored without one. Records wait in memory until there are enough, 1 MiB at most.
 */
#pragma once
#include "base/buf.h"
#include "base/zstd_pack.h"
#include "store/db.h"

struct texts;

/* A record on its way into the store. Packing it needs no store and may be done by another thread. */
struct text_job {
	int64_t advisory_id, dictionary_id;
	const struct zstd_dictionary *dictionary;
	struct str card;
	struct str raw; /* as it came; after text_pack() as it is stored */
	bool first;	/* the advisory is new: no job before this one is about it */
};

/* Who has records packed. give copies the card, keeps raw where it is until it is packed, and sees to it that
 * texts_write() gets all of them back packed, in their order. It may decline a job that is the first of its
 * advisory (false): that is packed at once. */
struct text_hand {
	void *ctx;
	bool (*give)(void *ctx, const struct text_job *job); /* NULL: nobody */
};

struct texts *texts_new(struct db *db);
void texts_free(struct texts *t);

/* Takes copies. raw may be empty; its dictionary is found here. */
MUST_CHECK bool texts_put(struct texts *t, int64_t source_id, struct text_job job, struct err *e);
/* From now on texts_put() gives to hand what can be packed, and raw must live as long as hand keeps it. */
void texts_hand_out(struct texts *t, struct text_hand hand);
/* Adds what raw becomes to out; empty stays empty. */
void text_pack(struct zstd_packer *packer, const struct text_job *job, struct buf *out);
MUST_CHECK bool texts_write(struct texts *t, const struct text_job *packed, struct err *e);
/* Writes what still waits. */
MUST_CHECK bool texts_flush(struct texts *t, struct err *e);
/* The raw record of an advisory into out, which it replaces; empty where another advisory carries it. */
MUST_CHECK bool texts_raw(struct texts *t, int64_t advisory_id, struct buf *out, struct err *e);

static inline void texts_scoped_free(struct texts **t)
{
	texts_free(*t);
}
#define SCOPED_TEXTS __attribute__((cleanup(texts_scoped_free))) struct texts
