/*
 * totp - codes that change every half minute (RFC 6238), by liboath.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

#define TOTP_SECRET_BYTES 20 /* as long as the output of HMAC-SHA-1 (RFC 4226, 4) */
#define TOTP_DIGITS 6
#define TOTP_STEP_SECONDS 30
#define TOTP_BASE32_SIZE 33

/* How the secret is typed into a telephone (RFC 4648, 6). */
const char *totp_base32(const unsigned char secret[TOTP_SECRET_BYTES], char out[TOTP_BASE32_SIZE]);
/* Is it the code of this step of time, the one before, or the one after? *step: which it is of. */
bool totp_matches(
    const unsigned char secret[TOTP_SECRET_BYTES], struct str code, struct instant now, int64_t *step);
