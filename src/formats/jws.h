/*
 * jws - a text that somebody signed (RFC 7515, compact form), held to a set of keys (RFC 7517), by cjose.
 *
 * Only signatures by keys that tell nothing of how to sign are taken: RS256, PS256, ES256 and their longer
 * kin. "none" and the kinds with a shared secret are refused whatever the keys are.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* ERR_INPUT where it is none, of a kind that is not taken, or signed by none of the keys. *out: what was
 * signed, in the arena. */
MUST_CHECK bool jws_read(
    struct str compact, struct str keys, struct arena *arena, struct str *out, struct err *e);
