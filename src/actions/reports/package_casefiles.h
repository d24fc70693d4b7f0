/*
 * package_casefiles - does what an inspection package holds of its casefiles say what the sealed entries of
 * its trail tell? Records, signatures with what they cover, the facts that the rules were asked with, what
 * they concluded, and the files that were attached or issued.
 *
 * verify.py of the package (reports/inspection/verify.py) says the same of the same package, without this
 * program, but for what the rules conclude.
 */
#pragma once
#include "actions/trail/verify_store.h"
#include "base/crypto.h"

/* A file of the package: "casefile-2/report.json". */
struct package_part {
	struct str name;
	struct sha256 digest;
	struct str bytes; /* of those that are read: package_part_is_read() */
};

bool package_part_is_read(struct str name);
/* trail: the lines of trail.jsonl. parts: every file of the package. Each that differs is told. */
void package_casefiles_check(
    struct str trail, const struct package_part *parts, size_t count, struct verify_sink out);
