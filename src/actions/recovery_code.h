/*
 * recovery_code - words that stand in for a lost second factor, each once: "k3f9-m2xq-7hwa-t4ze".
 */
#pragma once
#include "base/crypto.h"

#define RECOVERY_CODE_SIZE 20 /* 16 letters and digits of 5 bits: 80 bits, between them "-", and the end */

const char *recovery_code_make(char out[RECOVERY_CODE_SIZE]);
/* Of what is typed, whatever stands between the letters and however they are written; false: it is none. */
bool recovery_code_digest(struct str typed, struct sha256 *out);
