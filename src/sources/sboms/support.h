/*
 * support - the two facts FDA asks for beside each component: its level of support and when that ends.
 *
 * Neither CycloneDX nor SPDX has a field for them; they travel as properties (or lines of a comment) under
 * names that tools have chosen. Names are compared without regard to case, blanks, hyphens and underscores,
 * and by their last part behind ':'.
 */
#pragma once
#include "sources/sbom.h"

#define SUPPORT_NAME_MOST 32
/* A name as it is compared: lower case, without blanks, hyphens, underscores and dots, its last part behind
 * ':'. Empty if it is longer than any that is known. */
struct str support_fold(struct str name, char folded[SUPPORT_NAME_MOST]);

/* Takes the value into *c if the name is one that stands for support; texts are copied into the arena.
 * A date is YYYY-MM-DD, alone or followed by a time; anything else is kept as words. */
void support_property(struct str name, struct str value, struct arena *arena, struct sbom_component *c);
