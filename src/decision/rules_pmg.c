/*
 * rules_pmg - the four conditions under which FDA does not intend to enforce part 806 (PMG VII.B).
 *
 * A condition fails when its last day has ended without it; it stays met only as long as nothing known
 * contradicts it.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_condition_1[] = {
	{ "C1-1", "PMG VII.B (1)", "A death or serious injury associated with the vulnerability is known.",
		{ { EVENT_KNOWN, IS_YES } }, OUTCOME_FAILED, NULL },
	{ "C1-2", "PMG VII.B (1)", "No death or serious injury associated with the vulnerability is known.",
		{ { EVENT_KNOWN, IS_NO } }, OUTCOME_MET, NULL },
	{ "C1-3", "PMG VII.B (1); policy A8",
		"Whether a death or serious injury is associated with the vulnerability is not known.",
		{ { FACT_NONE, 0 } }, OUTCOME_PENDING, NULL },
};

const struct rule rules_condition_2[] = {
	{ "C2-1", "PMG VII.B (2)",
		"Customers and user community told, interim controls identified and a reasoned plan made by day 30.",
		{ { TOLD_BY_DAY_30, IS_YES }, { CONTROLS_BY_DAY_30, IS_YES }, { PLAN_BY_DAY_30, IS_YES },
		  { TIMELINE_REASONED, IS_YES }, { RISKY_CONTROL, IS_NO } }, OUTCOME_MET, NULL },
	{ "C2-2", "PMG VII.B (2)(i)",
		"Day 30 ended before customers and user community were told all they had to be told.",
		{ { DAY_30_OVER, IS_YES }, { TOLD_BY_DAY_30, IS_NO } }, OUTCOME_FAILED, NULL },
	{ "C2-3", "PMG VII.B (2)(ii)",
		"Day 30 ended without an interim compensating control that adds no risk.",
		{ { DAY_30_OVER, IS_YES }, { CONTROLS_BY_DAY_30, IS_NO } }, OUTCOME_FAILED, NULL },
	{ "C2-4", "PMG VII.B (2)(iii)", "Day 30 ended without a remediation plan.",
		{ { DAY_30_OVER, IS_YES }, { PLAN_BY_DAY_30, IS_NO } }, OUTCOME_FAILED, NULL },
	{ "C2-5", "PMG VII.B (2)(iv)", "Day 30 ended without a written rationale for the plan's timeline.",
		{ { DAY_30_OVER, IS_YES }, { TIMELINE_REASONED, IS_NO } }, OUTCOME_FAILED, NULL },
	{ "C2-7", "PMG VII.B (2)",
		"A compensating control that adds risk was not withdrawn, and day 30 has ended.",
		{ { DAY_30_OVER, IS_YES }, { RISKY_CONTROL, IS_YES } }, OUTCOME_FAILED, NULL },
	{ "C2-6", "PMG VII.B (2)", "Not everything that day 30 asks for is known to be done.",
		{ { FACT_NONE, 0 } }, OUTCOME_PENDING, NULL },
};

const struct rule rules_condition_3[] = {
	{ "C3-1", "PMG VII.B (3)",
		"A validated fix that leaves an acceptable risk was distributed by day 60.",
		{ { FIXED_BY_DAY_60, IS_YES } }, OUTCOME_MET, NULL },
	{ "C3-2", "PMG VII.B (3)",
		"The fix distributed by day 60 became known to add risk, and day 60 has ended.",
		{ { DAY_60_OVER, IS_YES }, { FIXED_BY_DAY_60, IS_NO }, { FIX_LOST_LATER, IS_YES } },
		OUTCOME_FAILED, NULL },
	{ "C3-5", "PMG VII.B (3); policy A15",
		"The fix distributed by day 60 leaves a risk that an assessment since then judges uncontrolled, and day 60 "
		"has ended.",
		{ { DAY_60_OVER, IS_YES }, { FIXED_BY_DAY_60, IS_NO }, { FIX_CONTRADICTED_LATER, IS_YES } },
		OUTCOME_FAILED, NULL },
	{ "C3-6", "PMG VII.B (3)",
		"The fix distributed by day 60 failed a validation since then, and day 60 has ended.",
		{ { DAY_60_OVER, IS_YES }, { FIXED_BY_DAY_60, IS_NO }, { FIX_FAILED_LATER, IS_YES } },
		OUTCOME_FAILED, NULL },
	{ "C3-7", "PMG VII.B (3); policy A15",
		"The compensating control that stood as the fix by day 60 was withdrawn since then, and day 60 has ended.",
		{ { DAY_60_OVER, IS_YES }, { FIXED_BY_DAY_60, IS_NO }, { FIX_WITHDRAWN_LATER, IS_YES } },
		OUTCOME_FAILED, NULL },
	{ "C3-8", "PMG VII.B (3)",
		"Units came into the field without the fix that was distributed by day 60, and day 60 has ended.",
		{ { DAY_60_OVER, IS_YES }, { FIXED_BY_DAY_60, IS_NO }, { FIX_LACKED_LATER, IS_YES } },
		OUTCOME_FAILED, NULL },
	{ "C3-3", "PMG VII.B (3)",
		"Day 60 ended before a validated fix that leaves an acceptable risk was distributed.",
		{ { DAY_60_OVER, IS_YES }, { FIXED_BY_DAY_60, IS_NO } }, OUTCOME_FAILED, NULL },
	{ "C3-4", "PMG VII.B (3)", "No fix that counts is known to be distributed.",
		{ { FACT_NONE, 0 } }, OUTCOME_PENDING, NULL },
};

const struct rule rules_condition_4[] = {
	{ "C4-1", "PMG VII.B (4); PMG IX",
		"Customers were notified while the firm did not take active part in an ISAO.",
		{ { NOTICE_GIVEN, IS_YES }, { ISAO_MEMBER, IS_NO } }, OUTCOME_FAILED, NULL },
	{ "C4-2", "PMG VII.B (4); policy A10",
		"The ISAO did not get a customer communication in time, and no reason is recorded.",
		{ { ISAO_TOO_LATE, IS_YES } }, OUTCOME_FAILED, NULL },
	{ "C4-3", "PMG VII.B (4); PMG IX", "Active in an ISAO, which has every customer communication.",
		{ { NOTICE_GIVEN, IS_YES }, { ISAO_MEMBER, IS_YES }, { ISAO_TOO_LATE, IS_NO },
		  { ISAO_WAITING, IS_NO } }, OUTCOME_MET, NULL },
	{ "C4-4", "PMG VII.B (4)", "Nothing is known yet that meets or fails the ISAO condition.",
		{ { FACT_NONE, 0 } }, OUTCOME_PENDING, NULL },
};

const struct rule rules_discretion[] = {
	{ "DISC-1", "PMG VII.A", "No report under part 806 is in question, so no discretion is needed.",
		{ { CLOCK_RUNS, IS_NO } }, OUTCOME_NOT_NEEDED, NULL },
	{ "DISC-2", "PMG VII.B", "A condition has failed: FDA's enforcement discretion is not available.",
		{ { ANY_FAILED, IS_YES } }, OUTCOME_NOT_AVAILABLE, NULL },
	{ "DISC-3", "PMG VII.B", "All four conditions are met: FDA does not intend to enforce part 806 reporting.",
		{ { ALL_MET, IS_YES } }, OUTCOME_APPLIES, NULL },
	{ "DISC-4", "PMG VII.B", "No condition has failed and not all are met yet.",
		{ { FACT_NONE, 0 } }, OUTCOME_PROVISIONAL, NULL },
};

/* A16 leaves open what follows of what becomes known later, and not of what a closing missed. */
const struct rule rules_reopened[] = {
	{ "REOPEN-3", "PMG VII.B (1)",
		"A death or serious injury was entered after the casefile had been closed, and was known by then: the closing missed it, and the file is open again.",
		{ { EVENT_MISSED_AT_CLOSURE, IS_YES } }, OUTCOME_YES, NULL },
	{ "REOPEN-1", "PMG VII.B (1); policy A16",
		"A death or serious injury became known after the casefile was closed: it is open again.",
		{ { EVENT_AFTER_CLOSURE, IS_YES }, { REOPENING, IS_YES } }, OUTCOME_YES, NULL },
	{ "REOPEN-2", "PMG VII.B (1); policy A16", "No event has become known since the casefile was closed.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};
/* clang-format on */
