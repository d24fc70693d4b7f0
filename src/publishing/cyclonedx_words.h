/*
 * cyclonedx_words - our words in CycloneDX's; docs/stages/publishing.md has the whole mapping. Each is read
 * back as what it was.
 */
#pragma once
#include "publishing/vex_document.h"

const char *cyclonedx_state(enum statement_status status);
/* NULL: there is none. */
const char *cyclonedx_justification(enum statement_justification justification);
const char *cyclonedx_response(enum vex_remedy remedy);
/* The method that a vector scores by. */
const char *cyclonedx_method(struct str vector);
