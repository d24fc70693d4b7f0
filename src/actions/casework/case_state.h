/*
 * case_state - a record as somebody states it: each key is one that its kind has, with a value of its form.
 */
#pragma once
#include "actions/casework/case_record.h"

/* Tries what is stated by assessment/case_fields.h, adds what the catalogue says of a compensating control
 * that is named, and keeps the record (case_record). ERR_INPUT names the key, as "facts/on". */
MUST_CHECK bool case_state(
    struct db *db, const struct case_addition *a, struct change_by by, int64_t *id, struct err *e);
