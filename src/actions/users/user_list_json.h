/*
 * user_list_json - who may act in the store, for machines (docs/man/users.md).
 */
#pragma once
#include "formats/json_write.h"
#include "records/user.h"

/* One of them. */
void user_json_state(struct json_out *w, const struct user *u, struct instant now);
void user_list_json(struct json_out *w, const struct user *users, size_t count, struct instant now);

/* "active", "not yet signed in", "reset asked for", "locked", "disabled". */
const char *user_state_word(const struct user *u, struct instant now);
