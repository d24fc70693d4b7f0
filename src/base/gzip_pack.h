/*
 * gzip_pack - texts compressed for HTTP, in the gzip format (RFC 1952), and for PDF, in that of zlib (RFC
 * 1950).
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"

/* Adds to out, which has room for plain and a little more: what cannot be compressed grows by a few bytes.
 * The same text always gives the same bytes. */
void gzip_pack(struct str plain, struct buf *out);

/* Adds what gzip_pack() or another packed, to out, which has room for it; false where that is not so, or it
 * is no gzip. For what is part of the program: outside input has formats/input.h. */
MUST_CHECK bool gzip_unpack(struct str packed, struct buf *out);

/* For many texts one after another: what it takes is made once. */
struct zlib_packer;

struct zlib_packer *zlib_packer_new(void);
void zlib_packer_free(struct zlib_packer *p); /* NULL is fine */
/* As gzip_pack(), in the format of zlib. */
void zlib_pack(struct zlib_packer *p, struct str plain, struct buf *out);
