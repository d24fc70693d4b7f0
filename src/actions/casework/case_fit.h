/*
 * case_fit - what is stated of a fix, a correction or its extension fits what the casefile and the register
 * show.
 */
#pragma once
#include "actions/casework/case_view.h"

/* What was stated now: the facts of the addition alone, not what an amended record keeps. */
struct case_stated {
	const struct case_record *record; /* as it is kept */
	struct str facts;
};

/* after: the casefile with the record. ERR_CONFLICT, with the field: a risk left by a fix that becomes
 * acceptable without a day, a day of validation that the validations on record do not bear out, a
 * distribution before the fix was validated, a day of initiation behind what initiated the action, a stock
 * recovery of what was shipped, a report under part 803 that is not on file; a report before the action was
 * initiated, an extension before it, an amendment before that; and what case_learned.h says. */
MUST_CHECK bool case_fit(const struct case_view *after, const struct case_stated *stated, struct err *e);
