/*
 * learning_day - the day on which the manufacturer learned of a vulnerability, from the signals that point to
 * it (A1): day 0 of the 30 and 60 days of PMG VII.B.
 *
 * By default the earliest receipt of information that turned out to describe it, whoever received it. Where
 * the policy starts the clock from something that no signal has yet, it is the earliest receipt too: no clock
 * stands still because nobody has looked.
 */
#pragma once
#include "assessment/signal.h"
#include "base/arena.h"
#include "decision/policy.h"

struct learning_day {
	struct date on; /* DATE_NONE: there is no signal */
	int64_t signal; /* that says so */
	struct str reason;
};

/* zone: the name of the firm's. The reason lives in the arena. */
struct learning_day learning_day_of(
    const struct signal *signals, size_t count, enum clock_start start, struct str zone, struct arena *arena);
