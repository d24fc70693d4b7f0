/*
 * casework - everything that can happen to a casefile. Each is one change with its entry in the audit trail.
 *
 * A record is tried before it is kept: the facts document with it in place must be one that decide() can
 * read, so a wrong word or date is refused with its path.
 */
#pragma once
#include "actions/case_signatures.h"
#include "assessment/casefile.h"
#include "base/arena.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"
#include "obligations/obligation.h"
#include "records/trail.h"
#include "store/db.h"

struct change;

/* What is needed to open one. */
struct case_opening {
	struct str title, device, vulnerability;
	struct str
	    release;	  /* scanned for the vulnerability, what is found goes into the file; may be empty */
	struct str facts; /* the vulnerability's part of the facts document, JSON */
	const int64_t *signals; /* it is opened from; the day of learning is theirs where none is stated */
	size_t signal_count;
	struct str reason; /* why another day of learning than theirs is stated */
};

/* What was opened. Texts in the arena. */
struct case_opened {
	int64_t id;
	struct str vulnerability; /* as the store calls it */
	struct str device;	  /* its name */
	bool known;		  /* some record or list is about it */
	int64_t before;		  /* a casefile on the same, closed on closed_on; 0: none */
	struct date closed_on;
	struct str learned; /* the day of learning, and why it is that, where signals say so */
};

/* ERR_CONFLICT where a casefile on the same vulnerability in the device is open; ERR_INPUT for a name that
 * can be none, or a day of learning that cannot be one. */
MUST_CHECK bool case_open(struct db *db, const struct case_opening *opening, struct change_by by,
    struct arena *arena, struct case_opened *out, struct err *e);

/* Adds a record; amends: the record of the same kind it replaces, whose keys it keeps where it has none of
 * its own; 0 for a new one. A closed casefile takes no more. *id: the record's. */
MUST_CHECK bool case_record(struct db *db, int64_t casefile_id, const char *kind, struct str facts,
    struct str more, int64_t amends, struct change_by by, int64_t *id, struct err *e);

/* The same within a change; learning it later than it stands takes a reason. */
struct case_addition {
	int64_t casefile_id;
	const char *kind;
	struct str facts, more;
	int64_t amends;
};
MUST_CHECK bool case_record_within(struct db *db, struct change *change, const struct case_addition *a,
    struct change_by by, struct arena *arena, int64_t *id, struct err *e);

/* Refused while an obligation with a day is open or overdue. In a store with users also while a record lacks
 * its signatures (case_order.h); and who closes it signs that for responsibility, with the secret. */
MUST_CHECK bool case_close(struct db *db, int64_t casefile_id, struct date on, struct str secret,
    struct change_by by, struct err *e);

/* One casefile as it stands, and what the rules say of it. All in the arena. */
struct case_view {
	struct casefile casefile;
	struct case_record *records;
	size_t record_count;
	struct case_signatures signatures;
	struct str facts_json;
	struct facts facts;
	struct policy policy;
	struct determination determination;
	struct obligation *obligations; /* the soonest due first */
	size_t obligation_count;
};

/* today: DATE_NONE for the date in the firm's zone at now. */
MUST_CHECK bool case_view(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct case_view *out, struct err *e);

/* What the trail is told of a setting: a name of a zone becomes a JSON text. No pointer for none. */
struct str setting_json(struct str name, struct str content, struct arena *arena);
/* The manufacturer's settings: "firm", "isao", "policy", "intake", "profile" (JSON), "time_zone" (a name).
 * Tried before they are kept. */
MUST_CHECK bool program_set(
    struct db *db, const char *name, struct str content, struct change_by by, struct err *e);
/* The same within a change. */
MUST_CHECK bool program_set_within(struct db *db, struct change *change, const char *name, struct str content,
    struct arena *arena, struct err *e);
