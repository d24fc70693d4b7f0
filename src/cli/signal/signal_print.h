/*
 * signal_print - what the commands about signals share.
 */
#pragma once
#include "actions/intake/learning.h"
#include "cli/command.h"

#define SIGNAL_IDS_MOST 1000

/* "3" or "3,5,8": each once. */
MUST_CHECK bool signal_ids_read(struct str words, int64_t ids[SIGNAL_IDS_MOST], size_t *count, struct err *e);

/* Days of learning that signals have moved, loudly: they move what is due. */
void signal_print_moves(struct app *app, const struct learning_moves *moves);
