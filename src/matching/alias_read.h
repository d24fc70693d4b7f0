/*
 * alias_read - the name of a package as a person writes it in a rule: a package URL, a CPE name, or
 * VENDOR:PRODUCT.
 */
#pragma once
#include "base/err.h"
#include "matching/alias.h"

/* A rule joins packages, not versions, and never everything: a version, qualifiers, and a CPE name that
 * leaves part, vendor or product open are refused. In the arena. */
MUST_CHECK bool alias_read(struct str text, struct arena *arena, struct alias_name *out, struct err *e);
