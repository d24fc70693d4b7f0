/*
 * package_aliases - the rules the manufacturer has taught: two packages are one product (matching/alias.h).
 * Writing is for actions/, within a change.
 */
#pragma once
#include "matching/alias.h"
#include "store/db.h"
#include "store/id_set.h"

struct package_alias {
	int64_t id;
	struct alias_name left, right; /* left before right, by kind and name */
	struct str who, why;
	struct instant at;
};

MUST_CHECK bool package_alias_add(struct db *db, const struct package_alias *a, int64_t *id, struct err *e);
/* 0 where there is none. */
MUST_CHECK bool package_alias_find(
    struct db *db, struct alias_name left, struct alias_name right, int64_t *id, struct err *e);
MUST_CHECK bool package_alias_delete(struct db *db, int64_t id, struct err *e);
/* All, in the order they were taught; in the arena. */
MUST_CHECK bool package_alias_list(
    struct db *db, struct arena *arena, struct package_alias **out, size_t *count, struct err *e);
/* All of them ready to look up; in the arena. */
MUST_CHECK bool package_alias_book(struct db *db, struct arena *arena, struct alias_book *out, struct err *e);

/* Adds the components that reach a package: those that name it, those that come to it through an alias, and
 * those of distributions that are built from it.
 */
MUST_CHECK bool components_reaching(
    struct db *db, const struct alias_book *own, int64_t package_id, struct id_set *out, struct err *e);
/* Adds those that have the name of the alias. */
MUST_CHECK bool components_of_alias(struct db *db, struct alias_name name, struct id_set *out, struct err *e);
