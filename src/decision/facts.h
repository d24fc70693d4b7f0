/*
 * facts - what a determination is made from: plain values, filled from a facts document (facts_json.h) or
 * from a casefile's records.
 *
 * Begin with facts_unknown() and the X_unknown() of each element, then set what is known. An absent fact is
 * unknown, not false: dates DATE_NONE, numbers FACT_NO_NUMBER, texts STR_NONE, words and answers 0, lists and
 * blocks with given unset. A list that is given and empty says "none". Dates are days in the firm's own zone
 * (A1, A2). index is the element's place in its list; citations name elements by it. Nothing here owns
 * memory. Elements may stand in any order; decide() leaves out what is dated after today.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/time.h"

enum answer { UNKNOWN, NO, YES }; /* UNKNOWN satisfies no condition */

#define FACT_NO_NUMBER (-1)

/* In every enum of facts 0 means unknown; the words are those of the facts document. */
enum pathway {
	PATHWAY_UNKNOWN,
	PATHWAY_510K,
	PATHWAY_PMA,
	PATHWAY_PDP,
	PATHWAY_DENOVO,
	PATHWAY_HDE,
	PATHWAY_EXEMPT,
	PATHWAY_PREAMENDMENT,
	PATHWAY_BLA,
	PATHWAY_NDA
};
enum device_class { CLASS_UNKNOWN, CLASS_I, CLASS_II, CLASS_III };
enum support { SUPPORT_UNKNOWN, SUPPORT_SUPPORTED, SUPPORT_LIMITED, SUPPORT_END };
enum vex { VEX_UNKNOWN, VEX_NOT_AFFECTED, VEX_AFFECTED, VEX_FIXED, VEX_UNDER_INVESTIGATION };
enum exploitability {
	EXPLOITABILITY_UNKNOWN,
	EXPLOITABILITY_LOW,
	EXPLOITABILITY_MEDIUM,
	EXPLOITABILITY_HIGH
};
enum severity { /* of patient harm; PMG VI.B and "none" */
	SEVERITY_UNKNOWN,
	SEVERITY_NO_HARM, /* the word is "none" */
	SEVERITY_NEGLIGIBLE,
	SEVERITY_MINOR,
	SEVERITY_SERIOUS,
	SEVERITY_CRITICAL,
	SEVERITY_CATASTROPHIC
};
enum event_kind { EVENT_UNKNOWN, EVENT_DEATH, EVENT_SERIOUS_INJURY, EVENT_MALFUNCTION };
enum recipient { RECIPIENT_CUSTOMERS = 1, RECIPIENT_USER_COMMUNITY = 2 }; /* bits of a set */
enum controls_told { CONTROLS_TOLD_UNKNOWN, CONTROLS_LISTED, CONTROLS_NONE_AVAILABLE, CONTROLS_OMITTED };
enum fix_kind { FIX_UNKNOWN, FIX_SOFTWARE, FIX_WORKAROUND, FIX_COMPENSATING_CONTROL };
enum residual_risk { /* of the word "unknown" it is known that nobody has judged it */
	RESIDUAL_UNKNOWN,
	RESIDUAL_ACCEPTABLE,
	RESIDUAL_UNACCEPTABLE,
	RESIDUAL_UNJUDGED
};
enum correction_kind { CORRECTION_UNKNOWN, CORRECTION_CORRECTION, CORRECTION_REMOVAL };
enum clock_choice { CLOCK_UNKNOWN, CLOCK_LITERAL, CLOCK_RESTART };

struct device_facts {
	bool given;
	enum pathway pathway;
	enum device_class class;
	enum support support;
	enum answer marketed, investigational, cyber_device, combination_product, constituent_part_applicant;
	enum answer periodic_report; /* unknown: yes for pma, pdp, hde (A19) */
	struct date approved_on;
	struct date periodic_report_on; /* a day one is due on; unknown: the anniversaries of the approval */
	int64_t periodic_interval_months; /* unknown: 12 */
	int64_t expected_life_years;
	struct str product_code; /* the first one */
	struct date last_distributed_on;
};

struct names {
	bool given;
	struct str *items;
	size_t count;
};

struct firm_facts {
	bool given;
	struct str registration_number; /* of the establishment; digits */
	bool earlier_given;
	int64_t earlier_corrections, earlier_removals; /* 806 reports made before, "C" and "R" */
	struct names summary_product_codes;	       /* of which malfunctions are told in summaries */
};

struct vulnerability_facts {
	bool given;
	struct str id;
	struct date learned_on;
	enum answer confidentiality_only, affects_safety_or_essential_performance, exploited, kev_listed;
	enum vex vex;
	struct str vex_justification, vex_reviewed_by;
};

struct assessment_fact {
	int64_t index;
	struct date on;
	enum exploitability exploitability, exploitability_after;
	enum severity severity, severity_after;
	struct str rationale;
	struct names approvers;
};

struct event_fact {
	int64_t index;
	enum event_kind kind;
	struct date happened_on; /* never after known_on */
	struct date known_on;
	enum answer associated, likely_if_recurs;
	struct date remedial_action_decided_on, mdr_submitted_on;
	struct date shared_on;		   /* with the applicant of the other constituent part */
	enum answer five_day_requested;	   /* by FDA in writing, 803.53(b) */
	enum answer summary_report;	   /* a person judged that it needs no report of its own */
	enum answer entered_after_closure; /* whatever day it was known: the closing did not know of it */
	enum answer
	    decided_after_report;      /* the remedial action: whatever day, the report did not know of it */
	struct date not_reportable_on; /* when it was concluded that none is owed, 803.20(c)(2), 803.22(b) */
};

/* Information that the report of an event did not have (21 CFR 803.56). */
struct supplement_fact {
	int64_t index;
	struct date received_on, submitted_on;
	struct str not_due_because; /* why the report needs no supplement for it; empty: it does */
};

struct communication_fact {
	int64_t index;
	struct date on;
	bool to_given;
	unsigned to; /* set of enum recipient */
	enum answer describes_impact, states_efforts, states_fix_or_strategy;
	enum controls_told compensating_controls;
	enum answer isao_member; /* on its day; unknown: as isao.active_member */
	struct date isao_on;
	struct str isao_late_reason;
};

struct control_fact {
	int64_t index;
	struct date identified_on;
	struct date withdrawn_on; /* from when it is not recommended any more */
	enum answer long_term, adds_risk;
};

struct plan_fact {
	bool given;
	enum answer made; /* NO: there is none */
	struct date on;
	struct date
	    first_on; /* of the first one with a reason, which on revises; DATE_NONE: it is the first */
	struct str timeline_rationale;
};

/* A version of a fix went out to units of a release. */
struct distribution_fact {
	int64_t index;
	struct date on;
	struct str release;	  /* none: to all that are to get it */
	int64_t units;		  /* that are to get it */
	struct date validated_on; /* that version; unknown: as the fix */
	struct date failed_on;	  /* from then on it did not pass */
};

struct fix_fact {
	int64_t index;
	enum fix_kind kind;
	enum answer validated; /* NO: its last validation did not pass, whatever validated_on says */
	struct date validated_on;
	struct date available_on;   /* the first day on which any unit could have it */
	struct date distributed_on; /* to all that are to get it */
	bool distributions_given;
	struct distribution_fact *distributions; /* in place of distributed_on */
	size_t distribution_count;
	enum residual_risk residual_risk;
	struct date
	    residual_on; /* since when it is judged acceptable; unknown: ever since the fix is there */
	struct date adds_risk_known_on;
};

/* Units of a release that are in the field and are to get a fix. */
struct concerned_fact {
	int64_t index;
	struct str release; /* none: units of which it is not known what they run */
	int64_t units;
	struct date since; /* they came into the field then; unknown: before anything went out */
};

struct isao_facts {
	bool given;
	enum answer active_member;
};

struct extension_fact {
	int64_t index;
	struct date initiated_on, amended_on;
	enum answer entered_after_report; /* whatever day it was initiated: the report did not know of it */
};

struct correction_facts {
	bool given;
	enum correction_kind kind;
	struct date initiated_on;
	enum answer stock_recovery;
	int64_t units_released;
	struct date reported_on, reported_under_803;
	enum answer rely_on_803;
	bool extensions_given;
	struct extension_fact *extensions;
	size_t extension_count;
};

/* Whether the change needs a premarket submission. */
struct premarket_fact {
	int64_t index;
	struct date on;
};

struct periodic_facts {
	bool given;
	struct date reported_on; /* the change was told of in a periodic report */
};

struct clock_decision_fact {
	bool given;
	struct date on;
	enum clock_choice choice;
};

struct facts {
	struct date today;
	struct str time_zone, tzdata_version; /* recorded with the determination */
	struct device_facts device;
	struct firm_facts firm;
	struct vulnerability_facts vulnerability;
	bool assessments_given;
	struct assessment_fact *assessments;
	size_t assessment_count;
	struct clock_decision_fact clock_decision;
	bool events_given;
	struct event_fact *events;
	size_t event_count;
	bool communications_given;
	struct communication_fact *communications;
	size_t communication_count;
	bool controls_given;
	struct control_fact *controls;
	size_t control_count;
	struct plan_fact plan;
	bool fixes_given;
	struct fix_fact *fixes;
	size_t fix_count;
	bool concerned_given;
	struct concerned_fact *concerned;
	size_t concerned_count;
	struct isao_facts isao;
	struct correction_facts correction;
	bool supplements_given;
	struct supplement_fact *supplements;
	size_t supplement_count;
	bool premarket_given;
	struct premarket_fact *premarket;
	size_t premarket_count;
	struct periodic_facts periodic;
	struct date closed_on;
};

/* Everything unknown; time_zone is UTC. */
struct facts facts_unknown(void);
struct assessment_fact assessment_unknown(int64_t index);
struct event_fact event_unknown(int64_t index);
/* When it happened; where that is not known when the firm became aware of it, which is never before. */
struct date event_date(const struct event_fact *event);
struct communication_fact communication_unknown(int64_t index);
struct control_fact control_unknown(int64_t index);
struct fix_fact fix_unknown(int64_t index);
struct extension_fact extension_unknown(int64_t index);

/* Is there something to read in it? */
bool fact_text_is_given(struct str text);
