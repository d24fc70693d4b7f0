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
/* One after another, by number, from behind that of the number after (0: all). Each is valid for the call
 * that it is given in; signal_keep() makes more of it. *enough: those behind are not wanted. */
struct signal_sink {
	void *ctx;
	bool (*take)(void *ctx, const struct signal *s, struct err *e);
	const bool *enough; /* NULL: all are wanted */
};
MUST_CHECK bool signal_each(struct db *db, int64_t after, struct signal_sink sink, struct err *e);
/* The same from the newest on: those before that of the number; 0: all. */
MUST_CHECK bool signal_each_backwards(struct db *db, int64_t before, struct signal_sink sink, struct err *e);
/* Those that casefiles have (of_casefile: that one; 0: any), by number; in the arena. */
MUST_CHECK bool signals_in_casefiles(struct db *db, int64_t of_casefile, struct arena *arena,
    struct signal **out, size_t *count, struct err *e);

/* The content of the last entry of a kind; no pointer where there is none. */
struct str signal_standing(const struct signal_file *file, const char *kind);

/* What somebody wrote of when something was: an instant with its offset, or a day of the firm's. */
struct signal_moment {
	struct instant at; /* of a day, its beginning */
	struct date on;
};
MUST_CHECK bool signal_moment_read(
    struct str text, const struct time_zone *zone, struct signal_moment *out, struct err *e);
