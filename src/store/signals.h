/*
 * signals - signals and their entries. Writing is for actions/, within a change.
 */
#pragma once
#include "assessment/signal.h"
#include "base/arena.h"
#include "store/db.h"

MUST_CHECK bool signal_row_add(struct db *db, struct instant at, int64_t *id, struct err *e);
/* id and signal_id of entry are not looked at; *id: the entry's. */
MUST_CHECK bool signal_entry_add(
    struct db *db, int64_t signal_id, const struct signal_entry *entry, int64_t *id, struct err *e);

/* One entry, by its own number. Texts in the arena. */
MUST_CHECK bool signal_entry_find(
    struct db *db, int64_t id, struct arena *arena, struct signal_entry *out, bool *found, struct err *e);

/* The entries of one signal, in the order they were added; ERR_INPUT where there is no such signal. In the
 * arena. */
MUST_CHECK bool signal_entries(struct db *db, int64_t signal_id, struct arena *arena,
    struct signal_entry **out, size_t *count, struct err *e);
/* The entries of the signals behind the one of the number after, signal by signal; each is valid for the call
 * that it is given in. *enough: those behind are not wanted. */
struct signal_entry_sink {
	void *ctx;
	bool (*entry)(void *ctx, const struct signal_entry *entry, struct err *e);
	const bool *enough;
};
MUST_CHECK bool signal_entries_each(
    struct db *db, int64_t after, struct signal_entry_sink sink, struct err *e);
/* The same from the newest signal on: of the signals before the one of that number; 0: of all. */
MUST_CHECK bool signal_entries_each_backwards(
    struct db *db, int64_t before, struct signal_entry_sink sink, struct err *e);
MUST_CHECK bool signal_count(struct db *db, int64_t *count, struct err *e);

/* The signal that was made of it; 0: none. */
MUST_CHECK bool signal_origin_find(struct db *db, struct str origin, int64_t *signal_id, struct err *e);
MUST_CHECK bool signal_origin_add(struct db *db, struct str origin, int64_t signal_id, struct err *e);
