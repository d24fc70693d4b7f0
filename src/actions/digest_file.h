/*
 * digest_file - the SHA-256 of a file's bytes.
 */
#pragma once
#include "base/crypto.h"
#include "base/err.h"

/* *regular is false for folders and whatever is no regular file; then there is no digest. A path that is not
 * there is ERR_IO. */
MUST_CHECK bool digest_file(const char *path, bool *regular, struct sha256 *digest, struct err *e);
