/*
 * rules_814 - is the change reported in the device's periodic report? By the pathway, not by the class (A19).
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_814[] = {
	{ "814-1", "PMG III", "A device that is not marketed has no periodic report.",
		{ { MARKETED, IS_NO } }, OUTCOME_NO, NULL },
	{ "814-2", "PMG III, fn 11", "An investigational device has no periodic report.",
		{ { INVESTIGATIONAL, IS_YES } }, OUTCOME_NO, NULL },
	{ "814-3", "PMG VIII", "Not affected: there is no change to report.",
		{ { NOT_AFFECTED, IS_YES } }, OUTCOME_NO, NULL },
	{ "814-4", "21 CFR 814.84(b); 21 CFR 814.126; PMG VIII",
		"The device has a periodic report; it carries the vulnerability and the change.",
		{ { PERIODIC_STATED, IS_YES } }, OUTCOME_YES, NULL },
	{ "814-5", "21 CFR 814.84(a)", "The device has no periodic report.",
		{ { PERIODIC_STATED, IS_NO } }, OUTCOME_NO, NULL },
	{ "814-6", "21 CFR 814.84(b); 21 CFR 814.126; PMG VIII; policy A19",
		"A device under a PMA, PDP or HDE has a periodic report; it carries the vulnerability and the change.",
		{ { PERIODIC_PATHWAY, IS_YES } }, OUTCOME_YES, NULL },
	{ "814-7", "21 CFR 814.84(a); policy A19", "The device's pathway asks for no periodic report.",
		{ { PERIODIC_PATHWAY, IS_NO } }, OUTCOME_NO, NULL },
	{ "814-8", "21 CFR 814.84", "Whether the device has a periodic report is not known.",
		{ { FACT_NONE, 0 } }, OUTCOME_OPEN, NULL },
};
/* clang-format on */
