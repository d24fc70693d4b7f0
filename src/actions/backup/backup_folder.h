/*
 * backup_folder - the folder into which a server puts backups: their names, and which are there.
 */
#pragma once
#include "actions/backup/backup.h"
#include "base/arena.h"

struct backup_entry {
	struct str name; /* "2026-05-04T021500Z.backup" */
	int64_t bytes;
	struct backup_manifest manifest;
	struct str wrong; /* why it is none, though it is called so; no pointer: nothing is wrong so far */
};

/* What a backup made at that instant is called; in the arena. */
struct str backup_folder_name(struct instant at, struct arena *arena);
/* FOLDER/NAME for a name as it may stand here, and nowhere else: ERR_ABSENT for any other. */
MUST_CHECK bool backup_folder_path(
    const char *folder, struct str name, struct arena *arena, const char **out, struct err *e);
/* All that are called so, the newest first by name. Their manifests are read, not their bytes. */
MUST_CHECK bool backup_folder_list(
    const char *folder, struct arena *arena, struct backup_entry **out, size_t *count, struct err *e);
