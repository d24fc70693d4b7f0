/*
 * cyclonedx_write - a document of statements as CycloneDX 1.6 in JSON: a BOM of the vulnerabilities, and of
 * the components that they are in.
 */
#pragma once
#include <stdio.h>

#include "publishing/vex_document.h"

MUST_CHECK bool cyclonedx_write(const struct vex_document *d, FILE *to, struct err *e);
