/*
 * program_set - the settings of the programme are kept, each tried first: facts with it must be readable.
 */
#pragma once
#include "base/arena.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* What the trail is told of a setting: a name of a zone becomes a JSON text. No pointer for none. */
struct str setting_json(struct str name, struct str content, struct arena *arena);
/* A day that moves later by it, in a casefile or of a signal, takes a reason: due_watch.h, signal_watch.h.
 * The manufacturer's settings: "firm", "isao", "policy", "intake", "profile" (JSON), "time_zone" (a name).
 * Tried before they are kept. */
MUST_CHECK bool program_set(
    struct db *db, const char *name, struct str content, struct change_by by, struct err *e);
#define FIRM_EARLIER_MOST 1000000 /* reports of one kind */
/* What the numbers of reports are made of (A11 to A13), and which malfunctions need no report of their own.
 */
struct firm_numbers {
	struct str registration_number;		       /* empty: as before */
	int64_t earlier_corrections, earlier_removals; /* reports made elsewhere before; -1: as before */
	/* Product codes of which malfunctions are told in summaries (VMSR), "FRN, DRT"; "none": of none;
	 * empty: as before. */
	struct str summary_product_codes;
};
/* The setting "firm": what is not stated stays. ERR_INPUT for what is no product code. */
MUST_CHECK bool program_set_firm(
    struct db *db, const struct firm_numbers *numbers, struct change_by by, struct err *e);
struct program_setting {
	const char *name;
	struct str content;
};
/* As program_set(), within a change whose maker watches the days that move. */
MUST_CHECK bool program_put_within(struct db *db, struct change *change, const struct program_setting *s,
    struct arena *arena, struct err *e);
/* As program_set(), within a change. */
MUST_CHECK bool program_set_within(struct db *db, struct change *change, const struct program_setting *s,
    struct change_by by, struct arena *arena, struct err *e);
