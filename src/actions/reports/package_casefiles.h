/*
 * package_casefiles - does what an inspection package shows of its casefiles say what the sealed entries of
 * its trail tell? Records, signatures with what they cover, and the facts that the rules were asked with.
 *
 * verify.py of the package (reports/inspection/verify.py) says the same of the same package, without this
 * program.
 */
#pragma once
#include "actions/trail/verify_store.h"

/* A file of the package: "casefile-2/report.json". */
struct package_part {
	struct str name, bytes;
};

bool package_part_counts(struct str name);
/* trail: the lines of trail.jsonl. Each that differs is told. */
void package_casefiles_check(
    struct str trail, const struct package_part *parts, size_t count, struct verify_sink out);
