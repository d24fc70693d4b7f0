/*
 * determination - what the rules conclude from the facts of one vulnerability and device on one day.
 *
 * A value; its lists and texts live in the arena given to decide(). Dates that do not apply are DATE_NONE.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/time.h"

#define RULES_REGIME "fda-2016"
#define RULES_VERSION "1"

enum scope { SCOPE_IN, SCOPE_OUT, SCOPE_STOCK_RECOVERY, SCOPE_NOT_AFFECTED, SCOPE_COUNT };
enum risk { RISK_CONTROLLED, RISK_UNCONTROLLED, RISK_UNDETERMINED, RISK_COUNT };
enum discretion {
	DISCRETION_NOT_NEEDED,
	DISCRETION_PROVISIONAL,
	DISCRETION_APPLIES,
	DISCRETION_NOT_AVAILABLE,
	DISCRETION_COUNT
};
enum condition_id { CONDITION_EVENTS, CONDITION_DAY_30, CONDITION_DAY_60, CONDITION_ISAO, CONDITION_COUNT };
enum condition_state { CONDITION_PENDING, CONDITION_MET, CONDITION_FAILED, CONDITION_STATE_COUNT };
enum report_806 {
	REPORT_NOT_REQUIRED,
	REPORT_NOT_ENFORCED, /* not_intended_to_enforce */
	REPORT_REQUIRED,
	REPORT_ON_INITIATION,
	REPORT_PENDING,
	REPORT_COUNT
};
enum mdr_kind { MDR_30_DAY, MDR_5_DAY, MDR_SUMMARY, MDR_KIND_COUNT };
enum recall_class { RECALL_NONE, RECALL_I, RECALL_II, RECALL_III, RECALL_COUNT };
enum retention_rule {
	RETENTION_NONE,
	RETENTION_LIFE_PLUS_2,
	RETENTION_TEN_YEARS,
	RETENTION_EVENT_FILE,
	RETENTION_COUNT
};

/* One of the four conditions of PMG VII.B. */
struct condition_result {
	enum condition_state state;
	struct date on;	 /* met or failed on; unknown for condition 1 while it is met */
	struct date due; /* the last day of conditions 2 and 3 */
	struct str why;
};

/* What hangs on day 0, and so on how A3 is answered. */
struct reading {
	struct date day_0, day30, day60;
	enum discretion discretion;
	bool has_conditions;
	struct condition_result conditions[CONDITION_COUNT];
	enum report_806 report_806;
	struct date report_806_due;
	struct date
	    report_806_due_if_lapsed; /* while the discretion is provisional: where a condition fails */
	int64_t days_overdue;
};

struct mdr {
	enum mdr_kind kind;
	struct date starts, due; /* unknown where the event's date is */
	struct date submitted_on;
	int64_t event; /* its index */
};

/* An event of which it is not decided whether it must be reported. */
struct undecided_event {
	int64_t event;		 /* its index */
	struct date starts, due; /* the last day on which a report could be in time; unknown where the event's
				  * date is */
	bool kind_known;
};

struct warning {
	const char *id;
	struct str says;
};

struct reason {
	const char *rule, *says;
	const char *cites; /* separated by "; " */
	struct str *facts;
	size_t fact_count;
};

struct determination {
	struct str policy_version, time_zone, tzdata_version;
	struct date today;
	enum scope scope;
	enum risk risk, risk_after;
	bool borderline, final;
	struct reading reading; /* the one that governs */
	bool two_readings;	/* A3 is in play */
	struct reading literal, restart;
	struct str report_806_number; /* empty: none */
	struct date amendment_806_due;
	bool record_806_20;
	struct mdr *mdrs;
	size_t mdr_count;
	struct undecided_event *undecided;
	size_t undecided_count;
	struct date share_with_other_applicant_due; /* the first one */
	bool periodic_owed;
	struct date periodic_due;
	bool out_of_cycle_update, regular_cycle_update;
	enum recall_class proposed_recall_class;
	enum retention_rule retention_rule;
	struct date retention_until;
	bool reopened;
	struct warning *warnings;
	size_t warning_count;
	struct reason *rationale;
	size_t reason_count;
	struct str *missing; /* keys of facts and decisions, each once */
	size_t missing_count;

	/* What obligations are derived from, besides the facts. */
	bool clock_runs;
	struct date told_on;	    /* customers told all four points, and the user community told */
	struct date planned_on;	    /* interim controls and a reasoned plan, in time or not */
	struct date fixed_on;	    /* the first fix that counts, in time or not */
	struct date updated_on;	    /* the first such of the software itself */
	struct date initiated_on;   /* of the correction or removal (A4) */
	struct date distributed_on; /* the first change distributed */
	struct date unreported_on;  /* the first that no periodic report tells of: behind the last one */
	struct date assessed_on;    /* the assessment that counts */
	struct date overtaken_on;   /* when what overtakes one that finds the risk controlled became known */
	struct date
	    left_uncontrolled_on; /* of the last assessment of what is left, where that is uncontrolled */
};

/* Is the device not affected, beyond what somebody says: do the rules take it, and is nothing missing of it?
 */
bool determination_is_not_affected(const struct determination *d);

/* Adds a warning that no rule gives; the list is made anew in the arena. */
void determination_warn(struct determination *d, const char *id, struct str says, struct arena *arena);

/* The words of the JSON form. */
const char *scope_word(enum scope value);
const char *risk_word(enum risk value);
const char *discretion_word(enum discretion value);
const char *condition_word(enum condition_id value);
const char *condition_state_word(enum condition_state value);
const char *report_806_word(enum report_806 value);
const char *mdr_kind_word(enum mdr_kind value);
const char *recall_class_word(enum recall_class value);	    /* NULL for none */
const char *retention_rule_word(enum retention_rule value); /* NULL for none */
