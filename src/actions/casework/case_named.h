/*
 * case_named - what a record of a casefile names is there: releases, records, consignees, attachments.
 */
#pragma once
#include "actions/casework/case_view.h"

/* ERR_INPUT, with the field, where the record names a release its device does not have, a record of another
 * kind or none, an account without a consignee, evidence that is not attached. */
MUST_CHECK bool case_named(
    struct db *db, const struct case_view *view, const struct case_record *r, struct err *e);
