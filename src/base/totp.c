#include "base/totp.h"

#include <liboath/oath.h>

#include "base/memory.h"

#define AROUND 1 /* steps that a telephone's clock may be off (RFC 6238, 5.2) */

const char *totp_base32(const unsigned char secret[TOTP_SECRET_BYTES], char out[TOTP_BASE32_SIZE])
{
	size_t len = 0;
	char *text = NULL;

	if (oath_init() != OATH_OK ||
	    oath_base32_encode((const char *)secret, TOTP_SECRET_BYTES, &text, &len) != OATH_OK ||
	    len != TOTP_BASE32_SIZE - 1)
		memory_out(TOTP_BASE32_SIZE);
	memcpy(out, text, len);
	out[len] = '\0';
	free(text);
	return out;
}

/* Looks at every digit, whichever is wrong. */
static bool same(const char *code, struct str given)
{
	unsigned differs = 0;

	for (size_t i = 0; i < TOTP_DIGITS; i++)
		differs |= (unsigned)(code[i] ^ given.ptr[i]);
	return differs == 0;
}

bool totp_matches(
    const unsigned char secret[TOTP_SECRET_BYTES], struct str code, struct instant now, int64_t *step)
{
	int64_t now_step = now.us / 1000000 / TOTP_STEP_SECONDS;
	char expected[TOTP_DIGITS + 1];
	bool matches = false;

	if (code.len != TOTP_DIGITS || oath_init() != OATH_OK)
		return false;
	for (int64_t i = now_step - AROUND; i <= now_step + AROUND; i++) {
		if (i < 0 ||
		    oath_totp_generate((const char *)secret, TOTP_SECRET_BYTES, i * TOTP_STEP_SECONDS,
			TOTP_STEP_SECONDS, 0, TOTP_DIGITS, expected) != OATH_OK)
			continue;
		if (same(expected, code)) {
			matches = true;
			*step = i;
		}
	}
	return matches;
}
