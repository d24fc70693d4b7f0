/*
 * firm_day - which day it is for the manufacturer: in the time zone that is set, else in UTC.
 */
#pragma once
#include "base/time.h"
#include "store/db.h"

/* asked where it is a date; else the day at now. */
MUST_CHECK bool firm_day(
    struct db *db, struct date asked, struct instant now, struct date *out, struct err *e);
