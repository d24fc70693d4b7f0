/*
 * publication_vex - a publication as OpenVEX 0.2.0 or CycloneDX 1.6: the same statements as in CSAF.
 *
 * Products are the releases, named by a URI of the manufacturer's with # and what they are called. What these
 * formats have no place for, such as who found it and the history, is in CSAF alone.
 */
#pragma once
#include "formats/json_write.h"
#include "publishing/publication.h"

void publication_openvex_write(const struct publication *p, struct arena *arena, struct json_out *w);
void publication_cyclonedx_write(const struct publication *p, struct arena *arena, struct json_out *w);
