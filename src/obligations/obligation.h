/*
 * obligation - something owed to somebody by a day, the event that started its clock, and what became of it.
 */
#pragma once
#include <stddef.h>

#include "base/arena.h"
#include "base/time.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"

enum obligation_kind {
	OBLIGATION_COMMUNICATE,
	OBLIGATION_PLAN_REMEDIATION, /* interim controls, and a plan with the rationale of its timeline */
	OBLIGATION_DISTRIBUTE_FIX,
	OBLIGATION_SHARE_ISAO,
	OBLIGATION_REPORT_806,
	OBLIGATION_AMEND_806,
	OBLIGATION_MDR_30_DAY,
	OBLIGATION_MDR_5_DAY,
	OBLIGATION_SUPPLEMENT_MDR,
	OBLIGATION_SHARE_WITH_OTHER_APPLICANT,
	OBLIGATION_PERIODIC_REPORT,
	OBLIGATION_RECORD_806_20,
	OBLIGATION_EVALUATE_PREMARKET,
	OBLIGATION_REASSESS,
	OBLIGATION_UPDATE_OUT_OF_CYCLE,
	OBLIGATION_UPDATE_REGULAR_CYCLE,
	OBLIGATION_ACKNOWLEDGE_REPORTER, /* of a signal, not of a casefile */
	OBLIGATION_SUBMIT_ITEM,		 /* of no rule: an item of an 806 report that was not available */
	OBLIGATION_REASSESS_CHANGED, /* what an assessment rests on has changed; but for an event of no rule
				      */
	OBLIGATION_MDR_SUMMARY,
	OBLIGATION_DECIDE_MDR, /* is an event reportable? And of no rule: is what a complaint tells of one? */
	OBLIGATION_SIGN,       /* of no rule: a record waits for signatures before it is released or counts */
	OBLIGATION_KEEP_RECORD_806_20, /* kept through a day, not done by one: these have no due, but until */
	OBLIGATION_KEEP_EVENT_FILE,
	OBLIGATION_KEEP_CASEFILE,
	OBLIGATION_KIND_COUNT
};

enum obligation_state {
	OBLIGATION_OPEN,
	OBLIGATION_MET,
	OBLIGATION_OVERDUE, /* its day has passed and it is still owed */
	OBLIGATION_MISSED,  /* done, but after its day */
	OBLIGATION_KEPT,    /* something is kept, and its last day has not passed or is not known */
	OBLIGATION_STATE_COUNT
};

/* Why the end of a retention is not known. */
enum keep_unknown {
	KEEP_KNOWN,
	KEEP_LIFE_UNKNOWN,	   /* the expected life of the device */
	KEEP_DISTRIBUTION_UNKNOWN, /* its last distribution */
	KEEP_BOTH_UNKNOWN,
	KEEP_UNKNOWN_COUNT
};

struct obligation {
	enum obligation_kind kind;
	struct date starts; /* unknown where the event's date is */
	struct date due;    /* unknown: no day is set */
	enum obligation_state state;
	struct date met_on;
	int64_t record;	  /* of OBLIGATION_SIGN: that is to be signed; else 0 */
	int64_t signal;	  /* of OBLIGATION_DECIDE_MDR: the complaint, 0: of an event; else 0 */
	const char *says; /* of what no rule asks for: what is asked, or missing; NULL: nothing */

	/* Of what is kept alone. */
	struct date until;	  /* the last day; unknown: see unknown */
	enum retention_rule rule; /* by which until was found; RETENTION_NONE: it is not known */
	enum keep_unknown unknown;
};

const char *obligation_kind_word(enum obligation_kind kind);
const char *obligation_state_word(enum obligation_state state);
const char *obligation_to(enum obligation_kind kind);	  /* "fda", "customers, user community", ... */
const char *obligation_cites(const struct obligation *o); /* separated by "; " */
bool obligation_is_kept(enum obligation_kind kind);	  /* it has until in place of due */
/* A list with one more in its place, the soonest due first, what has no day behind, what is kept last; in the
 * arena. */
struct obligation *obligation_add(
    struct obligation *list, size_t *count, struct obligation o, struct arena *arena);
/* How one stands that is due on a day and was done on another (DATE_NONE: not yet). */
enum obligation_state obligation_state_of(struct date due, struct date met_on, struct date today);

/* What is kept, and how long: at most 2 + facts->event_count. Puts them into items and tells their number. */
size_t obligations_keep(const struct facts *facts, const struct determination *d, struct obligation *items);

/* What a determination of these facts obliges to, the soonest due first, what has no day last. The list lives
 * in the arena. */
struct obligation *obligations_fda(const struct facts *facts, const struct policy *policy,
    const struct determination *d, struct arena *a, size_t *count);
