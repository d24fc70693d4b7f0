/*
 * crypto - SHA-256 (FIPS 180-4) and Ed25519 (RFC 8032) by OpenSSL's libcrypto.
 */
#pragma once
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
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
void sha256_drop(struct sha256_stream *h);
/* The digest so far; the stream begins anew, which is cheaper than opening one. */
struct sha256 sha256_next(struct sha256_stream *h);

static inline struct str sha256_str(const struct sha256 *digest)
{
	return (struct str){ (const char *)digest->bytes, SHA256_BYTES };
}

static inline bool sha256_same(const struct sha256 *a, const struct sha256 *b)
{
	return memcmp(a->bytes, b->bytes, SHA256_BYTES) == 0;
}

/* 2 * count digits and the end; back: exactly so many digits, or false and out is untouched. */
void hex_write(const unsigned char *bytes, size_t count, char *out);
bool hex_parse(struct str hex, unsigned char *out, size_t count);

const char *sha256_hex(const struct sha256 *digest, char out[SHA256_HEX_SIZE]);
/* 64 hexadecimal digits; false for anything else. */
bool sha256_parse(struct str hex, struct sha256 *out);

/* SHA-512 as 128 hexadecimal digits: for what others ask for beside SHA-256. Returns out. */
#define SHA512_HEX_SIZE 129
const char *sha512_hex_of(struct str s, char out[SHA512_HEX_SIZE]);

#define ED25519_KEY_BYTES 32
#define ED25519_SIGNATURE_BYTES 64
#define ED25519_PEM_MOST 4096

struct ed25519_public {
	unsigned char bytes[ED25519_KEY_BYTES];
};
struct ed25519_signature {
	unsigned char bytes[ED25519_SIGNATURE_BYTES];
};

/* A private key. */
struct ed25519;
struct ed25519 *ed25519_new(void);
/* PEM as PKCS #8 has it, not encrypted: what "openssl genpkey -algorithm ed25519" writes. ERR_INPUT for
 * anything else. */
MUST_CHECK bool ed25519_read(struct str pem, struct ed25519 **out, struct err *e);
void ed25519_write(const struct ed25519 *key, struct buf *pem);
void ed25519_free(struct ed25519 *key);

struct ed25519_public ed25519_public(const struct ed25519 *key);
/* As SubjectPublicKeyInfo, for other programs; and back. */
void ed25519_public_write(const struct ed25519_public *key, struct buf *pem);
MUST_CHECK bool ed25519_public_read(struct str pem, struct ed25519_public *out, struct err *e);

struct ed25519_signature ed25519_sign(const struct ed25519 *key, struct str message);
bool ed25519_verify(
    const struct ed25519_public *key, struct str message, const struct ed25519_signature *signature);

static inline void ed25519_scoped_free(struct ed25519 **key)
{
	ed25519_free(*key);
}
#define SCOPED_ED25519 __attribute__((cleanup(ed25519_scoped_free))) struct ed25519
