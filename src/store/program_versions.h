/*
 * program_versions - what the manufacturer states of its programme, version by version. Writing is for
 * actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "store/db.h"

struct program_version {
	struct str name; /* of a template, a question of the self-assessment; "" of what there is one of */
	int64_t number;	 /* from 1 on, for each name */
	struct str content;
	struct instant at;
	struct str who;
};

MUST_CHECK bool program_version_add(
    struct db *db, struct str kind, const struct program_version *v, struct err *e);
/* All of a kind, by name, then number; in the arena. */
MUST_CHECK bool program_versions(struct db *db, struct str kind, struct arena *arena,
    struct program_version **out, size_t *count, struct err *e);

/* The last version by that name; number 0 where there is none. In the arena. */
MUST_CHECK bool program_last(struct db *db, const char *kind, struct str name, struct arena *arena,
    struct program_version *out, struct err *e);
/* Of each name the last version, by name; and all versions of one name. In the arena. */
MUST_CHECK bool program_last_of_each(struct db *db, const char *kind, struct arena *arena,
    struct program_version **out, size_t *count, struct err *e);
MUST_CHECK bool program_versions_of(struct db *db, const char *kind, struct str name, struct arena *arena,
    struct program_version **out, size_t *count, struct err *e);
