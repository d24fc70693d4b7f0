/*
 * rules - what the regulations say, as rows; the loop over them is here and written once.
 *
 * A table answers one question. Its first row whose conditions all hold decides; an answer that is UNKNOWN
 * satisfies no condition, unless the row takes it on purpose. The result hangs on an unknown fact when a row
 * before the deciding one would decide otherwise once the fact is known: such facts are what is missing.
 * Rows of rules_warnings and rules_calendar are taken one by one, each that holds.
 *
 * Ids never change: determinations, cases (tests/cases/rules) and docs/regulations cite them.
 */
#pragma once
#include <stddef.h>

#include "base/arena.h"
#include "base/time.h"
#include "decision/facts.h"

enum fact {
	FACT_NONE,
	/* scope */
	MARKETED,
	MARKETED_REFUSED, /* it is said not to be, but units went out */
	INVESTIGATIONAL,
	STOCK_RECOVERY, /* claimed */
	UNITS_RELEASED,
	NOT_AFFECTED, /* claimed by VEX */
	NOT_AFFECTED_STATED,
	HARM_KNOWN, /* an associated death or serious injury, in this device */
	JUSTIFIED,
	KEV_LISTED,
	VEX_REVIEWED,
	IN_SCOPE, /* as rules_scope decided */
	/* risk */
	ASSESSED, /* exploitability and severity of the assessment that counts */
	NO_HARM,
	CELL_UNCONTROLLED,
	SERIOUS_EVENT, /* associated, confirmed */
	CELL_BORDERLINE,
	RATIONALE_WRITTEN,
	SECOND_APPROVER,
	NO_HARM_AFTER,
	AFTER_UNCONTROLLED,
	LEFT_UNCONTROLLED, /* by the last assessment that says what the controls leave */
	UNCONTROLLED,	   /* as rules_risk decided */
	CLOCK_RUNS,
	/* A3 */
	RECLASSIFIED,
	RESTART_CHOSEN,
	/* the four conditions */
	EVENT_KNOWN,
	TOLD_BY_DAY_30,
	CONTROLS_BY_DAY_30,
	RISKY_CONTROL, /* one that adds risk stood behind day 30 */
	PLAN_BY_DAY_30,
	TIMELINE_REASONED,
	DAY_30_OVER,
	FIXED_BY_DAY_60,
	FIX_LOST_LATER,
	FIX_CONTRADICTED_LATER,
	FIX_FAILED_LATER,
	FIX_WITHDRAWN_LATER,
	FIX_LACKED_LATER, /* by units that came into the field without it */
	DAY_60_OVER,
	NOTICE_GIVEN,
	ISAO_MEMBER,
	ISAO_TOO_LATE,
	ISAO_WAITING,
	ALL_MET,
	ANY_FAILED,
	/* 806 */
	INITIATED,
	INITIATION_STATED_LATER, /* behind what was done */
	REPORTED_UNDER_803,
	MDR_UNFILED, /* reported under 803, as is said, but no such report is on file */
	RELY_ON_803,
	REPORT_OWED,
	REPORT_MADE,
	EXTENDED_SINCE, /* behind the day of the report */
	NOT_ENFORCED,
	ROUTINE_RECORD, /* policy, A9 */
	/* 803, of one event */
	DEATH,
	SERIOUS_INJURY,
	MALFUNCTION,
	LIKELY_IF_RECURS,
	REMEDIAL_ACTION,
	FILED_BEFORE,
	THIRTY_DAYS_BEFORE,
	FIVE_DAY_ASKED,
	SUMMARY_OFFERED, /* the firm tells malfunctions of this product code in summaries */
	SUMMARY_JUDGED,
	JUDGED_NOT_REPORTABLE, /* by who is qualified, or the information is not of a device of the firm */
	NEW_INFORMATION,
	CONSTITUENT_APPLICANT,
	/* 814, 524B, 7, retention */
	PERIODIC_STATED,
	PERIODIC_PATHWAY,
	DISTRIBUTED,
	CYBER_DEVICE,
	SEVERITY_CRITICAL_UP,
	EXPLOITABILITY_MEDIUM_UP,
	LIFE_KNOWN,
	DRUG_LED,
	TEN_YEARS_LATER,
	EVENT_FILE_LATER,
	/* closure */
	EVENT_AFTER_CLOSURE,
	EVENT_MISSED_AT_CLOSURE, /* known by then, entered after it */
	REOPENING,		 /* policy, A16 */
	/* warnings */
	SHARED_LATE,
	EVENT_UNJUDGED,
	FIX_ADDS_RISK,
	FIX_UNJUDGED,	   /* nobody has judged the risk that one leaves */
	FIX_CONTRADICTED,  /* by an assessment behind it: with it the risk is uncontrolled */
	CONTROL_ADDS_RISK, /* and is not withdrawn */
	FIX_NOT_FOR_ALL,   /* one is available, and not known to be distributed to all that are to get it */
	EVENT_WITHOUT_DECISION,
	EVENT_GRAVER,	      /* than the harm that the assessment judges */
	ASSESSMENT_OVERTAKEN, /* it finds the risk controlled, but for an associated death or serious injury
			       */
	SUMMARY_USED,
	OTHER_PART, /* a combination product with an event */
	FIX_COUNTS,
	CONFIDENTIALITY_ONLY,
	/* calendar */
	ROLLED,
	START_COUNTED,
	CLOSURES,
	WORK_DAYS_803,
	FACT_COUNT
};

/* Sets of answers that satisfy a condition. */
enum answers {
	IS_UNKNOWN = 1,
	IS_NO = 2,
	IS_YES = 4,
	NOT_YES = IS_UNKNOWN | IS_NO,
	NOT_NO = IS_UNKNOWN | IS_YES
};

enum outcome {
	OUTCOME_OPEN,
	OUTCOME_YES,
	OUTCOME_NO,
	OUTCOME_IN_SCOPE,
	OUTCOME_OUT_OF_SCOPE,
	OUTCOME_STOCK_RECOVERY,
	OUTCOME_NOT_AFFECTED,
	OUTCOME_CONTROLLED,
	OUTCOME_UNCONTROLLED,
	OUTCOME_UNDETERMINED,
	OUTCOME_LITERAL,
	OUTCOME_RESTART,
	OUTCOME_PENDING,
	OUTCOME_MET,
	OUTCOME_FAILED,
	OUTCOME_NOT_NEEDED,
	OUTCOME_PROVISIONAL,
	OUTCOME_APPLIES,
	OUTCOME_NOT_AVAILABLE,
	OUTCOME_NOT_REQUIRED,
	OUTCOME_NOT_ENFORCED,
	OUTCOME_REQUIRED,
	OUTCOME_ON_INITIATION,
	OUTCOME_MDR_30_DAY,
	OUTCOME_MDR_5_DAY,
	OUTCOME_MDR_BOTH,
	OUTCOME_MDR_ASKED,
	OUTCOME_MDR_SUMMARY,
	OUTCOME_CLASS_I,
	OUTCOME_CLASS_II,
	OUTCOME_LIFE_PLUS_2,
	OUTCOME_TEN_YEARS,
	OUTCOME_EVENT_FILE,
	OUTCOME_WARN
};

#define RULE_CONDITIONS 5

struct rule {
	const char *id;
	const char *basis; /* citations, separated by "; " */
	const char *says;  /* the sentence shown to the user */
	struct condition {
		enum fact fact;
		enum answers is;
	} when[RULE_CONDITIONS]; /* ends at FACT_NONE */
	enum outcome then;
	const char *warning; /* the id of a warning; else NULL */
};

extern const struct rule rules_scope[], rules_vex[], rules_risk[], rules_risk_after[], rules_borderline[];
extern const struct rule rules_clock[];
extern const struct rule rules_condition_1[], rules_condition_2[], rules_condition_3[], rules_condition_4[];
extern const struct rule rules_discretion[];
extern const struct rule rules_806[], rules_amendment[], rules_806_20[], rules_recall[], rules_retention[];
extern const struct rule rules_reopened[];
extern const struct rule rules_803[], rules_803_kind[], rules_supplement[], rules_share[];
extern const struct rule rules_814[], rules_524b[];
extern const struct rule rules_warnings[], rules_calendar[];

/* A list of texts in an arena. */
struct texts {
	struct str *items;
	size_t count, room;
};
void texts_add(struct texts *t, struct arena *a, struct str s); /* not copied; once each */

/* What is known about one fact: the answer, when it came to be, and the keys it rests on (or would). */
struct known {
	enum answer is;
	struct date on;
	struct texts keys;
	struct str detail; /* for "why"; may be empty */
};

struct knowledge {
	struct known of[FACT_COUNT];
};

/* Sets a fact. key may be NULL. */
struct known *know(struct knowledge *k, struct arena *a, enum fact fact, enum answer is, const char *key);
static inline enum answer answer_of(bool yes)
{
	return yes ? YES : NO;
}

bool rule_holds(const struct rule *r, const struct knowledge *k);
/* The row that decides; every table ends with a row that always holds. The keys of unknown facts on which the
 * result hangs are added to missing. */
const struct rule *rules_first(
    const struct rule *table, const struct knowledge *k, struct arena *a, struct texts *missing);
