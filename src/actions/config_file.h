/*
 * config_file - a JSON file that the server is told something sensitive with, and the secret that it names.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_tree.h"

/* An object with these keys alone ("a|b|c"). *root is in the arena. */
MUST_CHECK bool config_file_read(
    const char *path, const char *keys, struct arena *arena, const struct json_node **root, struct err *e);
/* The text of a key that must be there. */
MUST_CHECK bool config_file_needs(
    const struct json_node *root, const char *key, struct str *out, struct err *e);
/* The secret that the file at path holds, without blanks around it; empty where path is. The file must be its
 * owner's alone: whose says what it is in the message ("the client's secret"). */
MUST_CHECK bool config_file_secret(
    struct str path, const char *whose, struct arena *arena, struct str *out, struct err *e);
