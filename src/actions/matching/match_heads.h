/*
 * match_heads - what advisories are about, for many of them: looked up when asked for, or all at once.
 */
#pragma once
#include "actions/matching/bearing.h"
#include "matching/kept.h"

struct match_heads;

MUST_CHECK bool match_heads_open(struct db *db, struct match_heads **out, struct err *e);
void match_heads_close(struct match_heads *h);
/* Reads all there are: some 24 bytes each. Found ones may then be asked for from several threads. */
MUST_CHECK bool match_heads_all(struct match_heads *h, struct err *e);

/* Fills in everything of out but its matches; what it points to is valid until match_heads_rest(). */
MUST_CHECK bool match_heads_find(struct match_heads *h, int64_t advisory_id, struct kept *out, struct err *e);
/* Which sources count. */
const struct heard *match_heads_heard(const struct match_heads *h);
struct str match_heads_source(const struct match_heads *h, int64_t source_id);
/* All advisories about a vulnerability, by id; valid until match_heads_rest(). */
MUST_CHECK bool match_heads_about(
    struct match_heads *h, int64_t vulnerability_id, const int64_t **ids, size_t *count, struct err *e);
/* When nothing is needed any more: gives memory back. */
void match_heads_rest(struct match_heads *h);
