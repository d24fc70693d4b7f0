/*
 * oidc - somebody signs in at a provider (OpenID Connect Core 1.0, authorization code with PKCE, RFC 7636).
 *
 * The provider says who it is, and no more: what a user may do is aftercare's own. Its documents are fetched
 * anew for each sign-in, so that its keys may change at any time.
 */
#pragma once
#include "actions/users/oidc_claims.h"
#include "base/secret.h"

struct oidc_config {
	struct str issuer, client_id;
	struct str client_secret; /* empty: a public client */
	struct str redirect;	  /* our page that the provider sends the browser back to */
	struct str title;	  /* "Quillmere accounts" */
};

/* A JSON file: docs/man/oidc.md. The file of the client's secret must be its owner's alone. */
MUST_CHECK bool oidc_config_read(
    const char *path, struct arena *arena, struct oidc_config *out, struct err *e);

/* What is kept of a request until the browser comes back; all of it random, and of use once. */
struct oidc_request {
	char state[SECRET_WORD_SIZE], nonce[SECRET_WORD_SIZE];
	char verifier[2 * SECRET_WORD_SIZE]; /* at least 43 characters, RFC 7636, 4.1 */
};

/* *address: where the browser goes. */
MUST_CHECK bool oidc_begin(const struct oidc_config *c, struct oidc_request *out, struct arena *arena,
    struct str *address, struct err *e);
/* Who it is, for the code that the browser came back with. ERR_DENIED where the provider says otherwise, or
 * what it says does not hold; ERR_IO where it cannot be reached. */
MUST_CHECK bool oidc_identify(const struct oidc_config *c, const struct oidc_request *request,
    struct str code, struct instant now, struct arena *arena, struct oidc_claims *out, struct err *e);
