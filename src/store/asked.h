/*
 * asked - a list that one statement is asked about, bound as a JSON array: its cursors are opened once for
 * all.
 *
 * SQLite reads it with json_each(), PostgreSQL with jsonb_array_elements_text().
 */
#pragma once
#include "base/arena.h"

struct asked {
	char *text;
	size_t len, room;
};

/* Of so many at most, in the arena. */
struct asked asked_begin(struct arena *arena, size_t most);
void asked_add_id(struct asked *a, int64_t id);
/* A CVE id, which needs no escaping; STR_NONE: null. */
void asked_add_name(struct asked *a, struct str cve);
struct str asked_end(struct asked *a);
