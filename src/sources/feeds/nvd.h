/*
 * nvd - records of the National Vulnerability Database, JSON 2.0.
 *
 * Specification: NVD's CVE API 2.0 schema (cve_api_json_2.0). Taken are pages of the API, a record inside its
 * {"cve": ...}, a bare record, and the override records of anchore/nvd-data-overrides: these have an
 * _annotation, are source "nvd-supplement" and carry configurations only. One without configurations has been
 * emptied because its CVE was rejected: it comes as withdrawn.
 *
 * NVD leaves offsets out of its times and means UTC. vulnStatus says how far NVD's analysis has come and
 * filters nothing but Rejected.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

MUST_CHECK bool nvd_read(struct input *in, struct advisory_sink out, struct err *e);
