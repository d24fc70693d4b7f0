/*
 * trail_json - entries of the audit trail as JSON, one object each, and back: with everything that is under
 * their seal, so that a trail that was handed over can be verified elsewhere.
 *
 * {"number", "at", "at_us", "who", "what", "object", "old", "new", "why", "previous", "digest"}: at_us in
 * microseconds since 1970, texts as they are under the seal or null, digests in hexadecimal digits. Of an
 * entry that is withheld only number, previous and digest are told, and "withheld": true; the chain can be
 * followed through it.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "formats/json_write.h"
#include "records/trail.h"

/* whole: with what it says. */
void trail_write_json(const struct trail_entry *entry, bool whole, struct json_out *w);
/* The same as a line of a file. */
void trail_write_line(const struct trail_entry *entry, bool whole, struct buf *out);

/* A line of a trail that was handed over. */
struct trail_line {
	struct trail_entry entry;
	bool whole; /* as it was written */
	bool exact; /* the line is what trail_write_line() makes of it, byte for byte: so nothing stands in it
		     * that is not under the seal */
};

/* Reads one, with its end. name: the file, for messages. Texts in the arena. ERR_INPUT where it is none. */
MUST_CHECK bool trail_read_line(
    struct str name, struct str line, struct arena *arena, struct trail_line *out, struct err *e);
