/*
 * session - a session begins for who signs in by a page.
 */
#pragma once
#include "actions/users/oidc_claims.h"
#include "actions/users/sign_in.h"
#include "server/exchange.h"

/* Who the provider says it is; the answer is that of GET /api/v1/session. */
MUST_CHECK bool session_enter_identified(
    struct exchange *x, struct sign_in *s, const struct oidc_claims *claims, struct err *e);
