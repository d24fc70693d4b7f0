/*
 * checkpoint - one entry of the trail under a signature made with a key that is kept elsewhere, so that a
 * trail made anew, or cut off together with its head, is noticed by whoever holds the line.
 *
 * Ed25519 (RFC 8032) over: the text "aftercare checkpoint 1" and a zero byte, the entry's number and the
 * instant (8 bytes each, big-endian), and the entry's digest (32 bytes).
 */
#pragma once
#include "base/crypto.h"
#include "base/time.h"
#include "formats/json_write.h"

struct checkpoint {
	int64_t number; /* of the entry */
	struct sha256 digest;
	struct instant at;
	struct ed25519_public key;
	struct ed25519_signature signature;
};

void checkpoint_sign(struct checkpoint *c, const struct ed25519 *key);
/* Was it signed with the key it names? */
bool checkpoint_holds(const struct checkpoint *c);

/* {"checkpoint": 1, "entry": 12, "digest": ..., "at": ..., "key": ..., "signature": ...}, digests and keys in
 * hexadecimal digits. */
void checkpoint_write(const struct checkpoint *c, struct json_out *w);
MUST_CHECK bool checkpoint_read(struct str name, struct str json, struct checkpoint *out, struct err *e);
