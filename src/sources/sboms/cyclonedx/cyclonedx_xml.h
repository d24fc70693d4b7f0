/*
 * cyclonedx_xml - CycloneDX 1.0 to 1.7 in XML; the extension dependency-graph 1.0 too.
 *
 * What is wrong with one component is a warning with its place, and the others are read; what is nested in it
 * goes with it. What is wrong with the XML ends the reading.
 */
#pragma once
#include "sources/sbom.h"

bool cyclonedx_xml_recognises(struct str start);
/* The form of struct sbom_format. */
MUST_CHECK bool cyclonedx_xml_read(
    struct input *in, struct sbom_sink out, struct arena *arena, struct sbom_head *head, struct err *e);
