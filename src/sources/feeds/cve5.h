/*
 * cve5 - records of the CVE List, JSON 5.
 *
 * Specification: CVE record format 5.0 to 5.2. What the CNA says is an advisory of source "cve", what CISA
 * adds (container CISA-ADP) one of source "cve-adp"; other additional publishers are "cve-adp:NAME", where
 * they say anything about products or scores. All advisories of a record share its bytes.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

MUST_CHECK bool cve5_read(struct input *in, struct advisory_sink out, struct err *e);
