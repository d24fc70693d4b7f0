/*
 * change - a finding of a component that appeared, vanished or changed, as bytes.
 *
 * Layout of one: varint vulnerability (cve_id_pack), byte before, byte after, varint advisory id, byte flags
 * (1: depends on the platform; 2: lists follow), text lists as store/id_set.h writes them.
 */
#pragma once
#include "base/buf.h"
#include "matching/finding.h"

/* State and tier of a finding in one byte; 0: there is none. */
unsigned char finding_code(enum finding_state state, enum tier tier);
enum finding_state finding_code_state(unsigned char code);
enum tier finding_code_tier(unsigned char code);
/* The stronger of two, by state, then by tier; any finding is stronger than none. */
unsigned char finding_code_stronger(unsigned char a, unsigned char b);

struct finding_change {
	int64_t vulnerability_id;
	unsigned char before, after; /* finding codes; where lists differ the strongest */
	int64_t advisory_id;	     /* the record that made it so; 0: not one alone */
	bool by_platform;	     /* some lists of the component may have it, and others not */
	struct str lists;	     /* those for which it is so; empty: all that hold the component */
};

void finding_change_write(const struct finding_change *c, struct buf *out);
/* Takes one off the front; false where the bytes are damaged. lists borrows from rest. */
bool finding_change_take(struct str *rest, struct finding_change *out);
