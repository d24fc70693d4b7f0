/*
 * encoding - answers are packed with gzip where who asks takes that (RFC 9110, 12.5.3).
 *
 * What carries a secret is never packed, as its length would tell of it (BREACH); nor what is small, what is
 * a file, and what comes bit by bit.
 */
#pragma once
#include "server/exchange.h"

/* Does Accept-Encoding name gzip, or everything, and not with a weight of 0? */
bool encoding_takes_gzip(struct str accept);
/* After the handler: says in the answer whether it will be packed. */
void encoding_choose(struct exchange *x);
/* Last of all: packs it. */
void encoding_pack(struct exchange *x);
