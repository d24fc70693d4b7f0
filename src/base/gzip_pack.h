/*
 * gzip_pack - texts compressed for HTTP, in the gzip format (RFC 1952).
 */
#pragma once
#include "base/buf.h"

/* Adds to out, which has room for plain and a little more: what cannot be compressed grows by a few bytes.
 * The same text always gives the same bytes. */
void gzip_pack(struct str plain, struct buf *out);
