/*
 * build_evidence_json - what a list of compiled files says of findings, for machines (docs/man/evidence.md).
 */
#pragma once
#include "actions/findings/build_evidence.h"
#include "formats/json_write.h"

/* One that is kept; known: it stood there already. */
void evidence_json(struct json_out *w, const struct evidence *kept, bool known);

void evidence_proposals_json(
    struct json_out *w, const struct evidence *by, const struct evidence_proposal *list, size_t count);
