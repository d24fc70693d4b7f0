#include "assessment/case_fields.h"

#include "assessment/ssvc.h"

static const struct case_field ssvc_fields[] = {
	{ "exploitation", "exploitation", CASE_TEXT, true, SSVC_EXPLOITATION_WORDS },
	{ "automatable", "automatable", CASE_TEXT, true, SSVC_AUTOMATABLE_WORDS },
	{ "value-density", "value_density", CASE_TEXT, true, SSVC_VALUE_DENSITY_WORDS },
	{ "technical-impact", "technical_impact", CASE_TEXT, true, SSVC_TECHNICAL_IMPACT_WORDS },
	{ "safety-impact", "safety_impact", CASE_TEXT, true, SSVC_SAFETY_IMPACT_WORDS },
	{ "exposure", "exposure", CASE_TEXT, true, SSVC_EXPOSURE_WORDS },
	{ "mission-impact", "mission_impact", CASE_TEXT, true, SSVC_MISSION_IMPACT_WORDS },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field vulnerability_fields[] = {
	{ "learned-on", "learned_on", CASE_WHEN, false, NULL },
	{ "confidentiality-only", "confidentiality_only", CASE_ANSWER, false, NULL },
	{ "affects-safety", "affects_safety_or_essential_performance", CASE_ANSWER, false, NULL },
	{ "exploited", "exploited", CASE_ANSWER, false, NULL },
	{ "kev-listed", "kev_listed", CASE_ANSWER, false, NULL },
	{ "vex", "vex", CASE_TEXT, false, "not_affected|affected|fixed|under_investigation" },
	{ "vex-justification", "vex_justification", CASE_TEXT, false, NULL },
	{ "vex-reviewed-by", "vex_reviewed_by", CASE_TEXT, false, NULL },
	{ 0 },
};

static const struct case_field assessment_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "exploitability", "exploitability", CASE_TEXT, false, "low|medium|high" },
	{ "severity", "severity", CASE_TEXT, false, "none|negligible|minor|serious|critical|catastrophic" },
	{ "exploitability-after", "exploitability_after", CASE_TEXT, false, "low|medium|high" },
	{ "severity-after", "severity_after", CASE_TEXT, false,
	    "none|negligible|minor|serious|critical|catastrophic" },
	{ "rationale", "rationale", CASE_TEXT, false, NULL },
	{ "approver", "approvers", CASE_TEXTS, false, NULL },
	{ "cvss", "cvss_vector", CASE_TEXT, true, NULL },
	{ "rubric", "cvss_from_rubric", CASE_FLAG, true, NULL },
	{ "cvss-rationale", "cvss_rationale", CASE_TEXT, true, NULL },
	{ "cvss-after", "cvss_vector_after", CASE_TEXT, true, NULL },
	{ "hazard", "hazardous_situation", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field communication_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "to", "to", CASE_TEXTS, false, "customers|user_community" },
	{ "describes-impact", "describes_impact", CASE_ANSWER, false, NULL },
	{ "states-efforts", "states_efforts", CASE_ANSWER, false, NULL },
	{ "compensating-controls", "compensating_controls", CASE_TEXT, false,
	    "listed|none_available|omitted" },
	{ "states-fix-or-strategy", "states_fix_or_strategy", CASE_ANSWER, false, NULL },
	{ "isao-on", "isao_on", CASE_WHEN, false, NULL },
	{ "isao-late-reason", "isao_late_reason", CASE_TEXT, false, NULL },
	{ "recipients", "recipients", CASE_TEXT, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field plan_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "timeline-rationale", "timeline_rationale", CASE_TEXT, false, NULL },
	{ "target-days", "target_days", CASE_NUMBER, true, NULL },
	{ "release", "releases", CASE_TEXTS, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field fix_fields[] = {
	{ "kind", "kind", CASE_TEXT, false, "software|workaround|compensating_control" },
	{ "validated-on", "validated_on", CASE_WHEN, false, NULL },
	{ "distributed-on", "distributed_on", CASE_WHEN, false, NULL },
	{ "residual-risk", "residual_risk", CASE_TEXT, false, "acceptable|unacceptable|unknown" },
	{ "residual-on", "residual_on", CASE_WHEN, false, NULL },
	{ "adds-risk-known-on", "adds_risk_known_on", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field event_fields[] = {
	{ "kind", "kind", CASE_TEXT, false, "death|serious_injury|malfunction" },
	{ "happened-on", "happened_on", CASE_WHEN, false, NULL },
	{ "known-on", "known_on", CASE_WHEN, false, NULL },
	{ "associated", "associated", CASE_JUDGED, false, NULL },
	{ "likely-if-recurs", "likely_if_recurs", CASE_ANSWER, false, NULL },
	{ "remedial-action-decided-on", "remedial_action_decided_on", CASE_WHEN, false, NULL },
	{ "mdr-submitted-on", "mdr_submitted_on", CASE_WHEN, false, NULL },
	{ "shared-on", "shared_on", CASE_WHEN, false, NULL },
	{ "five-day-requested", "five_day_requested", CASE_ANSWER, false, NULL },
	{ "summary-report", "summary_report", CASE_ANSWER, false, NULL },
	{ "mdr-number", "mdr_number", CASE_TEXT, true, NULL },
	{ "signal", "signal", CASE_NUMBER, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field correction_fields[] = {
	{ "kind", "kind", CASE_TEXT, false, "correction|removal" },
	{ "initiated-on", "initiated_on", CASE_WHEN, false, NULL },
	{ "stock-recovery", "stock_recovery", CASE_ANSWER, false, NULL },
	{ "units-released", "units_released", CASE_NUMBER, false, NULL },
	{ "reported-on", "reported_on", CASE_WHEN, false, NULL },
	{ "reported-under-803", "reported_under_803", CASE_TEXT, false, NULL },
	{ "rely-on-803", "rely_on_803", CASE_ANSWER, false, NULL },
	{ 0 },
};

static const struct case_field item_fields[] = {
	{ "item", "item", CASE_TEXT, true, "1|2|3|4|5|6|7|8|9|10|11|12" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ "reason", "reason", CASE_TEXT, true, NULL },
	{ "submit-on", "submit_on", CASE_DATE, true, NULL },
	{ "submitted-on", "submitted_on", CASE_DATE, true, NULL },
	{ "not-extended", "not_extended", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field clock_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "choice", "choice", CASE_TEXT, false, "literal|restart" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field validation_fields[] = {
	{ "fix", "fix", CASE_NUMBER, true, NULL },
	{ "on", "on", CASE_DATE, true, NULL },
	{ "result", "result", CASE_TEXT, true, "pass|fail" },
	{ "protocol", "protocol", CASE_TEXT, true, NULL },
	{ "validated-by", "validated_by", CASE_TEXT, true, NULL },
	{ "evidence", "evidence", CASE_TEXTS, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field distribution_fields[] = {
	{ "fix", "fix", CASE_NUMBER, true, NULL },
	{ "release", "release", CASE_TEXT, true, NULL },
	{ "on", "on", CASE_DATE, true, NULL },
	{ "units", "units", CASE_NUMBER, true, NULL },
	{ "known-units", "known_units", CASE_NUMBER, true, NULL },
	{ "has-fix", "has_fix", CASE_TEXT, true, "yes|no" },
	{ "to", "to", CASE_TEXTS, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field installation_fields[] = {
	{ "release", "release", CASE_TEXT, true, NULL },
	{ "on", "on", CASE_DATE, true, NULL },
	{ "units", "units", CASE_NUMBER, true, NULL },
	{ "consignee", "consignee", CASE_TEXT, true, NULL },
	{ "reason", "reason", CASE_TEXT, true, "refused|lost|retired" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field check_fields[] = {
	{ "level", "level", CASE_TEXT, true, "A|B|C|D|E" },
	{ "consignee", "consignee", CASE_TEXT, true, NULL },
	{ "on", "on", CASE_DATE, true, NULL },
	{ "result", "result", CASE_TEXT, true, "effective|ineffective|no_answer" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field response_fields[] = {
	{ "consignee", "consignee", CASE_TEXT, true, NULL },
	{ "on", "on", CASE_DATE, true, NULL },
	{ "result", "result", CASE_TEXT, true, "confirmed|bounced|no_answer" },
	{ "units", "units", CASE_NUMBER, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field extension_fields[] = {
	{ "initiated-on", "initiated_on", CASE_WHEN, false, NULL },
	{ "amended-on", "amended_on", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field supplement_fields[] = {
	{ "received-on", "received_on", CASE_WHEN, false, NULL },
	{ "submitted-on", "submitted_on", CASE_WHEN, false, NULL },
	{ "not-due", "not_due_because", CASE_TEXT, false, NULL },
	{ "event", "event", CASE_NUMBER, true, NULL },
	{ "report-number", "report_number", CASE_TEXT, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field premarket_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "question", "question", CASE_TEXT, true, NULL },
	{ "conclusion", "conclusion", CASE_TEXT, true,
	    "document_to_file|new_510k|pma_supplement|30_day_notice|periodic_report|other" },
	{ "basis", "basis", CASE_TEXT, true, NULL },
	{ "evaluated-by", "evaluated_by", CASE_TEXT, true, NULL },
	{ 0 },
};

/* Why what a complaint tells of is not a reportable event, or an event on record is none. */
static const struct case_field rationale_fields[] = {
	{ "signal", "signal", CASE_NUMBER, true, NULL },
	{ "event", "event", CASE_NUMBER, true, NULL },
	{ "on", "on", CASE_DATE, true, NULL },
	{ "basis", "basis", CASE_TEXT, true, MDR_BASES },
	{ "reason", "reason", CASE_TEXT, true, NULL },
	{ "judged-by", "judged_by", CASE_TEXT, true, NULL },
	{ "qualification", "qualification", CASE_TEXT, true, MDR_QUALIFICATIONS },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

/* The items are those of reports/fda/mdr_items.c. */
static const struct case_field mdr_item_fields[] = {
	{ "event", "event", CASE_NUMBER, true, NULL },
	{ "item", "item", CASE_TEXTS, true,
	    "b3|b5|b6|b7|d2a|d2b|d3|d4|d4_expires|d5|d6|d7|d8|d9|d10|d11|e1|e2|e3|e4|g1|g2|g3|g4|g5|g9|h2|h3|"
	    "h4|h5|h8|h9|h10" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ "reason", "reason", CASE_TEXT, true, NULL },
	{ "steps", "steps", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field periodic_fields[] = {
	{ "reported-on", "reported_on", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field periodic_item_fields[] = {
	{ "item", "item", CASE_TEXT, true, "1|2|3|4|5|6|7|8|9|10|11" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct case_field control_fields[] = {
	{ "from", "catalogue", CASE_TEXT, true, NULL },
	{ "identified-on", "identified_on", CASE_WHEN, false, NULL },
	{ "withdrawn-on", "withdrawn_on", CASE_WHEN, false, NULL },
	{ "long-term", "long_term", CASE_ANSWER, false, NULL },
	{ "adds-risk", "adds_risk", CASE_ANSWER, false, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ 0 },
};

static const struct form {
	const char *kind;
	const struct case_field *fields;
	const char *needed; /* keys; NULL: none, or what the record is about tells which */
} forms[] = {
	{ "assessment", assessment_fields, "on|exploitability|severity" },
	{ "clock_decision", clock_fields, "on|choice" },
	{ "communication", communication_fields, "on|to" },
	{ "control", control_fields, "identified_on|adds_risk" },
	{ "correction", correction_fields, NULL },
	{ "distribution", distribution_fields, NULL },
	{ "effectiveness_check", check_fields, NULL },
	{ "event", event_fields, "kind|known_on" },
	{ "extension", extension_fields, "initiated_on" },
	{ "fix", fix_fields, "kind" },
	{ "installation", installation_fields, NULL },
	{ "mdr_item", mdr_item_fields, NULL },
	{ "mdr_rationale", rationale_fields, NULL },
	{ "periodic_item", periodic_item_fields, NULL },
	{ "periodic_report", periodic_fields, "reported_on" },
	{ "plan", plan_fields, "on" },
	{ "premarket_evaluation", premarket_fields, NULL },
	{ "report_item", item_fields, NULL },
	{ "response", response_fields, NULL },
	{ "ssvc", ssvc_fields, NULL },
	{ "supplement", supplement_fields, "received_on" },
	{ "validation", validation_fields, NULL },
	{ "vulnerability", vulnerability_fields, NULL },
};

static const struct form *form_of(struct str kind)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (str_eq(str_of(forms[i].kind), kind))
			return &forms[i];
	return NULL;
}

const struct case_field *case_fields_of(struct str kind)
{
	const struct form *form = form_of(kind);

	return form ? form->fields : NULL;
}

const char *case_fields_needed(struct str kind)
{
	const struct form *form = form_of(kind);

	return form ? form->needed : NULL;
}
