/*
 * zstd_pack - texts compressed by zstd (RFC 8878) and unpacked again; and, because libzstd is spoken to in
 * one place, streams of any size unpacked.
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"

struct zstd_packer; /* working memory, used again and again by one thread */
struct zstd_packer *zstd_packer_new(void);
void zstd_packer_free(struct zstd_packer *p);

/* Adds to out. */
void zstd_pack(struct zstd_packer *p, struct str plain, struct buf *out);
/* Replaces what is in out; what would not fit into it, or is damaged, is ERR_STORE. */
MUST_CHECK bool zstd_unpack(struct zstd_packer *p, struct str packed, struct buf *out, struct err *e);

/* The same for one text now and then, with working memory of its own. */
void zstd_pack_one(struct str plain, struct buf *out);
MUST_CHECK bool zstd_unpack_one(struct str packed, struct buf *out, struct err *e);

/* A run of frames, unpacked piece by piece. Of a frame's window, which may have 128 MiB, a few MiB are
 * resident at a time (base/spill.h). */
struct zstd_stream;
struct zstd_stream *zstd_stream_new(void);
void zstd_stream_free(struct zstd_stream *s);
/* Forgets what it was unpacking and begins anew, in the memory it has: a window in a file is costly to make.
 */
void zstd_stream_restart(struct zstd_stream *s);
/* Takes bytes off the front of *packed and puts up to room unpacked ones into to; *len may be 0 while *packed
 * is not used up. ERR_INPUT where it is damaged, or wants a larger window. */
MUST_CHECK bool zstd_stream_step(
    struct zstd_stream *s, struct str *packed, char *to, size_t room, size_t *len, struct err *e);
/* Does the stream stand between two frames, so that it may end here? */
bool zstd_stream_may_end(const struct zstd_stream *s);
