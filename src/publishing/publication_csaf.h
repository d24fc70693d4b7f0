/*
 * publication_csaf - a publication as CSAF 2.0, profile security advisory or VEX (4.4, 4.5).
 *
 * Keys are sorted, and nothing depends on where or when it is written: equal publications give equal bytes.
 */
#pragma once
#include "formats/json_write.h"
#include "publishing/publication.h"

void publication_csaf_write(const struct publication *p, struct arena *arena, struct json_out *w);
