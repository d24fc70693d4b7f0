/*
 * kept - the matches of one component as bytes, a section an advisory, so that findings and their traces are
 * made again without comparing anything.
 *
 * A section holds what decides beside the comparison too (which vulnerabilities the advisory is about,
 * whether it is withdrawn): an old state can be told from the bytes alone. Sections stand by advisory id and
 * are cut into rows at ids that their own number decides, some 64 sections a row: a changed advisory rewrites
 * one row of a component, however many matches it has, and the bytes depend on the matches alone.
 *
 * Layout of a row: sections; a section is varint step of the advisory id from the one before, text body. The
 * body: varint source id, varint state, varint count and vulnerabilities, then the matches to its end: byte
 * tier (0x40: not confirmed, with a reason; 0x20: outside the range), varint 1 + number of the identity, or 0
 * and how the package is reached (byte kind, with 0x20 of a rebuild, texts package, version, alias, packaged
 * version, tag), byte scheme, text reason if there is one, entry as in packed.h with id 0 and without keys.
 * What is reached through a rule of the manufacturer can thus be read when the rule is gone.
 */
#pragma once
#include "matching/match.h"

/* What matching says, as a number: raised when the same advisories and components come to other matches or
 * other bytes, so that a store made before is matched again. */
#define KEPT_FORM 4

struct kept {
	int64_t advisory_id, source_id;
	enum advisory_state state;
	const int64_t *vulnerabilities; /* none: another record stands in for it */
	size_t about;
	const struct match *matches; /* in the order in which they were found */
	size_t count;
};

/* The body of a section about the component. */
void kept_write(const struct kept *k, const struct component *c, struct buf *body);
/* Reads it back, with everything in the arena or borrowed from body; the matches point into c. ERR_STORE on
 * damage. */
MUST_CHECK bool kept_read(struct str body, int64_t advisory_id, const struct component *c,
    struct arena *arena, struct kept *out, struct err *e);

/* Which vulnerabilities a section is about, and nothing else of it. In the arena. */
MUST_CHECK bool kept_read_about(
    struct str body, struct arena *arena, const int64_t **vulnerabilities, size_t *count, struct err *e);

/* Appends a section to a row; *last is the advisory id before it, 0 at first. */
void kept_add(struct buf *row, int64_t *last, int64_t advisory_id, struct str body);
/* Takes one off the front; false at the end, and where the bytes are damaged, then *damaged is set. */
bool kept_next(struct str *rest, int64_t *last, int64_t *advisory_id, struct str *body, bool *damaged);

/* Does a section of this advisory begin a row? */
bool kept_begins_row(int64_t advisory_id);
