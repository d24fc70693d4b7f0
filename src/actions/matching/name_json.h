/*
 * name_json - other names of vulnerabilities, and which are refused, for machines (docs/man/name.md).
 */
#pragma once
#include "actions/matching/refuse_name.h"
#include "formats/json_write.h"

/* One object. */
void name_said_json(struct json_out *w, const struct name_said *said);
void names_said_json(struct json_out *w, const struct name_said *said, size_t count);
/* The same of a refusal. */
void refused_name_json(struct json_out *w, const struct refused_name *refused);
void refused_names_json(struct json_out *w, const struct refused_name *refused, size_t count);
