/*
 * card - what people are shown of an advisory, packed into a few hundred bytes.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "sources/advisory.h"

struct card {
	struct str summary;
	struct str revision;
	struct str *aliases;
	size_t alias_count;
	struct score *scores;
	size_t score_count;
};

void card_write(const struct advisory *a, struct buf *out);
/* Texts borrow from packed, arrays are in the arena. ERR_STORE where it is damaged. */
MUST_CHECK bool card_read(struct str packed, struct arena *arena, struct card *out, struct err *e);
