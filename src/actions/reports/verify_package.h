/*
 * verify_package - is an inspection package what it was when it was made? Needs no store.
 */
#pragma once
#include "base/crypto.h"
#include "base/err.h"

struct package_sink {
	void *ctx;
	void (*fault)(void *ctx, const char *says); /* one line each */
};

struct package_verification {
	int64_t files, entries, whole; /* whole: entries that say what they are about */
	int64_t faults;
	bool is_bound; /* held against what is known of it by another way */
};

/* What is known of it by another way; NULL each where it is not. Without either, a package that was made anew
 * in all its parts is not told from the true one. */
struct package_known {
	const struct sha256 *digest;	  /* of the whole file */
	const struct ed25519_public *key; /* that its checkpoint is signed with */
};

/* ERR_INPUT for what is no package. */
MUST_CHECK bool verify_package(const char *path, const struct package_known *known, struct package_sink out,
    struct package_verification *result, struct err *e);
