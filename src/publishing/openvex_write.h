/*
 * openvex_write - a document of statements as OpenVEX 0.2.0 (OPENVEX-SPEC.md of github.com/openvex/spec).
 *
 * The product is what the SBOM is about, with the components that are meant as its subcomponents; where the
 * SBOM does not say what it is about, the components are the products.
 */
#pragma once
#include <stdio.h>

#include "publishing/vex_document.h"

/* ERR_CONFLICT where there is nothing to state: the format has no document without a statement. */
MUST_CHECK bool openvex_write(const struct vex_document *d, FILE *to, struct err *e);
