/*
 * calendar - calendar days, working days and US federal holidays, all computed.
 *
 * Holidays: 5 U.S.C. 6103(a); one that falls on a Saturday is observed on the Friday before (6103(b)), on a
 * Sunday on the Monday after (E.O. 11582). Inauguration Day concerns the District of Columbia alone and is
 * no holiday here; closures by executive order count only where a policy lists them (A6).
 * Part 803 has its own work day, Monday to Friday less federal holidays (803.3(y)): pass calendar_federal().
 */
#pragma once
#include <stddef.h>

#include "base/time.h"

struct calendar {
	const struct date *closures; /* days that are no working days beside the holidays; any order */
	size_t closure_count;
};

/* Monday to Friday less federal holidays. */
static inline struct calendar calendar_federal(void)
{
	return (struct calendar){ NULL, 0 };
}

enum roll { ROLL_NONE, ROLL_BACK, ROLL_FORWARD, ROLL_COUNT };

/* Is a federal holiday observed on this day? */
bool calendar_is_holiday(struct date day);

bool calendar_is_working_day(const struct calendar *c, struct date day);

/* The count-th working day behind start. The start itself is not counted unless count_start (A5), and then
 * only if it is a working day. A count of 0 gives start. */
struct date calendar_add_working_days(
    const struct calendar *c, struct date start, int count, bool count_start);

/* The working day that a last day which is none moves to (A2). */
struct date calendar_roll(const struct calendar *c, struct date day, enum roll roll);

/* The same day of the month, months later; the month's last day where it has no such day. */
struct date calendar_add_months(struct date day, int months);
