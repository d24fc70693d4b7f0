/*
 * sbom_check_json - the verdict on an SBOM for machines; field by field in docs/man/sbom-check.md.
 */
#pragma once
#include "base/crypto.h"
#include "formats/json_write.h"
#include "inventory/sbom_check.h"
#include "reports/life_report.h"

struct sbom_check_about {
	struct str file, format;
	struct sha256 digest;
	const struct str *warnings; /* of reading */
	size_t warning_count;
	const struct life_of *ended; /* what is at the end of its life today, as far as anybody looked */
	size_t ended_count;
	struct date today;
	enum check_regime regime; /* that decides */
};

void sbom_check_write(
    const struct sbom_check_about *about, const struct sbom_check_result *r, struct json_out *w);

/* "ntia", "cisa", "fda" */
const char *check_regime_name(enum check_regime regime);
/* By that word; false where it is none of them. */
bool check_regime_find(struct str word, enum check_regime *out);
