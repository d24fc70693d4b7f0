/*
 * backup - the whole of a store in one file, made while the store is in use, and read back before it counts.
 *
 * The file is the store as it stood at one moment, with its manifest behind it (records/backup_manifest.h).
 */
#pragma once
#include "actions/trail/verify_store.h"
#include "records/backup_manifest.h"
#include "records/trail.h"

struct backup {
	struct backup_manifest manifest;
	struct sha256 file; /* of all its bytes */
	int64_t bytes;
};

/* The file at path, which is not there yet, whole or not at all. Nothing that was recorded before the call is
 * missing. Faults of the trail go to faults; they hinder no backup and are counted in it. Leaves an entry
 * with the file's digest. */
MUST_CHECK bool backup_make(struct db *db, const char *path, struct change_by by, struct db_copying copying,
    struct verify_sink faults, struct backup *out, struct err *e);

/* Is the file as it was made: its bytes, and the store in it? ERR_INPUT says what is not. What verifying a
 * store of this program's schema finds goes to faults; an older one is held to its digest alone, and
 * *verified is false. */
MUST_CHECK bool backup_verify(
    const char *path, struct verify_sink faults, struct backup *out, bool *verified, struct err *e);
