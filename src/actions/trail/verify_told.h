/*
 * verify_told - what the entries of an audit trail tell of: records, signatures, and states of which the
 * newest stands. Gathered in one walk, as digests.
 */
#pragma once
#include "actions/trail/verify_states.h"
#include "base/crypto.h"

struct told_record {
	int64_t id, entry;
	struct sha256 digest; /* told_digest() of it */
	bool seen;
};

struct told_signature {
	int64_t entry;
	struct sha256 seal;
	int64_t row; /* the signature that it tells of; 0: none was found yet */
};

struct told_state {
	const struct verify_state *kind;
	struct str object;
	int64_t entry;
	bool earlier;	      /* told in another form: it must be there, as whatever */
	struct sha256 digest; /* of its standing */
};

/* An empty one is all zero; told_clear() it. */
struct told {
	struct arena kept;
	struct sha256_stream *hash;
	struct told_record *records;
	size_t record_count, record_room;
	struct told_signature *signatures; /* in the order of their entries */
	size_t signature_count, signature_room;
	struct told_state *states;
	size_t state_count, state_room;
};

void told_take(struct told *t, const struct trail_entry *entry);
/* After the last entry: then records are found by number, and states stand by object, the newest last. */
void told_sort(struct told *t);
struct told_record *told_find_record(const struct told *t, int64_t id);
struct told_signature *told_find_signature(const struct told *t, int64_t entry);
/* Does the next state tell of the same thing? */
bool told_is_old(const struct told *t, size_t state);
/* How many things, or rows of them, the entries tell of that stand in the table. */
size_t told_rows(const struct told *t, const char *table);
void told_clear(struct told *t);

/* Of what an entry says of an object, and when and by whom it was said. */
struct sha256 told_digest(
    struct told *t, struct str object, struct str json, struct instant at, struct str who);
struct sha256 told_standing(struct told *t, struct str object, const struct verify_standing *s);
