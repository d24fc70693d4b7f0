/*
 * sbom_vex - what an SBOM says of vulnerabilities: CycloneDX's vulnerabilities that have an analysis, in JSON
 * or XML, and the VEX relationships of SPDX 3.
 *
 * Read by the readers of SBOMs, which give statements to any sink that wants them.
 */
#pragma once
#include "sources/statement.h"

bool sbom_vex_cyclonedx_json_recognises(struct str start);
bool sbom_vex_cyclonedx_xml_recognises(struct str start);
bool sbom_vex_spdx3_recognises(struct str start);

/* The form of struct statement_format. A document of which no vulnerability is in sight is told by its format
 * too: they may stand behind a thousand components. */
MUST_CHECK bool sbom_vex_cyclonedx_json_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);
MUST_CHECK bool sbom_vex_cyclonedx_xml_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);
MUST_CHECK bool sbom_vex_spdx3_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e);

/* The head of an SBOM as that of the document that its statements stand in. */
struct statement_document sbom_vex_document(const struct sbom_head *head);
