/*
 * csaf_version - the numbers of documents and revisions, "3" or "1.4.0-rc.1+build": version_t of CSAF 2.0
 * (3.1.11), whole numbers or semantic versions.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

struct csaf_version {
	int64_t part[3];  /* major, minor, patch; of a whole number the first alone */
	bool is_semantic; /* of three parts */
	struct str early; /* "rc.1"; empty: a release */
	struct str build; /* empty: none stated */
};

/* False if s is none. */
bool csaf_version_parse(struct str s, struct csaf_version *out);
/* By precedence (semver.org, 11): build metadata tells no two apart. */
int csaf_version_order(const struct csaf_version *a, const struct csaf_version *b);
