/*
 * policy - what the guidance and the regulations leave to the manufacturer: a key for every question A1 to
 * A19.
 *
 * policy_default() is version "default-1". The keys marked * are answered by decide(); the others are kept by
 * the same document for the parts that ask them, and are validated with it. Written in JSON by the words of
 * policy_fields.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "base/time.h"
#include "decision/calendar.h"
#include "decision/facts.h"

enum cell { CELL_NONE, CELL_C, CELL_C_BORDERLINE, CELL_U_BORDERLINE, CELL_U }; /* "C", "C*", "U*", "U" */
enum serious_event { SERIOUS_CONFIRMED, SERIOUS_SUSPECTED };
enum clock_start { CLOCK_FROM_RECEIPT, CLOCK_FROM_CONFIRMATION, CLOCK_FROM_TRIAGE };
enum reclassification { RECLASSIFICATION_DECIDE, RECLASSIFICATION_LITERAL, RECLASSIFICATION_RESTART };
enum initiation { INITIATION_COMMUNICATION_OR_FIX, INITIATION_FIX, INITIATION_DECISION };
enum late_report { LATE_REPORT_AT_ONCE, LATE_REPORT_FROM_LOSS };
enum number_sequence { SEQUENCE_RUNNING, SEQUENCE_SINGLE, SEQUENCE_YEARLY, SEQUENCE_DAILY };
enum number_date { NUMBER_DATE_PLAIN, NUMBER_DATE_PADDED };
enum registration_digits { REGISTRATION_7, REGISTRATION_7_OR_10 };
enum event_after_closure { AFTER_CLOSURE_REOPEN, AFTER_CLOSURE_IGNORE };
enum user_community { COMMUNITY_LIST_AND_ADVISORY, COMMUNITY_DIRECT_ACCOUNTS };
enum mdr_covers_correction { MDR_COVERS_ASK, MDR_COVERS_FILE_BOTH };
enum periodic_duty { PERIODIC_BY_PATHWAY };

struct policy {
	struct str version;			/* "default-1", the document's own, or "custom" */
	enum clock_start clock_start;		/* A1 */
	enum roll roll;				/* A2 * */
	enum reclassification reclassification; /* A3 * */
	enum initiation initiation;		/* A4 * but for the decision, which is no fact here */
	bool count_initiation_day;		/* A5 * */
	struct date *extra_closures;		/* A6 * */
	size_t extra_closure_count;
	enum late_report late_report;	  /* A7 */
	enum serious_event serious_event; /* A8 * */
	bool record_806_20_for_routine;	  /* A9 * */
	int64_t reassessment_months;  /* A20: after which an accepted risk is assessed again; 0: none set */
	int64_t regular_cycle_months; /* A21: of updates for controlled risks, 524B(b)(2)(A); 0: none set */
	int64_t isao_grace_working_days;	      /* A10 * */
	enum number_sequence report_number_sequence;  /* A11 * */
	enum number_date report_number_date;	      /* A12 * */
	enum registration_digits registration_digits; /* A13 * */
	enum cell matrix[3][5];		  /* A14 * by exploitability - 1, severity - SEVERITY_NEGLIGIBLE */
	bool two_approvers_on_borderline; /* A14 * */
	bool long_term_control_counts;	  /* A15 * */
	enum event_after_closure event_after_closure;	  /* A16 * */
	enum user_community user_community;		  /* A17 */
	enum mdr_covers_correction mdr_covers_correction; /* A18 * */
	enum periodic_duty periodic_duty;		  /* A19 * */
};

struct policy policy_default(void);

/* The cell of a known exploitability and a severity other than none. */
enum cell policy_cell(const struct policy *p, enum exploitability exploitability, enum severity severity);

/* Is the matrix filled and monotone, and does it keep what the guidance itself says (PMG VII)? Moving to a
 * higher severity or exploitability never turns uncontrolled into controlled; medium x critical and medium x
 * catastrophic are uncontrolled; negligible is controlled. */
MUST_CHECK bool policy_check(const struct policy *p, struct err *e);
