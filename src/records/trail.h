/*
 * trail - entries of the audit trail, each sealed with the digest of the one before (21 CFR 11.10(e)).
 *
 * The digest of an entry is SHA-256 over: the text "aftercare trail 1" and a zero byte, the previous digest
 * (32 bytes), number and instant (8 bytes each, big-endian, two's complement), then who, what, object, old,
 * new, why: each as one byte (0 absent, 1 present), an 8-byte big-endian length and the bytes. The first
 * entry has number 1 and a previous digest of zero bytes.
 */
#pragma once
#include <stdint.h>

#include "base/crypto.h"
#include "base/time.h"

struct trail_entry {
	int64_t number;
	struct instant at;
	struct str who;	     /* the user */
	struct str what;     /* "casefile.assess" */
	struct str object;   /* "casefile 7" */
	struct str old, new; /* what stood before and stands now, JSON; no pointer: absent */
	struct str why;
	struct sha256 previous, digest;
};

/* What a program calls a request, so that it can be sent again. */
struct request_key {
	struct str key;
	struct sha256 digest; /* of the request */
};

/* Who changes, when, and why: what every change is opened with. Texts must outlive the change. */
struct change_by {
	struct str who;
	struct instant at;
	struct str why;
	struct str token; /* proves that it is who, by having signed in; no pointer: nobody has */
	const struct request_key *key; /* of the request that it is done for; NULL: none */
	unsigned program; /* the program itself, by the one role that it has (records/user.h): who, token and
			   * key do not count then; 0: a person */
};

/* The digest that the entry must have. */
struct sha256 trail_seal(const struct trail_entry *entry);
/* The same of one after the other, with a stream that has nothing in it. */
struct sha256 trail_seal_next(struct sha256_stream *h, const struct trail_entry *entry);
