/*
 * rules_803 - medical device reports, asked of one event at a time, and what a constituent part applicant
 * shares. Neither depends on whether the vulnerability is associated with the event, nor on its risk.
 */
#include "decision/rules.h"

/* clang-format off */
const struct rule rules_803[] = {
	{ "803-14", "21 CFR 803.20(c)(2); 21 CFR 803.22(b)",
		"A person qualified to make a medical judgment concluded that the device did not cause or contribute, "
		"or the information is erroneous or of a device of another manufacturer.",
		{ { JUDGED_NOT_REPORTABLE, IS_YES } }, OUTCOME_NO, NULL },
	{ "803-1", "21 CFR 803.50(a)(1)", "A device may have caused or contributed to a death.",
		{ { DEATH, IS_YES } }, OUTCOME_YES, NULL },
	{ "803-2", "21 CFR 803.50(a)(1); 21 CFR 803.3(w)",
		"A device may have caused or contributed to a serious injury.",
		{ { SERIOUS_INJURY, IS_YES } }, OUTCOME_YES, NULL },
	{ "803-3", "21 CFR 803.50(a)(2)",
		"A malfunction that would be likely to cause a death or serious injury if it recurred.",
		{ { MALFUNCTION, IS_YES }, { LIKELY_IF_RECURS, IS_YES } }, OUTCOME_YES, NULL },
	{ "803-4", "21 CFR 803.50(a)(2)",
		"A malfunction that would not be likely to cause a death or serious injury if it recurred.",
		{ { MALFUNCTION, IS_YES }, { LIKELY_IF_RECURS, IS_NO } }, OUTCOME_NO, NULL },
	{ "803-5", "21 CFR 803.50(a)", "Whether the event must be reported is not known.",
		{ { FACT_NONE, 0 } }, OUTCOME_OPEN, NULL },
};

/* Which report, of an event that must be reported. */
const struct rule rules_803_kind[] = {
	{ "803-12", "21 CFR 803.53(b)",
		"FDA asked in writing for 5-day reports of such events: it is due 5 work days after awareness.",
		{ { FIVE_DAY_ASKED, IS_YES } }, OUTCOME_MDR_ASKED, NULL },
	{ "803-13", "21 CFR 803.19; 83 FR 40973; 89 FR 70096",
		"The firm tells of malfunctions of this product code in summaries, a person judged that this one needs "
		"no report of its own, and no correction is to be reported: it is told of in the summary of its quarter.",
		{ { MALFUNCTION, IS_YES }, { SUMMARY_OFFERED, IS_YES }, { SUMMARY_JUDGED, IS_YES },
		  { REMEDIAL_ACTION, NOT_YES }, { REPORT_OWED, IS_NO } }, OUTCOME_MDR_SUMMARY, NULL },
	{ "803-6", "21 CFR 803.50(a); 21 CFR 803.10(c)(1)", "The report is due within 30 calendar days.",
		{ { REMEDIAL_ACTION, NOT_YES } }, OUTCOME_MDR_30_DAY, NULL },
	{ "803-7", "21 CFR 803.56; MDR guidance 2.21",
		"The report was filed before the remedial action was decided, which goes into a supplement.",
		{ { FILED_BEFORE, IS_YES } }, OUTCOME_MDR_30_DAY, NULL },
	{ "803-8", "21 CFR 803.53(a); 21 CFR 803.50(a)",
		"The report within 5 work days of the remedial action would come after the 30 days, which it does not "
		"extend: both are owed.",
		{ { THIRTY_DAYS_BEFORE, IS_YES } }, OUTCOME_MDR_BOTH, NULL },
	{ "803-9", "21 CFR 803.53(a); MDR guidance 2.21",
		"A remedial action was decided: the report is due within 5 work days of that.",
		{ { FACT_NONE, 0 } }, OUTCOME_MDR_5_DAY, NULL },
};

/* Of information that was received after the report. */
const struct rule rules_supplement[] = {
	{ "803-10", "21 CFR 803.56",
		"What the report did not have is submitted as a supplement within 30 calendar days of its receipt.",
		{ { NEW_INFORMATION, IS_YES } }, OUTCOME_YES, NULL },
	{ "803-11", "21 CFR 803.56", "Nothing was received that a report did not have.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};

const struct rule rules_share[] = {
	{ "4-1", "21 CFR 4.103", "A death is shared with the other applicant within 5 calendar days.",
		{ { DEATH, IS_YES }, { CONSTITUENT_APPLICANT, IS_YES } }, OUTCOME_YES, NULL },
	{ "4-2", "21 CFR 4.103", "A serious injury is shared with the other applicant within 5 calendar days.",
		{ { SERIOUS_INJURY, IS_YES }, { CONSTITUENT_APPLICANT, IS_YES } }, OUTCOME_YES, NULL },
	{ "4-3", "21 CFR 4.103", "Nothing of this event is shared with another applicant.",
		{ { FACT_NONE, 0 } }, OUTCOME_NO, NULL },
};
/* clang-format on */
