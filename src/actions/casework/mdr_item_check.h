/*
 * mdr_item_check - whether what is stated of an item of a medical device report says something: of an event,
 * in words that the item takes, or why it is not known and what was done to obtain it (21 CFR 803.50(b)(3)).
 */
#pragma once
#include "assessment/casefile.h"

/* Of a record "mdr_item" that is about to be kept; others pass. ERR_INPUT. */
MUST_CHECK bool mdr_item_check(const struct case_record *r, struct err *e);
