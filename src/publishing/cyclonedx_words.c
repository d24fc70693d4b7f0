#include "publishing/cyclonedx_words.h"

const char *cyclonedx_state(enum statement_status status)
{
	static const char *const states[] = {
		[STATEMENT_NOT_AFFECTED] = "not_affected",
		[STATEMENT_AFFECTED] = "exploitable",
		[STATEMENT_FIXED] = "resolved",
		[STATEMENT_UNDER_INVESTIGATION] = "in_triage",
	};

	return states[status];
}

const char *cyclonedx_justification(enum statement_justification justification)
{
	static const char *const justifications[] = {
		[JUSTIFICATION_NONE] = NULL,
		[JUSTIFICATION_COMPONENT_NOT_PRESENT] = "requires_dependency",
		[JUSTIFICATION_CODE_NOT_PRESENT] = "code_not_present",
		[JUSTIFICATION_CODE_NOT_IN_EXECUTE_PATH] = "code_not_reachable",
		[JUSTIFICATION_CANNOT_BE_CONTROLLED] = "requires_environment",
		[JUSTIFICATION_INLINE_MITIGATIONS] = "protected_by_mitigating_control",
	};

	return justifications[justification];
}

const char *cyclonedx_response(enum vex_remedy remedy)
{
	static const char *const responses[] = {
		[VEX_NONE_AVAILABLE] = NULL,
		[VEX_VENDOR_FIX] = "update",
		[VEX_WORKAROUND] = "workaround_available",
		[VEX_MITIGATION] = "workaround_available",
		[VEX_NO_FIX_PLANNED] = "will_not_fix",
	};

	_Static_assert(COUNT(responses) == VEX_REMEDY_COUNT, "a response for every remedy");
	return responses[remedy];
}

const char *cyclonedx_method(struct str vector)
{
	static const char *const methods[] = {
		[CVSS_2_0] = "CVSSv2",
		[CVSS_3_0] = "CVSSv3",
		[CVSS_3_1] = "CVSSv31",
		[CVSS_4_0] = "CVSSv4",
	};
	struct cvss cvss;
	struct err unread;

	_Static_assert(COUNT(methods) == CVSS_VERSION_COUNT, "a method for every version");
	return cvss_parse(vector, &cvss, &unread) ? methods[cvss.version] : "other";
}
