/*
 * kept_answers - finished answers to GET, kept as long as nothing has changed in the store
 * (docs/choices/kept-answers.md).
 *
 * All of them are of one state of the store, and go together when it has another. An answer that tells of
 * days is kept until its day ends. Belongs to the thread of http.
 */
#pragma once
#include "base/buf.h"
#include "base/time.h"

#define KEPT_DIGEST_SIZE 25 /* of the tag, with its end */

/* One of them; borrowed until it is released. */
struct kept_answer {
	struct str body;  /* as it is sent: packed, where is_packed */
	const char *type; /* outlives the server */
	bool varies, is_packed;
	char digest[KEPT_DIGEST_SIZE];
};

/* What it hangs on, beside the state of the store. */
struct kept_asked {
	struct str target;	    /* path and query, as they were sent */
	unsigned roles;		    /* of who asks */
	bool takes_gzip;	    /* so does the encoding */
	struct instant from, until; /* when it was asked for, and when it ends to be true by itself */
};

struct kept_answers;
/* most_bytes: of all of them, with what they are found by. */
struct kept_answers *kept_answers_new(size_t most_bytes);
void kept_answers_free(struct kept_answers *k);

/* NULL: there is none of this state of the store. until is not looked at. */
const struct kept_answer *kept_answers_find(
    struct kept_answers *k, int64_t version, const struct kept_asked *asked);
/* Takes the bytes of body, which is empty then, and gives the answer back; where it is not to be kept (the
 * store has changed meanwhile, or it is too large) NULL, and body is as it was. version: as it stood before
 * what the answer was made of was read. */
const struct kept_answer *kept_answers_put(struct kept_answers *k, int64_t version,
    const struct kept_asked *asked, const struct kept_answer *answer, struct buf *body);
/* Of each that was found or put; NULL is fine. */
void kept_answers_release(const struct kept_answer *answer);
