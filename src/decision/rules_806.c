/*
 * rules_806 - when a correction or removal must be reported to FDA, what is kept where it need not, the class
 * a firm would propose for a recall, and how long records stay.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_806[] = {
	{ "806-1", "21 CFR 806.1(b); PMG III", "Out of scope of part 806 reporting for this vulnerability.",
		{ { IN_SCOPE, IS_NO } }, OUTCOME_NOT_REQUIRED, NULL },
	{ "806-2", "PMG VII.A; 21 CFR 806.1(b)(1)",
		"Controlled risk: the change is a routine update or patch, a device enhancement.",
		{ { UNCONTROLLED, IS_NO } }, OUTCOME_NOT_REQUIRED, NULL },
	{ "806-3", "21 CFR 806.10(f); policy A18",
		"The action was reported in a required MDR, and the firm has decided to rely on that.",
		{ { REPORTED_UNDER_803, IS_YES }, { RELY_ON_803, IS_YES } }, OUTCOME_NOT_REQUIRED, NULL },
	{ "806-4", "PMG VII.B", "All four conditions are met: FDA does not intend to enforce the report.",
		{ { ALL_MET, IS_YES } }, OUTCOME_NOT_ENFORCED, NULL },
	{ "806-5", "21 CFR 806.10(b); 21 CFR 806.10(f); policy A18",
		"A condition failed, and the firm has decided to report under part 806 beside the MDR.",
		{ { ANY_FAILED, IS_YES }, { INITIATED, IS_YES }, { REPORTED_UNDER_803, IS_YES },
		  { RELY_ON_803, IS_NO } }, OUTCOME_REQUIRED, NULL },
	{ "806-6", "21 CFR 806.10(b); 21 CFR 806.10(f); policy A18",
		"A condition failed; until somebody decides whether the MDR suffices the report is due.",
		{ { ANY_FAILED, IS_YES }, { INITIATED, IS_YES }, { REPORTED_UNDER_803, IS_YES } },
		OUTCOME_REQUIRED, NULL },
	{ "806-7", "PMG VII.B; 21 CFR 806.10(b)",
		"A condition failed: the report is due within 10 working days of initiating the action.",
		{ { ANY_FAILED, IS_YES }, { INITIATED, IS_YES } }, OUTCOME_REQUIRED, NULL },
	{ "806-8", "PMG VII.B; 21 CFR 806.10(b)",
		"A condition failed: a report will be due within 10 working days of initiating an action.",
		{ { ANY_FAILED, IS_YES } }, OUTCOME_ON_INITIATION, NULL },
	{ "806-9", "PMG VII.B", "No condition has failed and not all are met: the report is not decided yet.",
		{ { FACT_NONE, 0 } }, OUTCOME_PENDING, NULL },
};

const struct rule rules_amendment[] = {
	{ "806-10", "21 CFR 806.10(d)",
		"The action was extended after the report: an amendment is due within 10 working days of initiating that.",
		{ { EXTENDED_SINCE, IS_YES } }, OUTCOME_YES, NULL },
	{ "806-11", "21 CFR 806.10(d)",
		"The action was extended by the day of the report: the extension belongs into the report itself.",
		{ { REPORT_MADE, IS_YES } }, OUTCOME_NO, NULL },
	{ "806-12", "21 CFR 806.10(d)",
		"No report was made that an extension would amend: it belongs into the report, if one is owed.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};

const struct rule rules_806_20[] = {
	{ "806.20-1", "21 CFR 806.20", "Not affected: there is no correction or removal to keep a record of.",
		{ { NOT_AFFECTED, IS_YES } }, OUTCOME_NO, NULL },
	{ "806.20-2", "21 CFR 806.20(a)", "No correction or removal has been initiated.",
		{ { INITIATED, NOT_YES } }, OUTCOME_NO, NULL },
	{ "806.20-7", "21 CFR 806.20(a)", "FDA has a report of the action: no record is kept in its place.",
		{ { REPORT_MADE, IS_YES } }, OUTCOME_NO, NULL },
	{ "806.20-3", "21 CFR 806.20; policy A9", "A routine update or patch; its record is kept by policy.",
		{ { IN_SCOPE, IS_YES }, { UNCONTROLLED, IS_NO }, { ROUTINE_RECORD, IS_YES } }, OUTCOME_YES, NULL },
	{ "806.20-4", "21 CFR 806.20; policy A9", "A routine update or patch; the policy keeps no record of it.",
		{ { IN_SCOPE, IS_YES }, { UNCONTROLLED, IS_NO } }, OUTCOME_NO, NULL },
	{ "806.20-5", "21 CFR 806.20(a); 21 CFR 806.20(b)(4)",
		"The action is not reported: a record with the justification is kept.",
		{ { REPORT_OWED, IS_NO } }, OUTCOME_YES, NULL },
	{ "806.20-6", "21 CFR 806.20(a)", "The action is to be reported, or that is not decided yet.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};

/* The firm proposes, FDA classifies. */
const struct rule rules_recall[] = {
	{ "7-1", "21 CFR 7.3(m)", "No recall class is proposed: the risk is not uncontrolled.",
		{ { UNCONTROLLED, NOT_YES } }, OUTCOME_NO, NULL },
	{ "7-2", "21 CFR 7.3(m)(1); PMG VII.B",
		"A reasonable probability of serious harm: critical or worse, and at least medium exploitability.",
		{ { SEVERITY_CRITICAL_UP, IS_YES }, { EXPLOITABILITY_MEDIUM_UP, IS_YES } }, OUTCOME_CLASS_I, NULL },
	{ "7-3", "21 CFR 7.3(m)(2)", "The harm is below critical.",
		{ { SEVERITY_CRITICAL_UP, IS_NO } }, OUTCOME_CLASS_II, NULL },
	{ "7-4", "21 CFR 7.3(m)(2)", "Serious harm is possible, but its probability is remote.",
		{ { EXPLOITABILITY_MEDIUM_UP, IS_NO } }, OUTCOME_CLASS_II, NULL },
	{ "7-5", "21 CFR 7.3(m)", "No recall class is proposed: the risk has not been assessed.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};

const struct rule rules_retention[] = {
	{ "KEEP-1", "21 CFR 806.20(c)", "The device's expected life or last distribution is not known.",
		{ { LIFE_KNOWN, NOT_YES } }, OUTCOME_NO, NULL },
	{ "KEEP-4", "21 CFR 803.18(c)",
		"The file of an event: two years from the event, or the expected life of the device, which end later here.",
		{ { EVENT_FILE_LATER, IS_YES } }, OUTCOME_EVENT_FILE, NULL },
	{ "KEEP-2", "21 CFR 4.105(b); 21 CFR 806.20(c)",
		"A combination product under an NDA or BLA: ten years, which is longer here.",
		{ { DRUG_LED, IS_YES }, { TEN_YEARS_LATER, IS_YES } }, OUTCOME_TEN_YEARS, NULL },
	{ "KEEP-3", "21 CFR 806.20(c)", "Two years beyond the expected life of the last device distributed.",
		{ { FACT_NONE, 0 } }, OUTCOME_LIFE_PLUS_2, NULL },
};
/* clang-format on */
