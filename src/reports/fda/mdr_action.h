/*
 * mdr_action - what a medical device report says of the action that was taken: which remedial action was
 * initiated (21 CFR 803.52(f)(7)), and under which number it was reported under part 806 (803.52(f)(9)).
 *
 * What is on record is the action about the vulnerability of the casefile. It is that of an event only where
 * the event is judged to be associated with the vulnerability.
 */
#pragma once
#include "reports/fda/fda_case.h"

/* The types of Form FDA 3500A, item H7, that the file bears out; else that none is on record. In the arena.
 */
struct str mdr_action_types(const struct fda_case *c, const struct event_fact *event, struct arena *arena);
/* The number of the report; else that there is none, or none yet. Empty where FDA has a report whose number
 * is not on record. In the arena. */
struct str mdr_action_806(const struct fda_case *c, const struct event_fact *event, struct arena *arena);
