/*
 * package_contents - has an inspection package the files that it was made of? Its last entry tells the digest
 * of each, its index lists them, and checkpoint.json, where it has one, is the signature on that entry.
 */
#pragma once
#include "actions/reports/package_casefiles.h"
#include "records/verify.h"

struct package_ends {
	struct str trail, index, checkpoint; /* bytes; no pointer: not there */
	const struct verify *verified;	     /* the trail, whose end is told */
	const struct ed25519_public *key;    /* the checkpoint was signed with it; NULL: with whichever */
};

/* parts: every file of the package. Each that differs is told. */
void package_contents_check(const struct package_ends *ends, const struct package_part *parts, size_t count,
    struct arena *arena, struct verify_sink out);
