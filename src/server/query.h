/*
 * query - does a request ask for what there is?
 *
 * A key that nobody knows is refused, not passed over: a filter that is misspelt would look like none, and
 * the answer like the whole.
 */
#pragma once
#include "server/exchange.h"

/* The keys that the query of a request may have, joined with "|". One that may have none is not in the table.
 */
struct query_keys {
	const char *method;
	const char *path; /* as the route has it */
	const char *keys;
};

/* Made of docs/openapi.json by tools/querygen; ended by a row without a path. */
extern const struct query_keys query_keys[];

/* ERR_USAGE for a key that the route does not know, and for one that is there twice. Only /api/v1 is strict.
 */
MUST_CHECK bool query_check(struct exchange *x, struct err *e);
