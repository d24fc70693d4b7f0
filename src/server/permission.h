/*
 * permission - may who asks do something, asked before anything is taken in or begun: the change asks again.
 */
#pragma once
#include "server/exchange.h"

/* what, object: as the trail calls them. ERR_DENIED, with an entry of the refusal, where not. */
MUST_CHECK bool permission_has(const struct exchange *x, const char *what, struct str object, struct err *e);
