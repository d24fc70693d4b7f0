/*
 * verify_triggers - does the store still refuse to alter what is only added to? Its triggers are held against
 * those that the schema makes (21 CFR 11.10(e)).
 */
#pragma once
#include "actions/trail/verify_store.h"

/* Tells each that is missing, changed or put in; *faults grows by them. */
MUST_CHECK bool verify_triggers(struct db *db, struct verify_sink out, int64_t *faults, struct err *e);
