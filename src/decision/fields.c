/*
 * The words are those of the facts document; they never change, stored facts are written in them.
 */
#include "decision/fields.h"

#include "decision/facts.h"
#include "decision/policy.h"

#define END                                                                                                  \
	{                                                                                                    \
		.key = NULL                                                                                  \
	}
#define ROW(s, k, f, member, ...)                                                                            \
	{                                                                                                    \
		.key = (k), .kind = (f), .offset = offsetof(s, member), .given = FIELD_NOWHERE,              \
		.count = FIELD_NOWHERE, __VA_ARGS__                                                          \
	}
#define ANSWER(s, k, member) ROW(s, k, FIELD_ANSWER, member, .size = 0)
#define JUDGEMENT(s, k, member) ROW(s, k, FIELD_JUDGEMENT, member, .size = 0)
#define BOOL(s, k, member) ROW(s, k, FIELD_BOOL, member, .size = 0)
#define DATE(s, k, member) ROW(s, k, FIELD_DATE, member, .size = 0)
#define TEXT(s, k, member) ROW(s, k, FIELD_TEXT, member, .size = 0)
#define WORD(s, k, member, list) ROW(s, k, FIELD_WORD, member, .words = (list))
#define WHOLE(s, k, member, from, to) ROW(s, k, FIELD_WHOLE, member, .least = (from), .most = (to))
#define BLOCK(k, rows, flag)                                                                                 \
	{                                                                                                    \
		.key = (k), .kind = FIELD_BLOCK, .offset = 0, .given = (flag), .count = FIELD_NOWHERE,       \
		.fields = (rows)                                                                             \
	}
#define LIST(s, k, items, number, flag, rows, element)                                                       \
	{                                                                                                    \
		.key = (k), .kind = FIELD_LIST, .offset = offsetof(s, items), .given = offsetof(s, flag),    \
		.count = offsetof(s, number), .fields = (rows), .size = sizeof(element)                      \
	}

static const struct word pathways[] = { { "510k", PATHWAY_510K }, { "pma", PATHWAY_PMA },
	{ "pdp", PATHWAY_PDP }, { "denovo", PATHWAY_DENOVO }, { "hde", PATHWAY_HDE },
	{ "exempt", PATHWAY_EXEMPT }, { "preamendment", PATHWAY_PREAMENDMENT }, { "bla", PATHWAY_BLA },
	{ "nda", PATHWAY_NDA }, { NULL, 0 } };
static const struct word classes[] = { { "I", CLASS_I }, { "II", CLASS_II }, { "III", CLASS_III },
	{ NULL, 0 } };
static const struct word supports[] = { { "supported", SUPPORT_SUPPORTED }, { "limited", SUPPORT_LIMITED },
	{ "end_of_support", SUPPORT_END }, { NULL, 0 } };
static const struct word vexes[] = { { "not_affected", VEX_NOT_AFFECTED }, { "affected", VEX_AFFECTED },
	{ "fixed", VEX_FIXED }, { "under_investigation", VEX_UNDER_INVESTIGATION }, { NULL, 0 } };
static const struct word exploitabilities[] = { { "low", EXPLOITABILITY_LOW },
	{ "medium", EXPLOITABILITY_MEDIUM }, { "high", EXPLOITABILITY_HIGH }, { NULL, 0 } };
static const struct word severities[] = { { "none", SEVERITY_NO_HARM }, { "negligible", SEVERITY_NEGLIGIBLE },
	{ "minor", SEVERITY_MINOR }, { "serious", SEVERITY_SERIOUS }, { "critical", SEVERITY_CRITICAL },
	{ "catastrophic", SEVERITY_CATASTROPHIC }, { NULL, 0 } };
static const struct word event_kinds[] = { { "death", EVENT_DEATH },
	{ "serious_injury", EVENT_SERIOUS_INJURY }, { "malfunction", EVENT_MALFUNCTION }, { NULL, 0 } };
static const struct word recipients[] = { { "customers", RECIPIENT_CUSTOMERS },
	{ "user_community", RECIPIENT_USER_COMMUNITY }, { NULL, 0 } };
static const struct word controls_told[] = { { "listed", CONTROLS_LISTED },
	{ "none_available", CONTROLS_NONE_AVAILABLE }, { "omitted", CONTROLS_OMITTED }, { NULL, 0 } };
static const struct word fix_kinds[] = { { "software", FIX_SOFTWARE }, { "workaround", FIX_WORKAROUND },
	{ "compensating_control", FIX_COMPENSATING_CONTROL }, { NULL, 0 } };
static const struct word residuals[] = { { "acceptable", RESIDUAL_ACCEPTABLE },
	{ "unacceptable", RESIDUAL_UNACCEPTABLE }, { "unknown", RESIDUAL_UNJUDGED }, { NULL, 0 } };
static const struct word correction_kinds[] = { { "correction", CORRECTION_CORRECTION },
	{ "removal", CORRECTION_REMOVAL }, { NULL, 0 } };
static const struct word clock_choices[] = { { "literal", CLOCK_LITERAL }, { "restart", CLOCK_RESTART },
	{ NULL, 0 } };

static const struct field device_fields[] = {
	WORD(struct facts, "pathway", device.pathway, pathways),
	WORD(struct facts, "class", device.class, classes),
	ANSWER(struct facts, "marketed", device.marketed),
	ANSWER(struct facts, "investigational", device.investigational),
	ANSWER(struct facts, "cyber_device", device.cyber_device),
	ANSWER(struct facts, "combination_product", device.combination_product),
	ANSWER(struct facts, "constituent_part_applicant", device.constituent_part_applicant),
	ANSWER(struct facts, "periodic_report", device.periodic_report),
	DATE(struct facts, "approved_on", device.approved_on),
	DATE(struct facts, "periodic_report_on", device.periodic_report_on),
	WHOLE(struct facts, "periodic_interval_months", device.periodic_interval_months, 1, 120),
	WORD(struct facts, "support", device.support, supports),
	WHOLE(struct facts, "expected_life_years", device.expected_life_years, 0, 200),
	DATE(struct facts, "last_distributed_on", device.last_distributed_on),
	TEXT(struct facts, "product_code", device.product_code),
	END,
};
static const struct field earlier_fields[] = {
	WHOLE(struct facts, "C", firm.earlier_corrections, 0, 1000000),
	WHOLE(struct facts, "R", firm.earlier_removals, 0, 1000000),
	END,
};
static const struct field firm_fields[] = {
	ROW(struct facts, "registration_number", FIELD_DIGITS, firm.registration_number, .size = 0),
	BLOCK("earlier_reports", earlier_fields, offsetof(struct facts, firm.earlier_given)),
	ROW(struct facts, "summary_product_codes", FIELD_NAMES, firm.summary_product_codes, .size = 0),
	END,
};
static const struct field vulnerability_fields[] = {
	TEXT(struct facts, "id", vulnerability.id),
	DATE(struct facts, "learned_on", vulnerability.learned_on),
	ANSWER(struct facts, "confidentiality_only", vulnerability.confidentiality_only),
	ANSWER(struct facts, "affects_safety_or_essential_performance",
	    vulnerability.affects_safety_or_essential_performance),
	ANSWER(struct facts, "exploited", vulnerability.exploited),
	ANSWER(struct facts, "kev_listed", vulnerability.kev_listed),
	WORD(struct facts, "vex", vulnerability.vex, vexes),
	TEXT(struct facts, "vex_justification", vulnerability.vex_justification),
	TEXT(struct facts, "vex_reviewed_by", vulnerability.vex_reviewed_by),
	END,
};
static const struct field assessment_fields[] = {
	DATE(struct assessment_fact, "on", on),
	WORD(struct assessment_fact, "exploitability", exploitability, exploitabilities),
	WORD(struct assessment_fact, "severity", severity, severities),
	WORD(struct assessment_fact, "exploitability_after", exploitability_after, exploitabilities),
	WORD(struct assessment_fact, "severity_after", severity_after, severities),
	TEXT(struct assessment_fact, "rationale", rationale),
	ROW(struct assessment_fact, "approvers", FIELD_NAMES, approvers, .size = 0),
	END,
};
static const struct field clock_decision_fields[] = {
	DATE(struct facts, "on", clock_decision.on),
	WORD(struct facts, "choice", clock_decision.choice, clock_choices),
	END,
};
static const struct field event_fields[] = {
	WORD(struct event_fact, "kind", kind, event_kinds),
	DATE(struct event_fact, "happened_on", happened_on),
	DATE(struct event_fact, "known_on", known_on),
	JUDGEMENT(struct event_fact, "associated", associated),
	ANSWER(struct event_fact, "likely_if_recurs", likely_if_recurs),
	DATE(struct event_fact, "remedial_action_decided_on", remedial_action_decided_on),
	DATE(struct event_fact, "mdr_submitted_on", mdr_submitted_on),
	DATE(struct event_fact, "shared_on", shared_on),
	ANSWER(struct event_fact, "five_day_requested", five_day_requested),
	ANSWER(struct event_fact, "summary_report", summary_report),
	DATE(struct event_fact, "not_reportable_on", not_reportable_on),
	ANSWER(struct event_fact, "entered_after_closure", entered_after_closure),
	ANSWER(struct event_fact, "decided_after_report", decided_after_report),
	END,
};
static const struct field supplement_fields[] = {
	DATE(struct supplement_fact, "received_on", received_on),
	DATE(struct supplement_fact, "submitted_on", submitted_on),
	TEXT(struct supplement_fact, "not_due_because", not_due_because),
	END,
};
static const struct field premarket_fields[] = {
	DATE(struct premarket_fact, "on", on),
	END,
};
static const struct field periodic_fields[] = {
	DATE(struct facts, "reported_on", periodic.reported_on),
	END,
};
static const struct field communication_fields[] = {
	DATE(struct communication_fact, "on", on),
	{ "to", FIELD_SET, offsetof(struct communication_fact, to),
	    offsetof(struct communication_fact, to_given), FIELD_NOWHERE, recipients, NULL, 0, 0, 0 },
	ANSWER(struct communication_fact, "describes_impact", describes_impact),
	ANSWER(struct communication_fact, "states_efforts", states_efforts),
	WORD(struct communication_fact, "compensating_controls", compensating_controls, controls_told),
	ANSWER(struct communication_fact, "states_fix_or_strategy", states_fix_or_strategy),
	ANSWER(struct communication_fact, "isao_member", isao_member),
	DATE(struct communication_fact, "isao_on", isao_on),
	TEXT(struct communication_fact, "isao_late_reason", isao_late_reason),
	END,
};
static const struct field control_fields[] = {
	DATE(struct control_fact, "identified_on", identified_on),
	DATE(struct control_fact, "withdrawn_on", withdrawn_on),
	ANSWER(struct control_fact, "long_term", long_term),
	ANSWER(struct control_fact, "adds_risk", adds_risk),
	END,
};
static const struct field plan_fields[] = {
	ANSWER(struct facts, "made", plan.made),
	DATE(struct facts, "on", plan.on),
	DATE(struct facts, "first_on", plan.first_on),
	TEXT(struct facts, "timeline_rationale", plan.timeline_rationale),
	END,
};
#define UNITS_MOST INT64_C(1000000000000)

static const struct field distribution_fields[] = {
	DATE(struct distribution_fact, "on", on),
	TEXT(struct distribution_fact, "release", release),
	WHOLE(struct distribution_fact, "units", units, 0, UNITS_MOST),
	DATE(struct distribution_fact, "validated_on", validated_on),
	DATE(struct distribution_fact, "failed_on", failed_on),
	END,
};
static const struct field concerned_fields[] = {
	TEXT(struct concerned_fact, "release", release),
	WHOLE(struct concerned_fact, "units", units, 0, UNITS_MOST),
	DATE(struct concerned_fact, "since", since),
	END,
};
static const struct field fix_fields[] = {
	WORD(struct fix_fact, "kind", kind, fix_kinds),
	ANSWER(struct fix_fact, "validated", validated),
	DATE(struct fix_fact, "validated_on", validated_on),
	DATE(struct fix_fact, "available_on", available_on),
	DATE(struct fix_fact, "distributed_on", distributed_on),
	LIST(struct fix_fact, "distributions", distributions, distribution_count, distributions_given,
	    distribution_fields, struct distribution_fact),
	WORD(struct fix_fact, "residual_risk", residual_risk, residuals),
	DATE(struct fix_fact, "residual_on", residual_on),
	DATE(struct fix_fact, "adds_risk_known_on", adds_risk_known_on),
	END,
};
static const struct field isao_fields[] = {
	ANSWER(struct facts, "active_member", isao.active_member),
	END,
};
static const struct field extension_fields[] = {
	DATE(struct extension_fact, "initiated_on", initiated_on),
	DATE(struct extension_fact, "amended_on", amended_on),
	ANSWER(struct extension_fact, "entered_after_report", entered_after_report),
	END,
};
static const struct field correction_fields[] = {
	WORD(struct facts, "kind", correction.kind, correction_kinds),
	DATE(struct facts, "initiated_on", correction.initiated_on),
	ANSWER(struct facts, "stock_recovery", correction.stock_recovery),
	WHOLE(struct facts, "units_released", correction.units_released, 0, UNITS_MOST),
	DATE(struct facts, "reported_on", correction.reported_on),
	LIST(struct facts, "extensions", correction.extensions, correction.extension_count,
	    correction.extensions_given, extension_fields, struct extension_fact),
	DATE(struct facts, "reported_under_803", correction.reported_under_803),
	ANSWER(struct facts, "rely_on_803", correction.rely_on_803),
	END,
};

const struct field facts_fields[] = {
	DATE(struct facts, "today", today),
	TEXT(struct facts, "time_zone", time_zone),
	BLOCK("device", device_fields, offsetof(struct facts, device.given)),
	BLOCK("firm", firm_fields, offsetof(struct facts, firm.given)),
	BLOCK("vulnerability", vulnerability_fields, offsetof(struct facts, vulnerability.given)),
	LIST(struct facts, "assessments", assessments, assessment_count, assessments_given, assessment_fields,
	    struct assessment_fact),
	BLOCK("clock_decision", clock_decision_fields, offsetof(struct facts, clock_decision.given)),
	LIST(struct facts, "events", events, event_count, events_given, event_fields, struct event_fact),
	LIST(struct facts, "communications", communications, communication_count, communications_given,
	    communication_fields, struct communication_fact),
	LIST(struct facts, "controls", controls, control_count, controls_given, control_fields,
	    struct control_fact),
	BLOCK("plan", plan_fields, offsetof(struct facts, plan.given)),
	LIST(struct facts, "fixes", fixes, fix_count, fixes_given, fix_fields, struct fix_fact),
	LIST(struct facts, "releases_concerned", concerned, concerned_count, concerned_given,
	    concerned_fields, struct concerned_fact),
	BLOCK("isao", isao_fields, offsetof(struct facts, isao.given)),
	BLOCK("correction", correction_fields, offsetof(struct facts, correction.given)),
	LIST(struct facts, "supplements", supplements, supplement_count, supplements_given, supplement_fields,
	    struct supplement_fact),
	LIST(struct facts, "premarket_evaluations", premarket, premarket_count, premarket_given,
	    premarket_fields, struct premarket_fact),
	BLOCK("periodic_report", periodic_fields, offsetof(struct facts, periodic.given)),
	DATE(struct facts, "closed_on", closed_on),
	END,
};

static const struct word cells[] = { { "C", CELL_C }, { "C*", CELL_C_BORDERLINE },
	{ "U*", CELL_U_BORDERLINE }, { "U", CELL_U }, { NULL, 0 } };
static const struct word clock_starts[] = { { "receipt", CLOCK_FROM_RECEIPT },
	{ "confirmation", CLOCK_FROM_CONFIRMATION }, { "triage", CLOCK_FROM_TRIAGE }, { NULL, 0 } };
static const struct word rolls[] = { { "none", ROLL_NONE }, { "back", ROLL_BACK },
	{ "forward", ROLL_FORWARD }, { NULL, 0 } };
static const struct word reclassifications[] = { { "decide", RECLASSIFICATION_DECIDE },
	{ "literal", RECLASSIFICATION_LITERAL }, { "restart", RECLASSIFICATION_RESTART }, { NULL, 0 } };
static const struct word initiations[] = { { "communication_or_fix", INITIATION_COMMUNICATION_OR_FIX },
	{ "fix", INITIATION_FIX }, { "decision", INITIATION_DECISION }, { NULL, 0 } };
static const struct word late_reports[] = { { "at_once", LATE_REPORT_AT_ONCE },
	{ "from_loss", LATE_REPORT_FROM_LOSS }, { NULL, 0 } };
static const struct word serious_events[] = { { "confirmed", SERIOUS_CONFIRMED },
	{ "suspected", SERIOUS_SUSPECTED }, { NULL, 0 } };
static const struct word sequences[] = { { "running", SEQUENCE_RUNNING },
	{ "single_series", SEQUENCE_SINGLE }, { "yearly", SEQUENCE_YEARLY }, { "daily", SEQUENCE_DAILY },
	{ NULL, 0 } };
static const struct word number_dates[] = { { "plain", NUMBER_DATE_PLAIN }, { "padded", NUMBER_DATE_PADDED },
	{ NULL, 0 } };
static const struct word registrations[] = { { "7", REGISTRATION_7 }, { "7_or_10", REGISTRATION_7_OR_10 },
	{ NULL, 0 } };
static const struct word closures[] = { { "reopen", AFTER_CLOSURE_REOPEN },
	{ "ignore", AFTER_CLOSURE_IGNORE }, { NULL, 0 } };
static const struct word communities[] = { { "list_and_advisory", COMMUNITY_LIST_AND_ADVISORY },
	{ "direct_accounts", COMMUNITY_DIRECT_ACCOUNTS }, { NULL, 0 } };
static const struct word mdr_covers[] = { { "ask", MDR_COVERS_ASK }, { "file_both", MDR_COVERS_FILE_BOTH },
	{ NULL, 0 } };
static const struct word periodic_duties[] = { { "pathway", PERIODIC_BY_PATHWAY }, { NULL, 0 } };

#define MATRIX_ROW(name, i)                                                                                  \
	static const struct field name[] = {                                                                 \
		WORD(struct policy, "negligible", matrix[i][0], cells),                                      \
		WORD(struct policy, "minor", matrix[i][1], cells),                                           \
		WORD(struct policy, "serious", matrix[i][2], cells),                                         \
		WORD(struct policy, "critical", matrix[i][3], cells),                                        \
		WORD(struct policy, "catastrophic", matrix[i][4], cells),                                    \
		END,                                                                                         \
	}
MATRIX_ROW(low_fields, 0);
MATRIX_ROW(medium_fields, 1);
MATRIX_ROW(high_fields, 2);

static const struct field matrix_fields[] = {
	BLOCK("low", low_fields, FIELD_NOWHERE),
	BLOCK("medium", medium_fields, FIELD_NOWHERE),
	BLOCK("high", high_fields, FIELD_NOWHERE),
	END,
};

const struct field policy_fields[] = {
	TEXT(struct policy, "version", version),
	WORD(struct policy, "clock_start", clock_start, clock_starts),		      /* A1 */
	WORD(struct policy, "roll", roll, rolls),				      /* A2 */
	WORD(struct policy, "reclassification", reclassification, reclassifications), /* A3 */
	WORD(struct policy, "initiation", initiation, initiations),		      /* A4 */
	BOOL(struct policy, "count_initiation_day", count_initiation_day),	      /* A5 */
	{ "extra_closures", FIELD_DATES, offsetof(struct policy, extra_closures), FIELD_NOWHERE,
	    offsetof(struct policy, extra_closure_count), NULL, NULL, 0, 0, 0 },	  /* A6 */
	WORD(struct policy, "late_report", late_report, late_reports),			  /* A7 */
	WORD(struct policy, "serious_event", serious_event, serious_events),		  /* A8 */
	BOOL(struct policy, "record_806_20_for_routine", record_806_20_for_routine),	  /* A9 */
	WHOLE(struct policy, "isao_grace_working_days", isao_grace_working_days, 0, 30),  /* A10 */
	WORD(struct policy, "report_number_sequence", report_number_sequence, sequences), /* A11 */
	WORD(struct policy, "report_number_date", report_number_date, number_dates),	  /* A12 */
	WORD(struct policy, "registration_digits", registration_digits, registrations),	  /* A13 */
	{ "matrix", FIELD_BLOCK, offsetof(struct policy, matrix), FIELD_NOWHERE, FIELD_NOWHERE, NULL,
	    matrix_fields, sizeof(enum cell[3][5]), 0, 0 },				 /* A14 */
	BOOL(struct policy, "two_approvers_on_borderline", two_approvers_on_borderline), /* A14 */
	BOOL(struct policy, "long_term_control_counts", long_term_control_counts),	 /* A15 */
	WORD(struct policy, "event_after_closure", event_after_closure, closures),	 /* A16 */
	WORD(struct policy, "user_community", user_community, communities),		 /* A17 */
	WORD(struct policy, "mdr_covers_correction", mdr_covers_correction, mdr_covers), /* A18 */
	WORD(struct policy, "periodic_report_follows", periodic_duty, periodic_duties),	 /* A19 */
	WHOLE(struct policy, "reassessment_months", reassessment_months, 0, 120),	 /* A20 */
	WHOLE(struct policy, "regular_cycle_months", regular_cycle_months, 0, 120),	 /* A21 */
	END,
};
