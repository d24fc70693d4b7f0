/*
 * product - gathers what a VEX document says of one product, whatever it is named by.
 *
 * Texts are copied into the arena, or live there already.
 */
#pragma once
#include "sources/statement.h"

/* A name of any kind: a package URL, a CPE name, a BOM-Link ("urn:cdx:..."), a serial number ("urn:uuid:...")
 * are understood; any other text is only kept as id. The first name becomes the id. False: the product has
 * more names than LIMIT_STATEMENT_NAMES. */
MUST_CHECK bool product_name(struct statement_product *p, struct str name, struct arena *arena);
MUST_CHECK bool product_hash(
    struct statement_product *p, struct str algorithm, struct str value, struct arena *arena);
