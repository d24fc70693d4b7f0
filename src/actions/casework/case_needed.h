/*
 * case_needed - what a record of a casefile cannot do without.
 */
#pragma once
#include "base/err.h"
#include "store/casefiles.h"

/* r: as it would be kept, with what it takes over from the record that it stands in for. ERR_INPUT, with the
 * field: one of those of case_fields_needed() is not stated: what was done without its day would leave what
 * is owed open for ever. */
MUST_CHECK bool case_needed(const struct case_record *r, struct err *e);
