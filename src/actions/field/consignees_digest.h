/*
 * consignees_digest - all consignees and shipments as one digest, which the trail is told: it proves that
 * they stand as they were, and holds no personal data, since the trail can never be erased.
 */
#pragma once
#include "base/arena.h"
#include "base/crypto.h"
#include "store/db.h"

/* SHA-256 over the text "aftercare consignees 1" and a zero byte; each consignee by account, its number,
 * account and texts as records/seal.h writes them; then each shipment, by consignee, day and number,
 * likewise. */
MUST_CHECK bool consignees_digest(struct db *db, struct arena *arena, struct sha256 *out, struct err *e);
