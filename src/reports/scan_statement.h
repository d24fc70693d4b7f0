/*
 * scan_statement - what statements say of a finding, as it is written and as it is said in a line.
 */
#pragma once
#include "assessment/vex.h"
#include "formats/json_write.h"

/* The fields "statement" (an object or null) and "other_statements" of a row. */
void scan_write_statements(const struct vex_position *position, struct json_out *w);
/* What a statement says, as an object; and with what it comes to for a finding. */
void scan_write_record(const struct vex_record *r, struct json_out *w);
void scan_write_opinion(const struct vex_opinion *o, struct json_out *w);

/* "own decision 12 by qa, until 2027-01-01: not_affected, vulnerable_code_not_present: never called"; in the
 * arena. */
struct str scan_opinion_line(const struct vex_opinion *o, struct arena *arena);
/* What the statement says in its own words: reason, impact statement, action, notes: the first there is. */
struct str scan_opinion_text(const struct vex_opinion *o);
