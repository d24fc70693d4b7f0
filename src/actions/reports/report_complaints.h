/*
 * report_complaints - what the complaints of a casefile say of the unit and of who complained, for a medical
 * device report (21 CFR 803.52).
 */
#pragma once
#include "reports/fda/fda_case.h"
#include "store/db.h"

/* Fills in the complaints of *c, whose casefile is read; in the arena. */
MUST_CHECK bool report_complaints(struct db *db, struct fda_case *c, struct arena *arena, struct err *e);
