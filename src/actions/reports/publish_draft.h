/*
 * publish_draft - a publication by what a person says of it, word by word: the same for the terminal and for
 * the API.
 *
 * What is not said anew is as the issue before said it; what releases are is said anew as a whole.
 */
#pragma once
#include "publishing/publication.h"
#include "store/db.h"

struct publish_word {
	const char *option, *key; /* "not-affected" of the terminal; kept as "said_not_affected" */
	bool of_releases;
};

/* Ended by one without an option. */
extern const struct publish_word publish_words[];
#define PUBLISH_WORDS 16

/* given: of each of publish_words[], in their order; a count of 0: nothing is said. The lists are borrowed.
 */
struct publish_saying {
	struct publication_said given[PUBLISH_WORDS];
	bool anew;	     /* nothing of the issue before is kept */
	struct str status;   /* a word; empty: final where it is issued, else draft */
	struct str revision; /* what is new in this issue */
	bool issue;
	struct instant at;
};

/* To the second, as its documents tell it. */
static inline struct instant publish_instant(struct instant now)
{
	return (struct instant){ now.us - now.us % 1000000 };
}

struct publish_draft {
	struct publication_facts facts;
	struct publication_request request;
	struct publication publication;
};

/* Made of what stands. ERR_INPUT for words that cannot be meant, ERR_CONFLICT where nothing can be said or it
 * is not stated who says it. Points into the arena and into itself. */
MUST_CHECK bool publish_draft(struct db *db, int64_t casefile_id, const struct publish_saying *saying,
    struct arena *arena, struct publish_draft *out, struct err *e);

/* Releases of which nothing is said, as nothing was found in them: a statement is never made by silence. */
void publish_left_out(
    const struct publish_draft *draft, struct arena *arena, struct str **versions, size_t *count);
