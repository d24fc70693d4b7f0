/*
 * case_ssvc - the answers to SSVC that a casefile keeps, and what is shown beside an assessment and decides
 * nothing: SSVC, EPSS, KEV.
 */
#pragma once
#include "assessment/casefile.h"
#include "assessment/context.h"
#include "assessment/ssvc.h"
#include "base/err.h"

/* Of the record of kind "ssvc" that stands; *record 0: none. ERR_STORE where it is damaged. */
MUST_CHECK bool case_ssvc_read(const struct case_record *records, size_t count, int64_t *record,
    struct ssvc_answers *answers, struct err *e);

/* Lines for people: "KEV: listed", "EPSS: 0.340000", "SSVC, supplier: immediate". What the context does not
 * say has no line. In the arena. */
MUST_CHECK bool case_ssvc_lines(const struct context *context, const struct case_record *records,
    size_t count, struct arena *arena, struct str **lines, size_t *line_count, struct err *e);
