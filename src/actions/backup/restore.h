/*
 * restore - a store made from a backup.
 */
#pragma once
#include "actions/backup/backup.h"

/* The store at path, which is not there yet, whole or not at all; an older schema is brought up to date.
 * Leaves an entry by by, which nobody has to prove: the users are in the backup. What verifying it in its new
 * place finds goes to faults and is counted in *out. */
MUST_CHECK bool backup_restore(const char *backup, const char *path, struct change_by by,
    struct verify_sink faults, struct backup *out, struct err *e);
