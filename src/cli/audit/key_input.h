/*
 * key_input - Ed25519 keys from files: private ones are read from files of their owner alone.
 */
#pragma once
#include "base/crypto.h"

MUST_CHECK bool key_input_public(const char *path, struct ed25519_public *out, struct err *e);
/* ERR_DENIED where others may read the file. */
MUST_CHECK bool key_input_private(const char *path, struct ed25519 **out, struct err *e);
/* A new one into a file that must not be there yet, readable by its owner alone; its public key into
 * path.pub. */
MUST_CHECK bool key_input_make(const char *path, struct err *e);
