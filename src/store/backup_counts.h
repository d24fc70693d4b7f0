/*
 * backup_counts - how many of each thing stand in a store, for the manifest of its backup.
 */
#pragma once
#include "records/backup_manifest.h"
#include "store/db.h"

MUST_CHECK bool backup_counts(struct db *db, int64_t counts[BACKUP_COUNT_COUNT], struct err *e);
