/*
 * rules_524b - when a cyber device is updated: section 524B(b)(2) of the FD&C Act.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_524b[] = {
	{ "524B-1", "FD&C Act 524B(b)(2)(B)",
		"A cyber device with an uncontrolled risk is updated as soon as possible, out of cycle.",
		{ { IN_SCOPE, IS_YES }, { CYBER_DEVICE, IS_YES }, { UNCONTROLLED, IS_YES } },
		OUTCOME_UNCONTROLLED, NULL },
	{ "524B-2", "FD&C Act 524B(b)(2)(A)",
		"A cyber device with a controlled risk is updated on its justified regular cycle.",
		{ { IN_SCOPE, IS_YES }, { CYBER_DEVICE, IS_YES }, { UNCONTROLLED, IS_NO } },
		OUTCOME_CONTROLLED, NULL },
	{ "524B-3", "FD&C Act 524B(c)", "No update cycle under section 524B is known to apply.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};
/* clang-format on */
