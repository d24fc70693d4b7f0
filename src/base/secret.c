#include "base/secret.h"

#include <sodium.h>

#include "base/secret_cost.h"

_Static_assert(SECRET_HASH_SIZE == crypto_pwhash_STRBYTES, "libsodium writes this many bytes");
_Static_assert(KEYED_HASH_KEY_BYTES == crypto_shorthash_KEYBYTES, "libsodium's key");

void secret_random(void *to, size_t len)
{
	randombytes_buf(to, len);
}

const char *secret_word(char out[SECRET_WORD_SIZE])
{
	static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789"; /* no l, o, 0, 1 */
	unsigned char bytes[SECRET_WORD_SIZE - 1];

	_Static_assert(sizeof(letters) - 1 == 32, "five bits a letter");
	randombytes_buf(bytes, sizeof(bytes));
	for (size_t i = 0; i < sizeof(bytes); i++)
		out[i] = letters[bytes[i] & 31];
	out[sizeof(bytes)] = '\0';
	return out;
}

const char *base64url_digest(const unsigned char digest[32], char out[BASE64URL_DIGEST_SIZE])
{
	return sodium_bin2base64(
	    out, BASE64URL_DIGEST_SIZE, digest, 32, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool secret_hash(struct str password, char out[SECRET_HASH_SIZE], struct err *e)
{
	memset(out, 0, SECRET_HASH_SIZE);
	return crypto_pwhash_str(
		   out, password.ptr, password.len, secret_cost.passes, secret_cost.memory_bytes) == 0 ||
	       err_fail(e, ERR_LIMIT, "there is not enough memory to hash a password");
}

bool secret_matches(struct str hash, struct str password)
{
	/* of no password; what it takes to compare with it is what hides that there is none */
	static const char nobody[] = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
				     "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
	char kept[SECRET_HASH_SIZE] = { 0 };
	bool known = hash.len > 0 && hash.len < sizeof(kept), matches;

	memcpy(kept, known ? hash.ptr : nobody, known ? hash.len : sizeof(nobody) - 1);
	matches = crypto_pwhash_str_verify(kept, password.ptr ? password.ptr : "", password.len) == 0;
	return known && matches;
}

void secret_wipe(void *secret, size_t len)
{
	sodium_memzero(secret, len);
}

uint64_t keyed_hash(const unsigned char key[KEYED_HASH_KEY_BYTES], struct str s)
{
	uint64_t hash;
	unsigned char out[crypto_shorthash_BYTES];

	crypto_shorthash(out, (const unsigned char *)(s.ptr ? s.ptr : ""), s.len, key);
	memcpy(&hash, out, sizeof(hash));
	return hash;
}
