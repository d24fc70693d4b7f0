/*
 * known_sessions - who lately asked with which proof, kept as long as nothing has changed in the store.
 *
 * What is kept is found by the digest of the proof, as in the store; the proof itself is kept nowhere.
 * Belongs to the thread of http.
 */
#pragma once
#include "base/crypto.h"
#include "store/users.h"

struct known_sessions;
struct known_sessions *known_sessions_new(void);
void known_sessions_free(struct known_sessions *k);

/* Of this state of the store. NULL: not known; else until the next call that keeps one. */
const struct session_row *known_sessions_find(
    const struct known_sessions *k, int64_t version, const struct sha256 *proof);
/* Texts are copied. version: as it stood before the row was read. */
void known_sessions_keep(
    struct known_sessions *k, int64_t version, const struct sha256 *proof, const struct session_row *row);
