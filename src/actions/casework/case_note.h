/*
 * case_note - what the audit trail is told of casefiles, as JSON, and so what they must be when it is
 * verified.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"

/* {"device": ..., "title": ..., "vulnerability": ..., "device_number": ...}; device: its name. */
struct str case_opening_json(const struct casefile *c, struct str device, struct arena *arena);
/* {"closed_on": "2026-03-02"}; null of a file that was opened again. */
struct str case_closing_json(struct date on, struct arena *arena);
/* {"record": 12, "kind": ..., "replaces": 9, "facts": ..., "more": ...}; replaces only where it does. */
struct str case_record_json(int64_t id, const struct case_record *r, struct arena *arena);
