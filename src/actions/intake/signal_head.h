/*
 * signal_head - a signal as the inbox is filtered by (store/signal_heads.h): written with each of its
 * entries, and read in the place of all signals.
 */
#pragma once
#include "actions/signal_read.h"
#include "store/signal_heads.h"

/* Within a change, behind an entry of the signal. The first time it makes those of all signals. */
MUST_CHECK bool signal_head_update(struct db *db, int64_t id, struct err *e);

/* The signals whose head is not what their entries tell, or is missing while others are there, and heads of
 * no signal: by number, in the arena. A store without any has made none yet. */
MUST_CHECK bool signal_heads_differing(
    struct db *db, struct arena *arena, int64_t **ids, size_t *count, struct err *e);

/* A name as heads have it: in lower case, in the arena. */
struct str signal_head_name(struct str name, struct arena *arena);

/* Reads the signals of these numbers, in their order, one after another: each is valid for the call that it
 * is given in. */
MUST_CHECK bool signal_heads_read(
    struct db *db, const int64_t *ids, size_t count, struct signal_sink sink, struct err *e);
