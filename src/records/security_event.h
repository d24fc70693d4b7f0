/*
 * security_event - which entries of the trail the firm's security should look at (21 CFR 11.300(d)): what was
 * refused, guesses and locks, and changes to who may act.
 */
#pragma once
#include "records/trail.h"

bool security_event_is(const struct trail_entry *entry);
/* The reason that was given, or what a refused sign-in says of it. Borrows from the entry. */
struct str security_event_says(const struct trail_entry *entry);
