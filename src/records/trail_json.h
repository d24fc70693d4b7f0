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
/* Reads one: *whole as it was written. name: the file, for messages. Texts in the arena. ERR_INPUT where it
 * is none. */
MUST_CHECK bool trail_read_json(struct str name, struct str json, struct arena *arena,
    struct trail_entry *out, bool *whole, struct err *e);
