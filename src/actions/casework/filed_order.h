/*
 * filed_order - what came behind a report that FDA was given, though its day is not later: the order of a
 * casefile's records says so, which days cannot.
 *
 * An extension that the issued report could not know of amends it (21 CFR 806.10(d)); a remedial action that
 * was decided when the report of the event had been issued goes into a supplement (21 CFR 803.56).
 */
#pragma once
#include "actions/casework/case_view.h"

/* Of the view the records alone are asked. extension, event: as it stands. */
MUST_CHECK bool filed_before_extension(const struct case_view *view, const struct case_record *extension,
    struct arena *arena, bool *out, struct err *e);
MUST_CHECK bool filed_before_action(const struct case_view *view, const struct case_record *event,
    struct arena *arena, bool *out, struct err *e);

/* What standing record r was when record before was entered; NULL: it was not there. */
const struct case_record *case_record_as_of(
    const struct case_view *view, const struct case_record *r, int64_t before);
