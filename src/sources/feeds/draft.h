/*
 * draft - an advisory while it is being read.
 *
 * Readers keep a draft from record to record: its lists are emptied, not freed. Texts are the record arena's.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_stream.h"
#include "sources/advisory.h"

struct draft {
	struct advisory advisory; /* its lists are the draft's own and move as they grow */
	size_t alias_room, score_room, affected_room, config_room;
};

/* An empty advisory; dates unknown, source and id empty. */
void draft_clear(struct draft *d);
void draft_free(struct draft *d);

/* A new row at the end: kind 0, affected, no bounds, no configuration. Valid until the next. */
struct affected *draft_affected(struct draft *d);
/* A new score without a value. Valid until the next. */
struct score *draft_score(struct draft *d);
struct config *draft_config(struct draft *d);
/* Copies id into the arena unless it is empty or there already; the record's own id is taken out by
 * draft_identify(). False if there are LIMIT_ADVISORY_ALIASES. */
MUST_CHECK bool draft_alias(struct draft *d, struct str id, struct arena *record);
/* Sets the id and takes it out of the aliases. */
void draft_identify(struct draft *d, struct str id);

/* Values of the JSON that stands next; without one (null) nothing changes. */
void draft_read_text(struct json *j, struct arena *record, struct str *out);
/* An instant as RFC 3339 has it, its offset left out (UTC is meant), or a date alone. One that cannot be read
 * is unknown: no record is lost for its date. False if there is none. */
bool draft_read_instant(struct json *j, struct instant *out);
/* A CVSS object as FIRST's JSON schemas have it: version, vectorString, baseScore. */
void draft_read_cvss(struct draft *d, struct json *j, struct str source, struct arena *record);
/* The first paragraph of a text, for a summary; long ones are cut. Borrowed. */
struct str draft_summary(struct str text);
/* The CVE id in *id, found at place, in capitals; one that is none is refused, and so is an empty one. */
void draft_check_cve(struct json *j, const char *place, struct arena *record, struct str *id);
/* Two texts with a character between; in the arena. */
struct str draft_pair(struct str first, char between, struct str second, struct arena *record);
struct str draft_lower(struct str text, struct arena *record);
/* "some_vendor:some_product": a package of kind PACKAGE_NAME. "Some Vendor, Inc." is some_vendor. */
struct str draft_name(struct str vendor, struct str product, struct arena *record);
/* True if the text is "en" or "en-US", or empty. */
bool draft_is_english(struct str language);
