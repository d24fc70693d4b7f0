/*
 * finding_component - components by the words that a person asks for them with: "name", "name@version", a
 * package URL with or without version.
 */
#pragma once
#include "base/arena.h"
#include "inventory/component.h"
#include "store/db.h"
#include "store/id_set.h"

/* Is c what the words name? Empty: yes. */
bool finding_component_is(struct str words, const struct component *c);
/* Is it one of them? True too where nothing is asked for. */
bool finding_has_component(struct str words, const struct component *components, size_t count);
/* Fails: "0 findings" would not be known of what is nowhere (ERR_INPUT). */
bool finding_no_component(struct str words, struct err *e);

/* Adds the components of the store that may be what the words name; finding_component_is() decides. ERR_INPUT
 * for a package URL that is none. */
MUST_CHECK bool finding_component_ids(
    struct db *db, struct str words, struct arena *arena, struct id_set *out, struct err *e);
