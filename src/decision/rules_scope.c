/*
 * rules_scope - does the guidance apply, and is there a clock at all?
 *
 * PMG = postmarket guidance of 2016. Exemptions hold only where they are claimed: a stock recovery and a
 * not_affected that nobody states are not there.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_scope[] = {
	{ "SCOPE-1", "PMG III", "The device is not marketed; the guidance does not apply to it.",
		{ { MARKETED, IS_NO } }, OUTCOME_OUT_OF_SCOPE, NULL },
	{ "SCOPE-2", "PMG III, fn 11; 21 CFR 812",
		"The device is investigational; the rules for investigational devices apply instead.",
		{ { INVESTIGATIONAL, IS_YES } }, OUTCOME_OUT_OF_SCOPE, NULL },
	{ "SCOPE-3", "21 CFR 806.1(b)(4); 21 CFR 806.2(m)",
		"A stock recovery: no unit of the lot has left the firm's control, so part 806 asks for no report.",
		{ { STOCK_RECOVERY, IS_YES }, { UNITS_RELEASED, NOT_YES } }, OUTCOME_STOCK_RECOVERY, NULL },
	{ "SCOPE-4", "PMG V.B",
		"The device is not affected by the vulnerability, with a justification; the record is kept.",
		{ { NOT_AFFECTED, IS_YES }, { JUSTIFIED, IS_YES }, { HARM_KNOWN, NOT_YES } }, OUTCOME_NOT_AFFECTED, NULL },
	{ "SCOPE-5", "PMG III", "The guidance applies: a marketed device with software.",
		{ { FACT_NONE, 0 } }, OUTCOME_IN_SCOPE, NULL },
};

/* May a not_affected stand? */
const struct rule rules_vex[] = {
	{ "VEX-1", "PMG V.B", "The vulnerability is not in the catalogue of known exploited ones.",
		{ { KEV_LISTED, IS_NO } }, OUTCOME_YES, NULL },
	{ "VEX-2", "PMG V.B", "A second person has reviewed the not_affected.",
		{ { VEX_REVIEWED, IS_YES } }, OUTCOME_YES, NULL },
	{ "VEX-3", "PMG V.B",
		"Known to be exploited, or nobody knows whether it is: the not_affected is not final until reviewed.",
		{ { FACT_NONE, 0 } }, OUTCOME_OPEN, NULL },
};
/* clang-format on */
