/*
 * fix_recorded - what the records of the way to the field say of the facts of a fix.
 *
 * Where it has validations on record, these say whether and since when it is validated, and no day that was
 * typed later; its distributions say when it was first available, to which units it went in which version,
 * and when it had gone to all. A residual risk of which nothing is stated is one that nobody has judged.
 */
#pragma once
#include <jansson.h>

#include "actions/casework/field_units.h"

/* Completes the facts of a fix, a record of the view that stands, as of a day; of the view the records alone
 * are asked. field: of that day, where anything was distributed. */
MUST_CHECK bool fix_recorded(const struct case_view *view, const struct case_record *fix, struct date today,
    const struct field_units *field, json_t *facts, struct err *e);
