/*
 * kev - CISA's catalogue of known exploited vulnerabilities, JSON or CSV.
 *
 * Specification: CISA's known_exploited_vulnerabilities_schema.json. The date of the list is dateReleased;
 * CSV has none.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

bool kev_recognises_csv(struct str start);
MUST_CHECK bool kev_read(struct input *in, struct advisory_sink out, struct err *e);
