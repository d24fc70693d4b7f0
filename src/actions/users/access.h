/*
 * access - the rules of access are set, and that access was reviewed is recorded (21 CFR 11.300(b)). Each is
 * a change with its entry, "user.access" and "user.review".
 */
#pragma once
#include "actions/access_rules.h"
#include "records/trail.h"

struct access_review {
	struct date on; /* DATE_NONE: there was none yet */
	struct str by, note;
};

struct access_standing {
	struct access_rules rules;
	struct access_review review; /* the last one */
	struct date review_due;	     /* DATE_NONE: no rule asks for one, or nobody is enrolled */
	bool review_overdue;
};

/* In the place of those that were. */
MUST_CHECK bool access_set(
    struct db *db, const struct access_rules *rules, struct change_by by, struct err *e);
/* on: the day; DATE_NONE: today. Who has which roles on that day goes into the entry. ERR_INPUT for a day to
 * come, ERR_CONFLICT for one before the last review. */
MUST_CHECK bool access_review(
    struct db *db, struct date on, struct str note, struct change_by by, struct err *e);
/* Texts in the arena. The first review is due so many days after the first user was enrolled. */
MUST_CHECK bool access_standing(
    struct db *db, struct instant now, struct arena *arena, struct access_standing *out, struct err *e);
