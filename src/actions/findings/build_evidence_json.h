/*
 * build_evidence_json - what a list of compiled files says of findings, for machines (docs/man/evidence.md).
 */
#pragma once
#include "actions/findings/build_evidence.h"
#include "formats/json_write.h"

void evidence_proposals_json(
    struct json_out *w, const struct evidence *by, const struct evidence_proposal *list, size_t count);
