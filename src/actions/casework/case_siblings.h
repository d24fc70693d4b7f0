/*
 * case_siblings - everything about one vulnerability beside one casefile on it: the casefiles of other
 * devices (horizontal), and the releases and components concerned in each (vertical).
 *
 * Results are looked at side by side and never copied: each device is judged in a casefile of its own, and
 * one that is concerned and has none is named.
 */
#pragma once
#include "actions/matching/where.h"
#include "assessment/casefile.h"
#include "base/arena.h"
#include "decision/determination.h"
#include "store/db.h"

struct case_sibling {
	struct casefile casefile;
	struct str device;
	struct date learned_on;	 /* the firm learns of a vulnerability once: the earliest day counts (A1) */
	struct date assessed_on; /* of the assessment that counts; DATE_NONE: it was never assessed */
	enum risk risk;
	struct date initiated_on, distributed_on; /* a correction or removal; the first change */
};

struct case_siblings {
	struct case_sibling *casefiles; /* by number; the one asked about is among them */
	size_t count;
	bool told;		  /* some record says what has it: else there are no places */
	struct where_row *places; /* by device, release, component */
	int64_t *place_casefile;  /* of each: the last on the vulnerability in the device; 0: none */
	size_t place_count;
	struct str
	    *missing; /* devices that are concerned, not known to be unaffected, and have no casefile */
	size_t missing_count;
};

/* Casefiles count as on the same vulnerability by whatever name they were opened. today as case_view has it.
 * In the arena. */
MUST_CHECK bool case_siblings(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct case_siblings *out, struct err *e);
