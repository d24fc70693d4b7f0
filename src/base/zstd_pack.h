/*
 * zstd_pack - single records compressed by zstd (RFC 8878), with a dictionary of records like them.
 *
 * A dictionary is plain content that looks like what is to be compressed; both sides must have the same.
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"

struct zstd_dictionary;
/* Copies content, which may be empty: no dictionary. */
struct zstd_dictionary *zstd_dictionary_new(struct str content);
/* A dictionary from samples that stand one behind the other, with the statistics of all of them: out is
 * filled up to the most it may hold. False where there are too few of them. */
bool zstd_dictionary_make(struct str samples, const size_t *sizes, size_t count, struct buf *out);
void zstd_dictionary_free(struct zstd_dictionary *d);

struct zstd_packer; /* working memory, used again and again by one thread */
struct zstd_packer *zstd_packer_new(void);
void zstd_packer_free(struct zstd_packer *p);

/* Replaces what is in out. */
void zstd_pack(struct zstd_packer *p, const struct zstd_dictionary *d, struct str plain, struct buf *out);
/* Replaces what is in out; what would not fit into it, or is damaged, is ERR_STORE. */
MUST_CHECK bool zstd_unpack(struct zstd_packer *p, const struct zstd_dictionary *d, struct str packed,
    struct buf *out, struct err *e);
