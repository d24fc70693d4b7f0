/*
 * rules_risk - is the risk of patient harm controlled?
 *
 * Taken before any new compensating control; what the controls leave is risk_after (PMG VII.B, example 3).
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_risk[] = {
	{ "RISK-1", "PMG V.B", "Not affected by the vulnerability, so the risk from it is controlled.",
		{ { NOT_AFFECTED, IS_YES } }, OUTCOME_CONTROLLED, NULL },
	{ "RISK-2", "PMG VII.A; PMG V.B",
		"No patient could be harmed: safety and essential performance are not touched.",
		{ { NO_HARM, IS_YES } }, OUTCOME_CONTROLLED, NULL },
	{ "RISK-3", "PMG VI.C; PMG VII.A", "Exploitability and severity lie in a controlled cell of the matrix.",
		{ { CELL_UNCONTROLLED, IS_NO } }, OUTCOME_CONTROLLED, NULL },
	{ "RISK-4", "PMG VI.C; PMG VII.B", "Exploitability and severity lie in an uncontrolled cell of the matrix.",
		{ { CELL_UNCONTROLLED, IS_YES } }, OUTCOME_UNCONTROLLED, NULL },
	{ "RISK-5", "PMG VII.B",
		"Not assessed yet, but a death or serious injury is associated: presumed uncontrolled.",
		{ { ASSESSED, NOT_YES }, { SERIOUS_EVENT, IS_YES } }, OUTCOME_UNCONTROLLED, NULL },
	{ "RISK-6", "PMG VI", "Not assessed yet; the clocks run as for an uncontrolled risk.",
		{ { FACT_NONE, 0 } }, OUTCOME_UNDETERMINED, NULL },
};

const struct rule rules_risk_after[] = {
	{ "AFTER-1", "PMG VI.C", "With the controls no patient could be harmed.",
		{ { NO_HARM_AFTER, IS_YES } }, OUTCOME_CONTROLLED, NULL },
	{ "AFTER-2", "PMG VI.C; PMG VII.B, example 3", "With the controls the risk lies in a controlled cell.",
		{ { AFTER_UNCONTROLLED, IS_NO } }, OUTCOME_CONTROLLED, NULL },
	{ "AFTER-3", "PMG VI.C", "With the controls the risk still lies in an uncontrolled cell.",
		{ { AFTER_UNCONTROLLED, IS_YES } }, OUTCOME_UNCONTROLLED, NULL },
	{ "AFTER-4", "PMG VI.C", "What the controls leave has not been assessed.",
		{ { FACT_NONE, 0 } }, OUTCOME_UNDETERMINED, NULL },
};

/* Is a borderline cell settled? A14. */
const struct rule rules_borderline[] = {
	{ "BORDER-1", "PMG VI.C", "The cell of the matrix is clear-cut.",
		{ { CELL_BORDERLINE, NOT_YES } }, OUTCOME_NO, NULL },
	{ "BORDER-2", "PMG VI.C; policy A14", "A borderline cell, with its rationale and a second approver.",
		{ { CELL_BORDERLINE, IS_YES }, { RATIONALE_WRITTEN, IS_YES }, { SECOND_APPROVER, IS_YES } },
		OUTCOME_YES, NULL },
	{ "BORDER-3", "PMG VI.C; policy A14",
		"A borderline cell that lacks its rationale or a second approver: not final.",
		{ { FACT_NONE, 0 } }, OUTCOME_OPEN, NULL },
};

/* From which day do the clocks run? A3. */
const struct rule rules_clock[] = {
	{ "CLOCK-1", "PMG VII.B; policy A1", "The clocks run from the day the vulnerability was learned of.",
		{ { RECLASSIFIED, NOT_YES } }, OUTCOME_LITERAL, NULL },
	{ "CLOCK-2", "PMG VII.B; policy A3",
		"Controlled first, uncontrolled later: by decision the clocks run from the reclassification.",
		{ { RESTART_CHOSEN, IS_YES } }, OUTCOME_RESTART, NULL },
	{ "CLOCK-3", "PMG VII.B; policy A3",
		"Controlled first, uncontrolled later: by decision the clocks run from the day of learning.",
		{ { RESTART_CHOSEN, IS_NO } }, OUTCOME_LITERAL, NULL },
	{ "CLOCK-4", "PMG VII.B; policy A3",
		"Controlled first, uncontrolled later, and nobody has decided which day counts: the earlier one governs.",
		{ { FACT_NONE, 0 } }, OUTCOME_OPEN, NULL },
};
/* clang-format on */
