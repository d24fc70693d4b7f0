/*
 * finding_target - what a decision is about, found in the store by the names a person gives.
 */
#pragma once
#include "actions/findings/finding_set.h"

/* Sets the vulnerability, the device, the release and the component of *r. *known: the store has such a
 * finding, or for a wider scope such a vulnerability and component. What is not known is ERR_INPUT, unless it
 * is forced; so is a word that several components answer to. */
MUST_CHECK bool finding_target(struct db *db, const struct finding_decision *d, struct date today,
    struct arena *arena, struct vex_record *r, bool *known, struct err *e);

/* Makes the component what an own statement is about. Texts are copied. */
void finding_target_component(struct vex_record *r, const struct component *c, struct arena *arena);
