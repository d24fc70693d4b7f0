/*
 * hint - tier E: a record may mean this component, for the names are alike and nothing else is known. Never a
 * finding, only something to look at.
 *
 * A hint needs that one of the two sides has words alone: a component without anything that can be looked up,
 * or a record that names a product in words. Where both sides have identifiers, those are heard; and an
 * ecosystem or distribution speaks of its packages by their own names.
 */
#pragma once
#include "matching/match.h"

/* What names are compared by: letters and digits, in lower case ("Vue PACS" is "vuepacs"). Empty where it is
 * too short or too common to tell anything. In the arena. */
struct str hint_key(struct str words, struct arena *arena);

/* The keys of the names that a component goes by, none twice; in the arena. None where no hint is of use. */
size_t hint_names(const struct component *c, struct arena *arena, struct str **keys);

/* The key of the product that a package is, empty where its kind gives no hints; in the arena. */
struct str hint_package(enum package_kind kind, struct str package, struct arena *arena);

/* May a package of this kind be hinted at? */
bool hint_fits(const struct component *c, enum package_kind kind);

/* The component as if it named the package, with the reason: for match_reach(). What it points to is in the
 * arena or borrowed. */
struct reach hint_reach(
    const struct component *c, enum package_kind kind, struct str package, struct arena *arena);
