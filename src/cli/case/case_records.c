/*
 * case_records - the commands that add a record to a casefile: one table of fields each, the words of the
 * facts document.
 */
#include "cli/case_options.h"

static const struct case_field vulnerability_fields[] = {
	{ "learned-on", "learned_on", CASE_WHEN, false, NULL },
	{ "confidentiality-only", "confidentiality_only", CASE_ANSWER, false, NULL },
	{ "affects-safety", "affects_safety_or_essential_performance", CASE_ANSWER, false, NULL },
	{ "exploited", "exploited", CASE_ANSWER, false, NULL },
	{ "kev-listed", "kev_listed", CASE_ANSWER, false, NULL },
	{ "vex", "vex", CASE_TEXT, false, "not_affected|affected|fixed|under_investigation" },
	{ "vex-justification", "vex_justification", CASE_TEXT, false, NULL },
	{ "vex-reviewed-by", "vex_reviewed_by", CASE_TEXT, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
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
	{ NULL, NULL, CASE_TEXT, false, NULL },
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
	{ "text", "text", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field plan_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "timeline-rationale", "timeline_rationale", CASE_TEXT, false, NULL },
	{ "target-days", "target_days", CASE_NUMBER, true, NULL },
	{ "release", "releases", CASE_TEXTS, true, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field fix_fields[] = {
	{ "kind", "kind", CASE_TEXT, false, "software|workaround|compensating_control" },
	{ "validated-on", "validated_on", CASE_WHEN, false, NULL },
	{ "distributed-on", "distributed_on", CASE_WHEN, false, NULL },
	{ "residual-risk", "residual_risk", CASE_TEXT, false, "acceptable|unacceptable|unknown" },
	{ "adds-risk-known-on", "adds_risk_known_on", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field event_fields[] = {
	{ "kind", "kind", CASE_TEXT, false, "death|serious_injury|malfunction" },
	{ "known-on", "known_on", CASE_WHEN, false, NULL },
	{ "associated", "associated", CASE_JUDGED, false, NULL },
	{ "likely-if-recurs", "likely_if_recurs", CASE_ANSWER, false, NULL },
	{ "remedial-action-decided-on", "remedial_action_decided_on", CASE_WHEN, false, NULL },
	{ "mdr-submitted-on", "mdr_submitted_on", CASE_WHEN, false, NULL },
	{ "shared-on", "shared_on", CASE_WHEN, false, NULL },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field correction_fields[] = {
	{ "kind", "kind", CASE_TEXT, false, "correction|removal" },
	{ "initiated-on", "initiated_on", CASE_WHEN, false, NULL },
	{ "stock-recovery", "stock_recovery", CASE_ANSWER, false, NULL },
	{ "units-released", "units_released", CASE_NUMBER, false, NULL },
	{ "reported-on", "reported_on", CASE_WHEN, false, NULL },
	{ "reported-under-803", "reported_under_803", CASE_TEXT, false, NULL },
	{ "rely-on-803", "rely_on_803", CASE_ANSWER, false, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field item_fields[] = {
	{ "item", "item", CASE_TEXT, true, "1|2|3|4|5|6|7|8|9|10|11|12" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ "reason", "reason", CASE_TEXT, true, NULL },
	{ "submit-on", "submit_on", CASE_DATE, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static const struct case_field clock_fields[] = {
	{ "on", "on", CASE_WHEN, false, NULL },
	{ "choice", "choice", CASE_TEXT, false, "literal|restart" },
	{ "text", "text", CASE_TEXT, true, NULL },
	{ NULL, NULL, CASE_TEXT, false, NULL },
};

static int run_vulnerability(struct app *app, int argc, char **argv)
{
	return case_run_form(
	    app, &(struct case_form){ "vulnerability", vulnerability_fields, NULL }, argc, argv);
}

static int run_assess(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "assessment", assessment_fields, NULL }, argc, argv);
}

static int run_communicate(struct app *app, int argc, char **argv)
{
	return case_run_form(
	    app, &(struct case_form){ "communication", communication_fields, NULL }, argc, argv);
}

static int run_plan(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "plan", plan_fields, NULL }, argc, argv);
}

static int run_fix(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "fix", fix_fields, NULL }, argc, argv);
}

static int run_event(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "event", event_fields, NULL }, argc, argv);
}

static int run_correct(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "correction", correction_fields, NULL }, argc, argv);
}

static int run_item(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "report_item", item_fields, NULL }, argc, argv);
}

static int run_clock(struct app *app, int argc, char **argv)
{
	return case_run_form(app, &(struct case_form){ "clock_decision", clock_fields, NULL }, argc, argv);
}

#define AMENDS_HELP                                                                                          \
	"Dates are YYYY-MM-DD in the firm's time zone, or instants with an offset. A record is never "       \
	"changed:\n"                                                                                         \
	"--amends NUMBER adds one that stands in for record NUMBER and keeps what is not given anew.\n"

const struct command command_case_vulnerability = {
	.name = "case vulnerability",
	.synopsis = "CASEFILE [--learned-on DATE] [--exploited yes|no] [--kev-listed yes|no] "
		    "[--confidentiality-only yes|no]\n"
		    "       [--affects-safety yes|no] [--vex STATUS --vex-justification TEXT "
		    "[--vex-reviewed-by NAME]]",
	.summary = "state or correct what is known of the vulnerability itself",
	.run = run_vulnerability,
};

const struct command command_case_assess = {
	.name = "case assess",
	.synopsis = "CASEFILE --on DATE --exploitability low|medium|high --severity LEVEL --rationale TEXT\n"
		    "       [--approver NAME]... [--exploitability-after X] [--severity-after LEVEL]\n"
		    "       [--rubric] [--cvss VECTOR [--cvss-rationale TEXT]] [--cvss-after VECTOR]\n"
		    "       [--hazard TEXT] [--amends NUMBER]",
	.summary = "judge exploitability and severity of patient harm, before and after controls",
	.help =
	    "LEVEL is none, negligible, minor, serious, critical or catastrophic. --cvss is the vector "
	    "of record, with\n"
	    "the environmental metrics of the device; --rubric takes that of case rubric, and another one "
	    "then takes\n"
	    "--cvss-rationale. --cvss-after: with the controls.\n"
	    "A borderline cell of the matrix needs a rationale and two approvers.\n" AMENDS_HELP,
	.run = run_assess,
};

const struct command command_case_communicate = {
	.name = "case communicate",
	.synopsis =
	    "CASEFILE --on DATE --to customers|user_community... --describes-impact yes|no\n"
	    "       --states-efforts yes|no --compensating-controls listed|none_available|omitted\n"
	    "       --states-fix-or-strategy yes|no [--isao-on DATE] [--isao-late-reason TEXT] [--text TEXT]",
	.summary = "record a notice to customers and the user community",
	.help = AMENDS_HELP,
	.run = run_communicate,
};

const struct command command_case_plan = {
	.name = "case plan",
	.synopsis = "CASEFILE --on DATE --timeline-rationale TEXT [--target-days N] [--release VERSION]... "
		    "[--text TEXT]",
	.summary = "record the remediation plan",
	.help = "A later plan takes the place of the earlier one, which stays in the file.\n",
	.run = run_plan,
};

const struct command command_case_fix = {
	.name = "case fix",
	.synopsis =
	    "CASEFILE --kind software|workaround|compensating_control [--validated-on DATE]\n"
	    "       [--distributed-on DATE] [--residual-risk acceptable|unacceptable|unknown] [--text TEXT]\n"
	    "       [--adds-risk-known-on DATE] [--amends NUMBER]",
	.summary = "record a fix: validated, distributed, with its residual risk",
	.help = AMENDS_HELP,
	.run = run_fix,
};

const struct command command_case_event = {
	.name = "case event",
	.synopsis =
	    "CASEFILE --kind death|serious_injury|malfunction --known-on DATE [--associated yes|no|unknown]\n"
	    "       [--likely-if-recurs yes|no] [--remedial-action-decided-on DATE] [--mdr-submitted-on "
	    "DATE]\n"
	    "       [--shared-on DATE] [--text TEXT] [--amends NUMBER]",
	.summary = "record an adverse event",
	.help = AMENDS_HELP,
	.run = run_event,
};

const struct command command_case_correct = {
	.name = "case correct",
	.synopsis = "CASEFILE [--kind correction|removal] [--initiated-on DATE] [--stock-recovery yes|no]\n"
		    "       [--units-released N] [--reported-on DATE] [--reported-under-803 DATE] "
		    "[--rely-on-803 yes|no]",
	.summary = "record what is known of the correction or removal (21 CFR 806)",
	.help = "What is not given anew is kept.\n",
	.run = run_correct,
};

const struct command command_case_clock = {
	.name = "case clock",
	.synopsis = "CASEFILE --on DATE --choice literal|restart [--text TEXT]",
	.summary = "decide whether the clock restarts when a vulnerability becomes uncontrolled later (A3)",
	.run = run_clock,
};

const struct command command_case_item = {
	.name = "case item",
	.synopsis = "CASEFILE --item ITEM [--text TEXT] [--reason TEXT --submit-on DATE] [--amends NUMBER]",
	.summary = "state an item of the 806 report, or why it is not there yet and when it will be",
	.help =
	    "Items 1 to 12 of 21 CFR 806.10(c). --text says what the casefile does not know; --reason and "
	    "--submit-on are\nthe statement of item 13.\n" AMENDS_HELP,
	.run = run_item,
};
