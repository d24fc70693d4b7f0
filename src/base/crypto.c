#include "base/crypto.h"

#include <assert.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"

/* libcrypto fails here only when memory or the library itself is broken; neither can be worked around. */
static void must(int ok)
{
	assert(ok == 1);
	(void)ok;
}

/* Records are digested in many small pieces, and each call of libcrypto takes as long as a block. */
#define WAITING_MOST 1024

struct sha256_stream {
	EVP_MD_CTX *ctx;
	size_t waiting;
	unsigned char bytes[WAITING_MOST];
};

/* Looked up once: libcrypto else looks for it again whenever a digest begins. */
static EVP_MD *algorithm;
static pthread_once_t algorithm_once = PTHREAD_ONCE_INIT;

static void find_algorithm(void)
{
	/* a digest depends on nothing that a machine's openssl.cnf says, and reading that takes as long as
	 * ten thousand digests */
	must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
	algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
	assert(algorithm);
}

static EVP_MD_CTX *begin(void)
{
	EVP_MD_CTX *ctx;

	must(pthread_once(&algorithm_once, find_algorithm) == 0);
	ctx = EVP_MD_CTX_new();
	assert(ctx);
	must(EVP_DigestInit_ex(ctx, algorithm, NULL));
	return ctx;
}

static struct sha256 end(EVP_MD_CTX *ctx)
{
	struct sha256 digest;
	unsigned len = 0;

	must(EVP_DigestFinal_ex(ctx, digest.bytes, &len));
	assert(len == SHA256_BYTES);
	return digest;
}

struct sha256_stream *sha256_open(void)
{
	struct sha256_stream *h = memory_resize(NULL, 1, sizeof(*h));

	h->ctx = begin();
	h->waiting = 0;
	return h;
}

static void flush(struct sha256_stream *h)
{
	must(EVP_DigestUpdate(h->ctx, h->bytes, h->waiting));
	h->waiting = 0;
}

void sha256_add(struct sha256_stream *h, struct str s)
{
	if (s.len > WAITING_MOST - h->waiting)
		flush(h);
	if (s.len > WAITING_MOST) {
		must(EVP_DigestUpdate(h->ctx, s.ptr, s.len));
		return;
	}
	if (s.len)
		memcpy(h->bytes + h->waiting, s.ptr, s.len);
	h->waiting += s.len;
}

static struct sha256 finish(struct sha256_stream *h)
{
	flush(h);
	return end(h->ctx);
}

struct sha256 sha256_next(struct sha256_stream *h)
{
	struct sha256 digest = finish(h);

	must(EVP_DigestInit_ex(h->ctx, NULL, NULL));
	return digest;
}

void sha256_drop(struct sha256_stream *h)
{
	if (!h)
		return;
	EVP_MD_CTX_free(h->ctx);
	free(h);
}

struct sha256 sha256_close(struct sha256_stream *h)
{
	struct sha256 digest = finish(h);

	sha256_drop(h);
	return digest;
}

struct sha256 sha256_of(struct str s)
{
	EVP_MD_CTX *ctx = begin();
	struct sha256 digest;

	must(EVP_DigestUpdate(ctx, s.ptr, s.len));
	digest = end(ctx);
	EVP_MD_CTX_free(ctx);
	return digest;
}

void hex_write(const unsigned char *bytes, size_t count, char *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < count; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[2 * count] = '\0';
}

bool hex_parse(struct str hex, unsigned char *out, size_t count)
{
	if (hex.len != 2 * count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (char_hex(hex.ptr[2 * i]) < 0 || char_hex(hex.ptr[2 * i + 1]) < 0)
			return false;
	for (size_t i = 0; i < count; i++)
		out[i] = (unsigned char)(char_hex(hex.ptr[2 * i]) * 16 + char_hex(hex.ptr[2 * i + 1]));
	return true;
}

const char *sha512_hex_of(struct str s, char out[SHA512_HEX_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char bytes[(SHA512_HEX_SIZE - 1) / 2];
	unsigned len = 0;

	must(EVP_Digest(s.len ? s.ptr : "", s.len, bytes, &len, EVP_sha512(), NULL));
	assert(len == sizeof(bytes));
	for (size_t i = 0; i < sizeof(bytes); i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[SHA512_HEX_SIZE - 1] = '\0';
	return out;
}

const char *sha256_hex(const struct sha256 *digest, char out[SHA256_HEX_SIZE])
{
	hex_write(digest->bytes, SHA256_BYTES, out);
	return out;
}

bool sha256_parse(struct str hex, struct sha256 *out)
{
	return hex_parse(hex, out->bytes, SHA256_BYTES);
}

/* The private key is libcrypto's own object under our name. */
static EVP_PKEY *own(const struct ed25519 *key)
{
	return (EVP_PKEY *)(uintptr_t)key;
}

struct ed25519 *ed25519_new(void)
{
	EVP_PKEY *key;

	must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
	key = EVP_PKEY_Q_keygen(NULL, NULL, "ED25519");
	assert(key);
	return (struct ed25519 *)key;
}

static int no_password(char *to, int room, int writes, void *ctx)
{
	(void)to;
	(void)room;
	(void)writes;
	(void)ctx;
	return 0;
}

static bool check_kind(EVP_PKEY *key, struct err *e)
{
	if (key && EVP_PKEY_is_a(key, "ED25519"))
		return true;
	EVP_PKEY_free(key);
	return err_fail(e, ERR_INPUT, "expected an Ed25519 key in PEM, not encrypted");
}

bool ed25519_read(struct str pem, struct ed25519 **out, struct err *e)
{
	BIO *from;
	EVP_PKEY *key;

	must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
	from = BIO_new_mem_buf(pem.ptr, (int)(pem.len > ED25519_PEM_MOST ? ED25519_PEM_MOST : pem.len));
	assert(from);
	key = PEM_read_bio_PrivateKey(from, NULL, no_password, NULL);
	BIO_free(from);
	if (!check_kind(key, e))
		return false;
	*out = (struct ed25519 *)key;
	return true;
}

static void take_bio(BIO *from, struct buf *out)
{
	char *text;
	long len = BIO_get_mem_data(from, &text);

	buf_add(out, (struct str){ text, (size_t)len });
	BIO_free(from);
}

void ed25519_write(const struct ed25519 *key, struct buf *pem)
{
	BIO *to = BIO_new(BIO_s_secmem());

	assert(to);
	must(PEM_write_bio_PKCS8PrivateKey(to, own(key), NULL, NULL, 0, NULL, NULL));
	take_bio(to, pem);
}

void ed25519_free(struct ed25519 *key)
{
	EVP_PKEY_free(own(key));
}

static struct ed25519_public public_of(const EVP_PKEY *key)
{
	struct ed25519_public out;
	size_t len = sizeof(out.bytes);

	must(EVP_PKEY_get_raw_public_key(key, out.bytes, &len));
	assert(len == sizeof(out.bytes));
	return out;
}

struct ed25519_public ed25519_public(const struct ed25519 *key)
{
	return public_of(own(key));
}

static EVP_PKEY *public_key(const struct ed25519_public *key)
{
	must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
	return EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, key->bytes, sizeof(key->bytes));
}

void ed25519_public_write(const struct ed25519_public *key, struct buf *pem)
{
	EVP_PKEY *public = public_key(key);
	BIO *to = BIO_new(BIO_s_mem());

	assert(public && to);
	must(PEM_write_bio_PUBKEY(to, public));
	EVP_PKEY_free(public);
	take_bio(to, pem);
}

bool ed25519_public_read(struct str pem, struct ed25519_public *out, struct err *e)
{
	BIO *from;
	EVP_PKEY *key;

	must(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL));
	from = BIO_new_mem_buf(pem.ptr, (int)(pem.len > ED25519_PEM_MOST ? ED25519_PEM_MOST : pem.len));
	assert(from);
	key = PEM_read_bio_PUBKEY(from, NULL, no_password, NULL);
	BIO_free(from);
	if (!check_kind(key, e))
		return false;
	*out = public_of(key);
	EVP_PKEY_free(key);
	return true;
}

struct ed25519_signature ed25519_sign(const struct ed25519 *key, struct str message)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	struct ed25519_signature out;
	size_t len = sizeof(out.bytes);

	assert(ctx);
	must(EVP_DigestSignInit(ctx, NULL, NULL, NULL, own(key)));
	must(EVP_DigestSign(ctx, out.bytes, &len, (const unsigned char *)message.ptr, message.len));
	assert(len == sizeof(out.bytes));
	EVP_MD_CTX_free(ctx);
	return out;
}

bool ed25519_verify(
    const struct ed25519_public *key, struct str message, const struct ed25519_signature *signature)
{
	EVP_PKEY *public = public_key(key);
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	bool good;

	assert(ctx);
	good = public && EVP_DigestVerifyInit(ctx, NULL, NULL, NULL, public) == 1 &&
	       EVP_DigestVerify(ctx, signature->bytes, sizeof(signature->bytes),
		   (const unsigned char *)message.ptr, message.len) == 1;
	EVP_MD_CTX_free(ctx);
	EVP_PKEY_free(public);
	return good;
}
