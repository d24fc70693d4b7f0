/*
 * refused_names - other names of a vulnerability that a person does not believe.
 *
 * A record of a source says that it is the same as what goes by a name; who refuses that takes this one word
 * out, not the name itself, which others may give it too. Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include "store/db.h"

struct refused_name {
	int64_t id;
	struct str source, record, name; /* "osv:ghsa", "GHSA-xxxx", "CVE-2026-0001" */
	struct instant at;
	struct str by, why;
};

/* All that there are, some dozens at the most in practice; the array and its texts are in an arena. */
struct refused_names {
	struct refused_name *list;
	size_t count;
};

MUST_CHECK bool refused_names_read(
    struct db *db, struct arena *arena, struct refused_names *out, struct err *e);
/* NULL where it is not refused. */
const struct refused_name *refused_names_find(
    const struct refused_names *r, struct str source, struct str record, struct str name);
MUST_CHECK bool refused_name_add(struct db *db, const struct refused_name *r, int64_t *id, struct err *e);
MUST_CHECK bool refused_name_delete(struct db *db, int64_t id, struct err *e);
