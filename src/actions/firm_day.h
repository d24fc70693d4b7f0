/*
 * firm_day - which day it is for the manufacturer: in the time zone that is set, else in UTC.
 */
#pragma once
#include "base/time_zone.h"
#include "store/db.h"

/* The zone itself; what *out points to lives in the arena. */
MUST_CHECK bool firm_zone(struct db *db, struct arena *arena, struct time_zone *out, struct err *e);
/* asked where it is a date; else the day at now. *until (NULL: nobody asks): until when the answer surely is
 * the same, while nothing is changed in the store. */
MUST_CHECK bool firm_day_until(struct db *db, struct date asked, struct instant now, struct date *out,
    struct instant *until, struct err *e);
/* The same, where nobody asks. */
MUST_CHECK bool firm_day(
    struct db *db, struct date asked, struct instant now, struct date *out, struct err *e);
