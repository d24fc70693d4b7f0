/*
 * backup_file - the bytes of a backup's file: read and held against its manifest.
 */
#pragma once
#include "actions/backup/backup.h"
#include "formats/input.h"

/* The manifest at its end, and whether its size is what that says. */
MUST_CHECK bool backup_file_manifest(const char *path, struct backup_manifest *out, struct err *e);
/* All of it, against the manifest; *digest: of all its bytes. The store's bytes go to copy, unless it is
 * NULL. */
MUST_CHECK bool backup_file_read(const char *path, const struct backup_manifest *m, const char *copy,
    struct sha256 *digest, struct err *e);
/* Puts the manifest behind the store at path, whose bytes and digest it states from then on. */
MUST_CHECK bool backup_file_seal(const char *path, struct backup *b, struct err *e);
/* Holds the store to what the manifest counts and where its trail ends. */
MUST_CHECK bool backup_file_compare(
    const char *path, struct db *db, const struct backup_manifest *m, struct err *e);
