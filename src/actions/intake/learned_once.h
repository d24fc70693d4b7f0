/*
 * learned_once - the firm learns of a vulnerability once (A1): in another device, or another file, it is not
 * news.
 */
#pragma once
#include "actions/casework/case_view.h"

/* ERR_CONFLICT where another casefile on the same vulnerability says an earlier day of learning
 * than view, and why says nothing. *later: those that say a later one, whose clocks run from too late a day,
 * in words; empty: none. In the arena. */
MUST_CHECK bool learned_once_check(struct db *db, const struct case_view *view, struct str why,
    struct instant now, struct arena *arena, struct str *later, struct err *e);
