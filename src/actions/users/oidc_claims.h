/*
 * oidc_claims - what a provider says of somebody who has signed in there, held to what was asked (OpenID
 * Connect Core 1.0, 3.1.3.7). Its signature has been checked before.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"

struct oidc_expected {
	struct str issuer, client_id;
	struct str nonce; /* that the request had */
	struct instant now;
};

struct oidc_claims {
	struct str issuer, subject;
	struct str email; /* empty: none, or not verified there */
};

#define OIDC_CLOCK_SECONDS 60 /* that the provider's clock may be off */
#define OIDC_OLD_SECONDS 600  /* that a token may have been made ago */

/* ERR_INPUT where anything differs. In the arena. */
MUST_CHECK bool oidc_claims_read(struct str json, const struct oidc_expected *expected, struct arena *arena,
    struct oidc_claims *out, struct err *e);
