/*
 * components - distinct components, the lists of them that releases consist of, and the postings between
 * them.
 *
 * Writing is for actions/, within a change.
 */
#pragma once
#include "base/arena.h"
#include "inventory/component.h"
#include "inventory/device.h"
#include "store/db.h"
#include "store/id_set.h"

/* Makes the components the content of a release; what is there already is shared. *added: components that are
 * new, without what the SBOM is about. */
MUST_CHECK bool components_put(struct db *db, int64_t release_id, const struct component *components,
    size_t count, size_t *added, struct err *e);

/* The id of the very same component, or 0. */
MUST_CHECK bool component_find(struct db *db, const struct component *c, int64_t *id, struct err *e);
/* The components of a list, in the order of their ids; refs are not kept. In the arena. */
MUST_CHECK bool components_of_list(struct db *db, int64_t list_id, struct arena *arena,
    struct component **out, size_t *count, struct err *e);
/* The same of a release, with what its SBOM is about marked as the subject. */
MUST_CHECK bool components_of_release(struct db *db, const struct release *r, struct arena *arena,
    struct component **out, size_t *count, struct err *e);
/* The same for some of them. */
MUST_CHECK bool components_by_ids(
    struct db *db, const struct id_set *ids, struct arena *arena, struct component **out, struct err *e);
MUST_CHECK bool component_ids_of_list(struct db *db, int64_t list_id, struct id_set *out, struct err *e);
MUST_CHECK bool component_by_id(
    struct db *db, int64_t id, struct arena *arena, struct component *out, struct err *e);

/* Is there one of that number? */
MUST_CHECK bool component_known(struct db *db, int64_t id, bool *known, struct err *e);
/* The stored form of a component, in the arena. */
MUST_CHECK bool component_content(
    struct db *db, int64_t id, struct arena *arena, struct str *content, struct err *e);

/* Adds the ids of components: of a list; by name without regard to case; of a hash, as
 * component_hash() writes it; that name a package; and of the
 * lists that hold one. */
MUST_CHECK bool components_named(
    struct db *db, struct str name, struct arena *arena, struct id_set *out, struct err *e);
MUST_CHECK bool components_of_hash(struct db *db, struct str hash, struct id_set *out, struct err *e);
MUST_CHECK bool components_of_package(struct db *db, int64_t package_id, struct id_set *out, struct err *e);
MUST_CHECK bool component_lists(struct db *db, int64_t component_id, struct id_set *out, struct err *e);
