/*
 * rules_calendar - how the days of this determination were counted. Every row that holds is cited.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_calendar[] = {
	{ "CAL-1", "PMG VII.B; policy A2",
		"Day 30 and day 60 are calendar days behind the day of learning, to the end of the local day.",
		{ { CLOCK_RUNS, IS_YES }, { ROLLED, IS_NO } }, OUTCOME_YES, NULL },
	{ "CAL-2", "PMG VII.B; policy A2",
		"Day 30 and day 60 are calendar days; a last day that is no working day moves as the policy says.",
		{ { CLOCK_RUNS, IS_YES }, { ROLLED, IS_YES } }, OUTCOME_YES, NULL },
	{ "CAL-3", "21 CFR 806.10(b); policy A5; policy A6",
		"Ten working days, Monday to Friday less federal holidays; the day of initiation is not counted.",
		{ { REPORT_OWED, IS_YES }, { START_COUNTED, IS_NO } }, OUTCOME_YES, NULL },
	{ "CAL-4", "21 CFR 806.10(b); policy A5; policy A6",
		"Ten working days, Monday to Friday less federal holidays; the day of initiation is the first.",
		{ { REPORT_OWED, IS_YES }, { START_COUNTED, IS_YES } }, OUTCOME_YES, NULL },
	{ "CAL-5", "21 CFR 806.10(b); policy A6", "The closures that the policy lists are no working days.",
		{ { REPORT_OWED, IS_YES }, { CLOSURES, IS_YES } }, OUTCOME_YES, NULL },
	{ "CAL-6", "21 CFR 803.3(y)",
		"Five work days of part 803: Monday to Friday less federal holidays, no other closures.",
		{ { WORK_DAYS_803, IS_YES } }, OUTCOME_YES, NULL },
	{ NULL, NULL, NULL, { { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};
/* clang-format on */
