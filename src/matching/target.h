/*
 * target - may a record about software "for WordPress" or "for Node.js" be about a package of this ecosystem?
 *
 * CPE names say in target_sw what a product is made for; of products of one name it is often all that tells a
 * plugin from a library. SBOMs rarely say it, but their package URLs do, in their own words.
 */
#pragma once
#include "base/str.h"

/* target_sw is the record's, ecosystem the type of the component's package URL; what is not known, or may be,
 * fits. */
bool target_fits(struct str target_sw, struct str ecosystem);
/* Does the record say that it is about what is written for the ecosystem's own language, and nothing else? */
bool target_is_language_of(struct str target_sw, struct str ecosystem);
