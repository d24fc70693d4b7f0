/*
 * signal_heads - what the inbox is filtered by, a row a signal: derived of its entries, and written as they
 * come (actions/intake/signal_head.h).
 *
 * A store that is older than they are has none until the first entry is added: who asks is told so.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "store/db.h"

struct signal_head {
	int64_t signal_id;
	struct str state, kind;
	struct str vulnerability, stated; /* in lower case */
	/* 0 or 1; a row that somebody altered may have another number */
	int64_t owes;	/* an acknowledgement */
	int64_t alone;	/* a complaint that no casefile has */
	int64_t linked; /* a casefile has it, or it is a duplicate */
	struct instant embargo_until;
	struct str said; /* its summary and where it came from, in lower case */
};

MUST_CHECK bool signal_head_put(struct db *db, const struct signal_head *head, struct err *e);
/* Does the store have them? Of no signals there are all. */
MUST_CHECK bool signal_heads_are_there(struct db *db, bool *there, struct err *e);
MUST_CHECK bool signal_head_get(struct db *db, int64_t signal_id, struct arena *arena,
    struct signal_head *out, bool *found, struct err *e);
/* The heads of no signal. */
MUST_CHECK bool signal_heads_surplus(
    struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
/* The signals that have none, by number; in the arena. */
MUST_CHECK bool signal_heads_missing(
    struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e);

struct signal_head_query {
	struct str state, kind, vulnerability; /* empty: any; vulnerability: in lower case */
	int64_t after;			       /* 0: from the first, in their order */
	bool newest_first;
	int64_t most; /* 0: all */
};
/* The numbers of those asked for, in the arena. */
MUST_CHECK bool signal_heads_find(struct db *db, const struct signal_head_query *query, struct arena *arena,
    int64_t **ids, size_t *count, struct err *e);
/* How many there are, wherever a page begins. */
MUST_CHECK bool signal_heads_count(
    struct db *db, const struct signal_head_query *query, int64_t *count, struct err *e);

/* At most 20, the newest first: that have the letters, which are in lower case, in what they say, and the one
 * of a number (0: none) ahead of them; in the arena. */
MUST_CHECK bool signal_heads_holding(struct db *db, struct str letters, int64_t number, struct arena *arena,
    int64_t **ids, size_t *count, struct err *e);

/* By number, in the arena: who waits for something by law or by promise; those that may say when something
 * was learned; those whose embargo ends later. */
MUST_CHECK bool signal_heads_with_duties(
    struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
MUST_CHECK bool signal_heads_linked(
    struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
MUST_CHECK bool signal_heads_embargoed(
    struct db *db, struct instant now, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
