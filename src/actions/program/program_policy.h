/*
 * program_policy - the manufacturer's policy: imported, and in a store with users in force only when a second
 * person has approved it.
 */
#pragma once
#include "actions/casework/sign.h"
#include "actions/program/program.h"

/* A policy document, validated. Its "version" must be new; without one it is its number. In a store without
 * users it is in force from then on; in one with users it is a draft, which waits for policy_approve(), and
 * *waits is true. */
MUST_CHECK bool program_import_policy(struct db *db, struct str json, struct change_by by,
    struct arena *arena, struct program_version *out, bool *waits, struct err *e);

struct policy_approval {
	int64_t draft;		 /* its number */
	struct str name, secret; /* of who signs, both whoever has signed in */
};

/* Signs the draft for approval and puts it in force, as *out. The signer is not who imported it; see sign.h
 * for what else is asked of a signer. */
MUST_CHECK bool policy_approve(struct db *db, const struct policy_approval *a, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e);

/* The drafts that are not in force in the same words; in the arena. */
MUST_CHECK bool policy_drafts(
    struct db *db, struct arena *arena, struct program_version **out, size_t *count, struct err *e);

/* What a signature's subject is on a version of the policy; its record is the version's number. */
#define POLICY_SUBJECT "policy"
/* What such a signature covers. */
struct sha256 policy_digest(const struct program_version *v, struct arena *arena);
/* The signature on each version: out[i] is NULL where versions[i] has none that holds. In the arena. */
MUST_CHECK bool policy_signatures(struct db *db, const struct program_version *versions, size_t count,
    struct arena *arena, const struct signature ***out, struct err *e);
