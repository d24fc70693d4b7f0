/*
 * request_keys - requests that have changed something, by the key of their sender: what is sent again is not
 * done again.
 *
 * The key is kept by the change itself (store/change.h), so it is there exactly where the change is.
 */
#pragma once
#include "records/trail.h"
#include "store/db.h"

#define REQUEST_KEY_KEPT_US (INT64_C(24) * 3600 * 1000000)

/* For change.c: within the change, as its entry number. Those older than a day go. */
MUST_CHECK bool request_key_add(struct db *db, struct str who, const struct request_key *key, int64_t entry,
    struct instant at, struct err *e);

struct request_key_row {
	struct sha256 digest; /* of the request */
	int64_t entry;	      /* the last one of what it changed */
	int status;	      /* of the answer; 0: it is not known */
	struct str answer;    /* in the arena */
};
MUST_CHECK bool request_key_find(struct db *db, struct str who, struct str key, struct arena *arena,
    struct request_key_row *out, bool *found, struct err *e);
/* Keeps the answer, where there is such a request. */
MUST_CHECK bool request_key_answer(
    struct db *db, struct str who, struct str key, int status, struct str answer, struct err *e);
