/*
 * triggers - those that a store has: by them the database itself refuses to alter what is only added to.
 */
#pragma once
#include "base/arena.h"
#include "store/db.h"

struct trigger {
	struct str name;
	struct str table; /* on which it is */
	struct str says;  /* its definition, as the database gives it */
};

/* Those that the schema makes, by the text of its steps (SQLite keeps that as it stands); none is dropped
 * again there. In the arena; the texts are static. */
void trigger_must(struct arena *arena, struct trigger **out, size_t *count);
/* Those that are there, by name. In the arena. */
MUST_CHECK bool trigger_list(
    struct db *db, struct arena *arena, struct trigger **out, size_t *count, struct err *e);
