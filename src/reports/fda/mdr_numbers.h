/*
 * mdr_numbers - which numbers the medical device reports of all casefiles have, and the next one.
 *
 * A report has the number that is stated of its event; else the one under which it was issued; else the one
 * that a supplement cites. It names the event by the first of the records that stand one in the place of the
 * other.
 */
#pragma once
#include "base/time.h"
#include "decision/mdr_number.h"

enum mdr_number_from { MDR_NUMBER_STATED, MDR_NUMBER_ISSUED, MDR_NUMBER_CITED };

struct mdr_numbered {
	enum mdr_number_from from;
	int64_t casefile, event; /* 0: of the last report of the firm that is in no casefile */
	int64_t record;		 /* that says so */
	struct str number;
};

struct mdr_numbers {
	struct mdr_numbered *items;
	size_t count;
};

/* Empty: it has none. */
struct str mdr_numbers_of(const struct mdr_numbers *list, int64_t casefile, int64_t event);
/* The first that gives the number to another event; NULL: none does. */
const struct mdr_numbered *mdr_numbers_taken(
    const struct mdr_numbers *list, struct str number, int64_t casefile, int64_t event);
/* The number behind the highest of the registration number and the year of today, in the arena; empty without
 * a registration number, and where the year has no more. */
struct str mdr_numbers_next(
    const struct mdr_numbers *list, struct str registration, struct date today, struct arena *arena);
