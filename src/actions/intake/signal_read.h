/*
 * signal_read - signals out of the store: their entries, and what these come to.
 */
#pragma once
#include "assessment/signal.h"
#include "base/arena.h"
#include "base/time_zone.h"
#include "store/db.h"

struct signal_file {
	struct signal signal;
	struct signal_entry *entries;
	size_t entry_count;
	struct str zone; /* the firm's, in which its days are */
};

/* One signal; ERR_INPUT where there is none. All in the arena. */
MUST_CHECK bool signal_read(
    struct db *db, int64_t id, struct arena *arena, struct signal_file *out, struct err *e);
/* All of them, by number; in the arena. */
MUST_CHECK bool signal_read_all(
    struct db *db, struct arena *arena, struct signal **out, size_t *count, struct err *e);

/* The content of the last entry of a kind; no pointer where there is none. */
struct str signal_standing(const struct signal_file *file, const char *kind);

/* What somebody wrote of when something was: an instant with its offset, or a day of the firm's. */
struct signal_moment {
	struct instant at; /* of a day, its beginning */
	struct date on;
};
MUST_CHECK bool signal_moment_read(
    struct str text, const struct time_zone *zone, struct signal_moment *out, struct err *e);
