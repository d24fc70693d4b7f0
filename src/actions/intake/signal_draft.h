/*
 * signal_draft - what signals are made of by the program: gathered pair by pair of vulnerability and device,
 * kept a signal for each vulnerability. For signals_of_*.c.
 */
#pragma once
#include "actions/intake/signal_made.h"
#include "store/change.h"

/* One vulnerability in one device, as something told of it. Texts are in the arena. */
struct signal_pair {
	struct str vulnerability, device;
	struct instant received_at;
	struct str received; /* the same in words */
	struct str source, reference, summary;
	struct str tlp; /* a label of TLP 2.0; empty: not said */
};

struct signal_draft {
	const char *kind;
	struct arena *arena;
	struct signal_pair *pairs;
	size_t count, room;
};

void signal_draft_add(struct signal_draft *d, struct signal_pair pair);
/* Within the change, or without one (NULL) as what would be made: a signal for each vulnerability with a pair
 * that no signal and no casefile has. Of the pairs of one the first says when it was received and what it is.
 */
MUST_CHECK bool signal_draft_keep(struct signal_draft *d, struct db *db, struct change *change,
    struct change_by by, struct signals_made *out, struct err *e);
