/*
 * due_calendar - what is owed, as a calendar (RFC 5545): an event for each obligation, which moves when it is
 * read again and the obligation has another day by now.
 */
#pragma once
#include "actions/duties/due.h"
#include "formats/ics_write.h"

#define DUE_CALENDAR_PRODUCT "-//aftercare//due " PROGRAM_VERSION "//EN"

/* Texts are made in the arena. */
void due_calendar(
    struct ics_out *w, const struct due_row *rows, size_t count, struct instant now, struct arena *arena);
