/*
 * csaf_write - a document of statements as CSAF 2.0 (OASIS, Common Security Advisory Framework 2.0), profile
 * VEX.
 *
 * A product is a component in what the SBOM is about (a relationship); where the SBOM does not say what it is
 * about, the component by itself. Without a finding it is a document of the base profile that says so: the
 * VEX profile needs vulnerabilities (6.1.27.11). It is a draft; publishing it is a person's act.
 */
#pragma once
#include <stdio.h>

#include "publishing/vex_document.h"

MUST_CHECK bool csaf_write(const struct vex_document *d, FILE *to, struct err *e);
