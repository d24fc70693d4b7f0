/*
 * access_json - the rules of access with the last review, and open sessions, for machines
 * (docs/man/users.md).
 */
#pragma once
#include "actions/users/access.h"
#include "actions/users/sessions.h"
#include "formats/json_write.h"

void access_json(struct json_out *w, const struct access_standing *s);
void open_session_json(struct json_out *w, const struct open_session *s);
