#include "reports/self_assessment.h"

#define APPENDIX "PMG Appendix"
#define BODY "PMG V.B, VII, VIII, IX"
#define LAW "FD&C Act 524B; PRE26 V, VI, VII"

/* clang-format off */
const struct self_question self_questions[] = {
	{ "SA-01", "Identify", APPENDIX, "Is it written down for each device what safety and essential performance are, and how severe harm is if they are compromised?" },
	{ "SA-02", "Identify", APPENDIX, "Are the sources of signals named, watched and recorded, with a process of intake and handling (ISO/IEC 29147, 30111)?" },
	{ "SA-03", "Identify", APPENDIX, "Can the devices notice a threat and record it?" },
	{ "SA-04", "Protect, Detect", APPENDIX, "Is every vulnerability characterised, and its exploitability assessed with a stated tool?" },
	{ "SA-05", "Protect, Detect", APPENDIX, "Has every vulnerability a risk analysis, a threat model and a summary report that leads to them?" },
	{ "SA-06", "Protect, Detect", APPENDIX, "Are sources of threats analysed by motive, means and ability?" },
	{ "SA-07", "Protect, Detect", APPENDIX, "Can an intrusion be found and investigated from what is logged?" },
	{ "SA-08", "Protect, Detect", APPENDIX, "Is the impact looked at across all products, and down through components and suppliers?" },
	{ "SA-09", "Protect, Respond, Recover", APPENDIX, "Are compensating controls assessed, and is the design the first line?" },
	{ "SA-10", "Protect, Respond, Recover", APPENDIX, "Is there a policy of coordinated disclosure that states when a reporter is answered?" },
	{ "SA-11", "Mitigate", APPENDIX, "Are residual risk, benefit, and the risk that the remediation brings judged each time?" },
	{ "SA-12", "Mitigate", APPENDIX, "Is each remediation validated before it is distributed?" },
	{ "SA-13", "Mitigate", APPENDIX, "Can devices be updated securely and in time?" },
	{ "SA-14", "Programme", BODY, "Are third-party components watched for as long as the product lives?" },
	{ "SA-15", "Programme", BODY, "Were the criteria of acceptable risk set before they were needed?" },
	{ "SA-16", "Programme", BODY, "Do staff and the outside know the process?" },
	{ "SA-17", "Programme", BODY, "Are mitigations in the field early, before an exploit is?" },
	{ "SA-18", "Programme", BODY, "Are risks that were accepted assessed again?" },
	{ "SA-19", "Programme", BODY, "Does the template of the customer communication have all four points: impact, efforts, controls, fix or strategy?" },
	{ "SA-20", "Programme", BODY, "Is there evidence of each of the four criteria of active participation in an ISAO?" },
	{ "SA-21", "Programme", BODY, "Is the content of the periodic report at hand for each PMA device?" },
	{ "SA-22", "Programme", BODY, "Is it decided and recorded for each change whether it needs a premarket submission?" },
	{ "SA-23", "Programme", BODY, "Has each remediation plan its CAPA and the rationale of its timeline?" },
	{ "SA-24", "524B", LAW, "Is there a written plan that names people, sources, methods and how often?" },
	{ "SA-25", "524B", LAW, "Are vulnerabilities that are known to be exploited found and dealt with?" },
	{ "SA-26", "524B", LAW, "Is security tested at intervals after release?" },
	{ "SA-27", "524B", LAW, "Are the time to a patch and the way of an update laid down?" },
	{ "SA-28", "524B", LAW, "Is it known how fast updates reach the devices?" },
	{ "SA-29", "524B", LAW, "Is coordinated disclosure part of the plan?" },
	{ "SA-30", "524B", LAW, "Has every release a machine-readable SBOM with support levels, kept current and open to users?" },
	{ "SA-31", "524B", LAW, "Is the length of the regular cycle justified?" },
	{ "SA-32", "524B", LAW, "Was the way of an update out of cycle tried?" },
	{ "SA-33", "524B", LAW, "Are the three measures followed: share patched, time to a patch, time to the field?" },
	{ "SA-34", "524B", LAW, "Is each version in the field assessed by itself?" },
	{ "SA-35", "524B", LAW, "Do threat model, SBOM, tests and risk file lead to one another?" },
	{ "SA-36", "524B", LAW, "Are customers told when support ends, and when life does?" },
	{ "SA-37", "524B", LAW, "Do users have guidance on secure configuration, logs, backup and recovery?" },
	{ 0 },
};
/* clang-format on */

const struct self_question *self_question_find(struct str id)
{
	for (const struct self_question *q = self_questions; q->id; q++)
		if (str_eq_nocase(str_of(q->id), id))
			return q;
	return NULL;
}
