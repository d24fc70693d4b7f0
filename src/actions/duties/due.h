/*
 * due - what is owed over all open casefiles and signals, soonest first.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "obligations/obligation.h"
#include "store/db.h"

struct due_row {
	struct obligation obligation;
	struct casefile casefile; /* id 0: it is owed of a signal */
	int64_t signal;		  /* 0: of a casefile */
	struct str vulnerability; /* may be empty of a signal */
	struct str device;	  /* of a signal all it names, separated by ", " */
	/* Of the casefile, while FDA's discretion is provisional: when the 806 report is due if a condition
	 * fails; else DATE_NONE. */
	struct date report_806_if_lapsed;
	int ordinal; /* of its kind in the casefile or signal, from 1: it stays while the days move */
	struct instant since; /* when the casefile was opened, or the signal recorded */
};

/* Which of the obligations that are open or overdue, or of what is kept. */
struct due_asked {
	struct date until; /* those with a day not after it; DATE_NONE: any day */
	bool undated;	   /* those without a day, instead: an 806.20 record, an update out of cycle */
	bool kept;	   /* what is kept and not over, instead: until is of its last day */
};

/* A casefile of which FDA's discretion is provisional, and the day its 806 report is due if a condition
 * fails.
 */
struct due_lapse {
	int64_t casefile;
	struct date on;
	bool over; /* that day has passed */
};

struct due_found {
	struct due_row *rows;
	size_t count;
	size_t undated;		  /* owed without a day, whatever was asked for */
	struct due_lapse *lapses; /* by casefile, whatever was asked for */
	size_t lapse_count;
};

/* The soonest first; of what is kept an end that is not known comes last. today as case_view has it. In the
 * arena. */
MUST_CHECK bool due_list(struct db *db, struct date today, struct instant now, struct due_asked asked,
    struct arena *arena, struct due_found *out, struct err *e);
