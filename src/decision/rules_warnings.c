/*
 * rules_warnings - what a person should look at now. Every row that holds warns.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_warnings[] = {
	{ "WARN-1", "PMG VII.B (4); policy A10",
		"A customer communication reached the ISAO after the day it went out, or has still to reach it.",
		{ { CLOCK_RUNS, IS_YES }, { SHARED_LATE, IS_YES } }, OUTCOME_WARN, "isao_late" },
	{ "WARN-2", "PMG VII.B (1); policy A8",
		"Nobody has judged yet whether an event is associated with the vulnerability.",
		{ { EVENT_UNJUDGED, IS_YES } }, OUTCOME_WARN, "event_unjudged" },
	{ "WARN-3", "21 CFR 803.3(k); 21 CFR 803.50",
		"A fix is known to add risk: is that a reportable malfunction?",
		{ { FIX_ADDS_RISK, IS_YES } }, OUTCOME_WARN, "mdr_question" },
	{ "WARN-4", "21 CFR 803.53(a)",
		"An event has no decision on remedial action: does it necessitate one, and so a 5-day report?",
		{ { EVENT_WITHOUT_DECISION, IS_YES } }, OUTCOME_WARN, "mdr_question" },
	{ "WARN-5", "PMG IV; PMG VII.B",
		"Day 60 is over and no fix is known that brings the risk to an acceptable level.",
		{ { CLOCK_RUNS, IS_YES }, { UNCONTROLLED, IS_YES }, { DAY_60_OVER, IS_YES },
		  { FIX_COUNTS, NOT_YES } }, OUTCOME_WARN, "incomplete_remediation" },
	{ "WARN-6", "PMG VII.B",
		"A condition failed and nothing has been initiated: an unremediated uncontrolled risk may make the "
		"device violative.",
		{ { CLOCK_RUNS, IS_YES }, { UNCONTROLLED, IS_YES }, { ANY_FAILED, IS_YES }, { INITIATED, NOT_YES } },
		OUTCOME_WARN, "nothing_initiated" },
	{ "WARN-7", "21 CFR 806.2(m)",
		"Units have been released, users told, or an event is on file, so this is no stock recovery.",
		{ { STOCK_RECOVERY, IS_YES }, { UNITS_RELEASED, IS_YES } }, OUTCOME_WARN, "stock_recovery_refused" },
	{ "WARN-8", "PMG IV.F",
		"Confidentiality alone is touched: duties of other law, such as the HIPAA breach rules, may exist.",
		{ { CONFIDENTIALITY_ONLY, IS_YES } }, OUTCOME_WARN, "privacy_duties" },
	{ "WARN-9", "83 FR 40973; 89 FR 70096",
		"The days of summary reports (30 April, 31 July, 31 October, 31 January) are taken from descriptions of "
		"the programme, not from its text: confirm them.",
		{ { SUMMARY_USED, IS_YES } }, OUTCOME_WARN, "summary_report_days" },
	{ "WARN-10", "21 CFR 4.102(b); 21 CFR 4.102(c)",
		"A combination product with an event: its drug or biological part may ask for reports of its own, such as "
		"a field alert within 3 working days, a 15-day report, or one of a deviation within 45 calendar days.",
		{ { OTHER_PART, IS_YES } }, OUTCOME_WARN, "other_part_duties" },
	{ "WARN-11", "21 CFR 806.10(b); policy A4",
		"The day of initiation that is stated lies behind the first communication or the first day on which a fix "
		"was available: the earliest counts.",
		{ { INITIATION_STATED_LATER, IS_YES } }, OUTCOME_WARN, "initiation_stated_later" },
	{ "WARN-12", "21 CFR 806.10(f)",
		"The action is said to be reported under part 803, but no medical device report that was required and "
		"submitted by then is on file: it does not stand in for the 806 report.",
		{ { MDR_UNFILED, IS_YES } }, OUTCOME_WARN, "mdr_not_on_file" },
	{ "WARN-13", "PMG VII.B (3)",
		"Nobody has judged the risk that a fix leaves (residual_risk): without that it does not count for day 60, "
		"which then fails.",
		{ { CLOCK_RUNS, IS_YES }, { FIX_UNJUDGED, IS_YES } }, OUTCOME_WARN, "residual_risk_unjudged" },
	{ "WARN-14", "PMG VII.B (3)",
		"A fix is available to some of the units, and not known to be distributed to all that are to get it "
		"(distributed_on): it does not count for day 60 until it is.",
		{ { CLOCK_RUNS, IS_YES }, { FIX_NOT_FOR_ALL, IS_YES } }, OUTCOME_WARN, "fix_not_for_all" },
	{ "WARN-15", "PMG VI.B",
		"An event on file is graver than the severity of patient harm that the assessment judges: a death is "
		"catastrophic, a serious injury serious or worse.",
		{ { EVENT_GRAVER, IS_YES } }, OUTCOME_WARN, "severity_below_event" },
	{ "WARN-16", "PMG VII.B (3); policy A15",
		"A fix is said to leave an acceptable risk, but an assessment since then judges the risk with the controls "
		"to be uncontrolled: that fix counts no more.",
		{ { CLOCK_RUNS, IS_YES }, { FIX_CONTRADICTED, IS_YES } }, OUTCOME_WARN, "residual_risk_contradicted" },
	{ "WARN-17", "PMG VII.B (2); PMG VII.B (3)",
		"A compensating control on record adds risk: it is not to be recommended. Withdraw it (withdrawn_on), and "
		"tell the customers who were told of it.",
		{ { CONTROL_ADDS_RISK, IS_YES } }, OUTCOME_WARN, "control_adds_risk" },
	{ "WARN-18", "PMG III",
		"The device is said not to be marketed, but units of it went out: the guidance applies as long as any may be "
		"in use.",
		{ { MARKETED_REFUSED, IS_YES } }, OUTCOME_WARN, "marketed_refused" },
	{ "WARN-19", "PMG V.B",
		"The device is said not to be affected, but a death or serious injury is associated with the vulnerability: "
		"the guidance applies.",
		{ { NOT_AFFECTED_STATED, IS_YES }, { HARM_KNOWN, IS_YES } }, OUTCOME_WARN, "not_affected_refused" },
	{ "WARN-20", "PMG V.B; PMG VII",
		"A death or serious injury is associated with the vulnerability that the assessment did not know of, or "
		"judges to be less: that the risk is controlled is not final until it is assessed again.",
		{ { ASSESSMENT_OVERTAKEN, IS_YES } }, OUTCOME_WARN, "assessment_overtaken" },
	{ NULL, NULL, NULL, { { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};
/* clang-format on */
