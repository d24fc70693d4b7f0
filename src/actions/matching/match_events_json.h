/*
 * match_events_json - an event of the matches, for machines (docs/man/match.md).
 */
#pragma once
#include "actions/matching/match_events.h"
#include "formats/json_write.h"

void match_event_json(struct json_out *w, const struct match_event_row *row);

/* What bringing matches up to date came to; done: something was matched. run: null where no finding changed.
 */
void match_run_json(struct json_out *w, bool done, const struct match_run *run);

/* "appeared", "changed", "vanished". */
const char *match_event_kind(const struct match_event_row *row);
