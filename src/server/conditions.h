/*
 * conditions - ETag, If-None-Match and If-Match (RFC 9110, 13): nothing is sent twice, no change of another
 * is lost.
 *
 * The tag is the digest of the answer to GET at the same address (of a part that is put and cannot be read by
 * itself: at the address above it, so "/program" has the tag for "/program/firm-name"), with a word behind it
 * where that is packed, as the bytes are others then; what stands there is the same, and a change may name
 * either. A change with If-Match is refused with 412 where that answer is another one by now. Changes through
 * this server wait for each other, so none comes in between; what is signed with a secret does not, and
 * alters nothing that is changed with If-Match.
 */
#pragma once
#include "server/exchange.h"

/* Before the handler. True with an answer in x: refused. */
MUST_CHECK bool conditions_hold(struct exchange *x, struct err *e);
/* Does If-None-Match name what has this digest? */
bool conditions_are_same(const struct exchange *x, const char *digest);
/* After the handler: adds the tag, or answers 304; the body stays where it may be kept. */
void conditions_answer(struct exchange *x);
/* The header of the tag. */
void conditions_tag(struct exchange *x, const char *digest, bool is_packed);
