/*
 * checkpoints - entries of the trail under a signature, made here and kept elsewhere; and the trail held
 * against them (records/checkpoint.h).
 */
#pragma once
#include "actions/trail/verify_store.h"
#include "base/arena.h"
#include "records/checkpoint.h"
#include "store/trails.h"

/* Signs the newest entry, and leaves an entry of it. ERR_CONFLICT where there is none yet. */
MUST_CHECK bool checkpoint_make(
    struct db *db, const struct ed25519 *key, struct change_by by, struct checkpoint *out, struct err *e);

struct checkpoints {
	struct checkpoint *items;
	size_t count, room;
};
/* A file with one a line; adds to *all. In the arena. */
MUST_CHECK bool checkpoints_read(
    const char *path, struct arena *arena, struct checkpoints *all, struct err *e);

/* Holds entries against the checkpoints: each that names another digest, or an entry that does not come, is
 * told, and so is one that was not signed with the key it names; key: nor with this one, where it is not
 * NULL. */
struct checkpoint_check;
struct checkpoint_check *checkpoint_check_open(
    const struct checkpoints *all, const struct ed25519_public *key, struct verify_sink out);
/* In the order of their numbers. */
void checkpoint_check_take(struct checkpoint_check *c, const struct trail_entry *entry);
/* The number of faults; frees it. */
int64_t checkpoint_check_close(struct checkpoint_check *c);
