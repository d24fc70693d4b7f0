/*
 * crypto - SHA-256 (FIPS 180-4) by OpenSSL's libcrypto.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

#define SHA256_BYTES 32
#define SHA256_HEX_SIZE 65

struct sha256 {
	unsigned char bytes[SHA256_BYTES];
};

struct sha256 sha256_of(struct str s);

/* In pieces: open, add ..., close, which gives the digest and ends the object. */
struct sha256_stream;
struct sha256_stream *sha256_open(void);
void sha256_add(struct sha256_stream *h, struct str s);
struct sha256 sha256_close(struct sha256_stream *h);
/* The digest so far; the stream begins anew, which is cheaper than opening one. */
struct sha256 sha256_next(struct sha256_stream *h);

static inline struct str sha256_str(const struct sha256 *digest)
{
	return (struct str){ (const char *)digest->bytes, SHA256_BYTES };
}

const char *sha256_hex(const struct sha256 *digest, char out[SHA256_HEX_SIZE]);
/* 64 hexadecimal digits; false for anything else. */
bool sha256_parse(struct str hex, struct sha256 *out);
