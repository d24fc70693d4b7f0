/*
 * cyclonedx_claim - what a CycloneDX vulnerability says of components in the document (embedded VEX). For
 * cyclonedx.c only.
 *
 * A vulnerability without an analysis, or without anything that it affects, states nothing and is passed
 * over.
 */
#pragma once
#include "sources/sboms/cyclonedx/cyclonedx_grammar.h"
#include "sources/vex/claim.h"

/* What one entry of "affects" names: a component, and behind it each of its versions that are given. */
struct cyclonedx_target {
	struct str ref, version, status; /* version may be a range in VERS */
	bool is_version;
};

struct cyclonedx_claim {
	struct claim claim;
	struct str fields[FIELD_COUNT]; /* the texts last read, in claim.arena */
	struct cyclonedx_target *targets;
	size_t target_count, target_room;
	size_t target; /* the entry being read */
};

void cyclonedx_claim_free(struct cyclonedx_claim *c);

void cyclonedx_claim_begin(struct cyclonedx_claim *c, enum cyclonedx_context in);
/* False: the vulnerability is of no use, *why says what is wrong. */
MUST_CHECK bool cyclonedx_claim_text(
    struct cyclonedx_claim *c, enum cyclonedx_field field, struct str text, struct err *why);
MUST_CHECK bool cyclonedx_claim_end(struct cyclonedx_claim *c, enum cyclonedx_context in, struct err *why);
/* The statement of a vulnerability that has ended; NULL if it makes none. Valid until the next begins. */
const struct vex_statement *cyclonedx_claim_statement(const struct cyclonedx_claim *c);
