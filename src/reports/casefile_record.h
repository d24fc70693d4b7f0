/*
 * casefile_record - the JSON that records of a casefile keep, as values a report can show.
 *
 * Records were checked when they were kept, so anything unreadable here is damage: ERR_STORE.
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "formats/json_write.h"

enum report_value { REPORT_NULL, REPORT_TEXT, REPORT_NUMBER, REPORT_ANSWER, REPORT_TEXTS };

struct report_texts {
	struct str *items;
	size_t count, room;
};

/* key: "learned_on"; of an object "earlier_reports.C", of objects in a list "extensions[0].initiated_on". */
struct report_field {
	struct str key;
	enum report_value kind;
	struct str text;
	int64_t number; /* of an answer: 0 or 1 */
	struct report_texts texts;
};

struct report_fields {
	struct report_field *items;
	size_t count, room;
};

struct report_score {
	struct str source, vector, severity;
	int64_t tenths;
};

/* One finding as it was when the record was made (docs/man/scan.md). */
struct report_finding {
	int64_t record;
	struct str release, vulnerability, component, version, purl, cpe;
	struct str tier, state, source, published, summary;
	struct report_texts aliases, trace, other_sources, fixed_in;
	struct report_texts exploited_in; /* lists, as sources; none in records made before there were two */
	struct report_score *scores;	  /* the first is the one that counts */
	size_t score_count, score_room;
	bool kev;
	int64_t epss; /* millionths; -1: not known */
};

/* The members of a JSON object, in their order; all in the arena. */
MUST_CHECK bool report_fields_read(
    struct str json, struct arena *arena, struct report_fields *out, struct err *e);
/* A member that is a text; empty where there is none. */
struct str report_fields_text(const struct report_fields *f, struct str key);
/* A member that is a number; otherwise where there is none. */
int64_t report_fields_number(const struct report_fields *f, struct str key, int64_t otherwise);

/* Writes them as the object key, in their order. */
void report_fields_write(const char *key, const struct report_fields *f, struct json_out *w);

/* Adds the findings that a record of kind "finding" keeps to the list *items. */
MUST_CHECK bool report_findings_read(struct str json, int64_t record, struct arena *arena,
    struct report_finding **items, size_t *count, size_t *room, struct err *e);
