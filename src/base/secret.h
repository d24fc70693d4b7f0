/*
 * secret - random bytes, passwords and keyed hashes, by libsodium.
 *
 * Passwords are kept as Argon2id (RFC 9106); base/secret_cost.h says at what cost.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

void secret_random(void *to, size_t len);

#define SECRET_WORD_SIZE 27 /* 26 letters and digits of 5 bits: 130 bits, and the end */
/* A random word that can be read aloud: lower-case letters and digits, none that look alike. */
const char *secret_word(char out[SECRET_WORD_SIZE]);

#define BASE64URL_DIGEST_SIZE 44
/* 32 bytes in base64url without padding (RFC 4648, 5). */
const char *base64url_digest(const unsigned char digest[32], char out[BASE64URL_DIGEST_SIZE]);

#define SECRET_HASH_SIZE 128
/* What is kept of a password; ERR_LIMIT where there is not enough memory. */
MUST_CHECK bool secret_hash(struct str password, char out[SECRET_HASH_SIZE], struct err *e);
/* Is it the password? hash may be empty or damaged: then no password is. Takes as long in either case. */
bool secret_matches(struct str hash, struct str password);
/* Overwrites it, so that it does not stay in memory. */
void secret_wipe(void *secret, size_t len);

#define KEYED_HASH_KEY_BYTES 16
/* SipHash-2-4: who does not know the key cannot make texts collide. */
uint64_t keyed_hash(const unsigned char key[KEYED_HASH_KEY_BYTES], struct str s);
