/*
 * verify_store - is everything that the audit trail tells of as it tells? (21 CFR 11.10(a), 11.70)
 *
 * First the trail itself (records/verify.h). Then what stands in the store against it: the records of
 * casefiles, their heads, the manufacturer's settings, users, signatures with what they cover, and
 * attachments against their digests. A byte changed, and a row taken out or put in, is named.
 */
#pragma once
#include "records/verify.h"
#include "store/db.h"

struct verify_sink {
	void *ctx;
	void (*fault)(void *ctx, const char *says);
};

struct store_verification {
	struct verify trail;
	int64_t records, signatures, attachments;
	int64_t
	    earlier; /* told in the form of an earlier version: held to being there, not to what they are */
	int64_t faults; /* beside those of the trail */
};

/* In one read transaction, so that what is added meanwhile is no fault. */
MUST_CHECK bool verify_store(
    struct db *db, struct verify_sink out, struct store_verification *result, struct err *e);
