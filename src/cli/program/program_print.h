/*
 * program_print - what the commands about the programme share.
 */
#pragma once
#include "actions/program/program.h"
#include "cli/command.h"

/* Reads the file and makes it the policy, or a draft of it; *says tells which, in the arena. */
MUST_CHECK bool program_policy_read(struct db *db, const char *path, struct change_by by, struct arena *arena,
    struct str *says, struct err *e);
