/*
 * signal_duties - what is owed of a signal itself: to tell who reported it that it came in; and of a
 * complaint that is in no casefile, to decide whether it is a reportable event. In one, the casefile owes
 * that.
 */
#pragma once
#include "actions/casework/case_shared.h"
#include "actions/intake/signal_list.h"
#include "obligations/obligation.h"

#define SIGNAL_DUTIES_MOST 2

struct signal_duties {
	struct obligation items[SIGNAL_DUTIES_MOST];
	size_t count;
};

/* Of a row, on the day of shared. Texts in the arena. */
MUST_CHECK bool signal_duties_of(struct case_shared *shared, const struct signal_row *row,
    struct arena *arena, struct signal_duties *out, struct err *e);
