/*
 * scan_held - findings that would count, and are held back by statements: by which, and how many each.
 *
 * One statement on the whole portfolio can silence a gate in a build. That must be as plain to see as a
 * finding.
 */
#pragma once
#include "assessment/vex.h"
#include "formats/json_write.h"

#define SCAN_HOLDERS_MOST 20 /* statements that are told one by one; the findings of others are counted */

/* A statement, and how many findings it holds back. Its text is that of the record. */
struct scan_holder {
	const struct vex_record *record;
	enum vex_scope scope;
	size_t findings;
};

struct scan_held {
	size_t findings;
	struct scan_holder by[SCAN_HOLDERS_MOST]; /* in the order they came */
	size_t count;
};

/* One more finding. */
void scan_held_add(struct scan_held *h, const struct vex_opinion *deciding);
/* "statements hold back 3 findings: own decision 4 (portfolio, under_investigation, by qa) 2, ..."; empty
 * where none does. In the arena. */
struct str scan_held_line(const struct scan_held *h, struct arena *arena);
/* "held_back": an array of statements. */
void scan_held_write(const struct scan_held *h, struct json_out *w);
