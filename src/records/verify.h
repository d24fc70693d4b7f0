/*
 * verify - is the audit trail whole? Entries are given in the order of their numbers.
 *
 * A changed entry has another digest than it states; where one was taken out or put in, the next one's
 * previous digest or number does not fit. The head, kept beside the trail, tells of entries missing at the
 * end. A walk begins with all zero, and ends with verify_clear().
 */
#pragma once
#include "base/err.h"
#include "records/trail_json.h"

struct verify {
	int64_t number;	    /* of the entry before */
	struct sha256 last; /* its digest */
	struct instant at;  /* and its time */
	int64_t entries, faults, clock_steps;
	struct sha256_stream *hash; /* of all seals; NULL before the first */
};

/* A walk that begins at this entry, whatever was before: its place is not held against anything. */
void verify_begin(struct verify *v, const struct trail_entry *first);
/* Gives back what a walk took; what was counted stays. */
void verify_clear(struct verify *v);

/* Adds what is wrong with the entry to *e, one line; true if nothing is. The walk goes on after a fault. */
bool verify_entry(struct verify *v, const struct trail_entry *entry, struct err *e);
/* The same for one whose content is withheld: its place in the chain alone. */
bool verify_withheld(struct verify *v, const struct trail_entry *entry, struct err *e);
/* The same for a line that was handed over, whole or not; and that nothing stands in it that no seal covers.
 */
bool verify_line(struct verify *v, const struct trail_line *line, struct err *e);
/* After the last one: does it have the number and digest of the head? number 0: there is no head. */
bool verify_end(struct verify *v, int64_t number, const struct sha256 *digest, struct err *e);
