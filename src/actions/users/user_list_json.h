/*
 * user_list_json - who may act in the store, for machines (docs/man/users.md).
 */
#pragma once
#include "actions/access_rules.h"
#include "formats/json_write.h"

/* One of them. */
void user_json_state(
    struct json_out *w, const struct user *u, const struct access_rules *rules, struct instant now);

/* "active", "not yet signed in", "reset asked for", "locked", "disabled". */
const char *user_state_word(const struct user *u, struct instant now);
