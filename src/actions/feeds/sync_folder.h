/*
 * sync_folder - a folder of this process for what is being fetched, with records/ and lists/ in it.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"

/* Under TMPDIR, /var/tmp or /tmp, for its owner alone. In the arena. ERR_IO where none can be made. */
MUST_CHECK bool sync_folder_make(struct arena *arena, const char **out, struct err *e);
/* With all that is in it. */
void sync_folder_remove(const char *folder);
