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
};

/* expected: of the whole file; NULL where it is not known, and then a package that was made anew in all its
 * parts is not told from the true one. ERR_INPUT for what is no package. */
MUST_CHECK bool verify_package(const char *path, const struct sha256 *expected, struct package_sink out,
    struct package_verification *result, struct err *e);
