/*
 * cyclonedx_vex - the statements of a CycloneDX document, with or without components of its own (VEX); JSON
 * and XML. The reading is that of SBOMs.
 */
#pragma once
#include "sources/statement.h"

/* The form of struct statement_format. A document of which no vulnerability is in sight is told by its format
 * too: they may stand behind a thousand components. */
bool cyclonedx_vex_json_recognises(struct str start);
bool cyclonedx_vex_xml_recognises(struct str start);
MUST_CHECK bool cyclonedx_vex_json_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);
MUST_CHECK bool cyclonedx_vex_xml_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);
