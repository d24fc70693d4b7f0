#include "base/crypto.h"

#include <assert.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdio.h>

/* libcrypto fails here only when memory or the library itself is broken; neither can be worked around. */
static void must(int ok)
{
	assert(ok == 1);
	(void)ok;
}

struct sha256_stream *sha256_open(void)
{
	EVP_MD_CTX *ctx;

	/* a digest depends on nothing that a machine's openssl.cnf says, and reading that takes as long as
	 * ten thousand digests */
	must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
	ctx = EVP_MD_CTX_new();
	assert(ctx);
	must(EVP_DigestInit_ex(ctx, EVP_sha256(), NULL));
	return (struct sha256_stream *)ctx; /* the opaque name of libcrypto's own object */
}

void sha256_add(struct sha256_stream *h, struct str s)
{
	must(EVP_DigestUpdate((EVP_MD_CTX *)h, s.ptr, s.len));
}

static struct sha256 finish(struct sha256_stream *h)
{
	struct sha256 digest;
	unsigned len = 0;

	must(EVP_DigestFinal_ex((EVP_MD_CTX *)h, digest.bytes, &len));
	assert(len == SHA256_BYTES);
	return digest;
}

struct sha256 sha256_next(struct sha256_stream *h)
{
	struct sha256 digest = finish(h);

	must(EVP_DigestInit_ex((EVP_MD_CTX *)h, NULL, NULL));
	return digest;
}

struct sha256 sha256_close(struct sha256_stream *h)
{
	struct sha256 digest = finish(h);

	EVP_MD_CTX_free((EVP_MD_CTX *)h);
	return digest;
}

struct sha256 sha256_of(struct str s)
{
	struct sha256_stream *h = sha256_open();

	sha256_add(h, s);
	return sha256_close(h);
}

const char *sha256_hex(const struct sha256 *digest, char out[SHA256_HEX_SIZE])
{
	for (size_t i = 0; i < SHA256_BYTES; i++)
		snprintf(out + 2 * i, 3, "%02x", digest->bytes[i]);
	return out;
}

bool sha256_parse(struct str hex, struct sha256 *out)
{
	struct sha256 digest;

	if (hex.len != 2 * SHA256_BYTES)
		return false;
	for (size_t i = 0; i < SHA256_BYTES; i++) {
		int high = char_hex(hex.ptr[2 * i]), low = char_hex(hex.ptr[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		digest.bytes[i] = (unsigned char)(high * 16 + low);
	}
	*out = digest;
	return true;
}
