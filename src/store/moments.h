/*
 * moments - dates and instants as columns: NULL where they are not known.
 */
#pragma once
#include "base/time.h"
#include "store/db.h"

void moments_bind_instant(struct statement *s, int index, struct instant t);
/* room must live until the statement is used again. */
void moments_bind_date(struct statement *s, int index, struct date d, char room[DATE_TEXT_SIZE]);
struct instant moments_instant(struct statement *s, int column);
