/*
 * name_json - what was read of a name or a vector, for machines: package URLs, CPE names, CVSS vectors
 * (docs/man/cvss.md, aftercare help purl, aftercare help cpe).
 */
#pragma once
#include "assessment/cvss.h"
#include "formats/json_write.h"
#include "identity/cpe.h"
#include "identity/purl.h"
#include "limits.h"

/* The most that writing a name takes: percent-encoding makes three bytes of one; a CPE URI has one byte where
 * two are written. */
#define PURL_WRITTEN_BYTES (3 * LIMIT_PURL_BYTES)
#define CPE_WRITTEN_BYTES (2 * LIMIT_CPE_BYTES + 64)

void purl_json(struct json_out *w, const struct purl *p);
void cpe_json(struct json_out *w, const struct cpe *c);
void cvss_json(struct json_out *w, struct str text, const struct cvss *c, const struct cvss_scores *s);
