/*
 * coverage_report - the matchability ledger: which sources could have seen which component, and which could
 * not and why; how fresh each source is; and what has changed since the run that was recorded last.
 *
 * The honest answer to "could we have missed it?". The present is a parameter, so equal inputs give equal
 * bytes.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_write.h"
#include "inventory/component.h"
#include "matching/source_off.h"
#include "reports/life_report.h"

/* Stored in databases: values never change. From what is best to what is worst. */
enum coverage_state {
	COVERAGE_SEEN = 0,	 /* some source has ranges of one of its packages */
	COVERAGE_NO_RECORDS = 1, /* it can be looked up; no source has a range under its name */
	COVERAGE_NOT_SERVED = 2, /* no source has a record of any package of its kind */
	COVERAGE_INVISIBLE = 3,	 /* it names nothing that can be looked up, or has no version */
	COVERAGE_STATE_COUNT
};

/* What one source has of one package of the component. */
struct coverage_sight {
	size_t source;
	enum package_kind kind;
	struct str package;
	/* The alias that leads to it; empty: the component names it. Without a pointer: it has the same bare
	 * name, which makes no finding. */
	struct str through;
	int64_t records, ranges;
};

struct coverage_component {
	int64_t id;
	const struct component *component;
	int64_t releases; /* that have it, of those asked for */
	enum coverage_state state;
	struct str why; /* empty where it is seen */
	struct coverage_sight *sights;
	size_t sight_count;
	struct life_said *lives; /* until when what it is of is supported, as far as that is known */
	size_t life_count;
	struct str unheard; /* a source that is turned off and has records of it; empty: there is none */
};

struct coverage_source {
	int64_t id;
	struct str name;
	int64_t records;
	struct instant newest, imported;
	int64_t days; /* since its newest record; -1: not stated */
	bool stale;
	struct source_off off;
};

/* What the last import of a kind of feed passed over. */
struct coverage_skip {
	struct str feed;
	struct instant at;
	int64_t skipped;
	struct str reasons; /* the last of them, one a line */
};

struct coverage_change {
	const char *what; /* "component", "source" */
	struct str says;
};

struct coverage {
	struct str device, release; /* what was asked for; empty: all */
	struct instant at;
	int64_t stale_days; /* 0: nothing is stale */
	struct coverage_source *sources;
	size_t source_count;
	struct coverage_component *components; /* by name, version, id */
	size_t component_count;
	struct str *bare; /* "Pump 1.0": releases without an SBOM */
	size_t bare_count;
	struct coverage_skip *skips;
	size_t skip_count;
	struct instant since; /* of the run compared with; INSTANT_NONE: there is none */
	struct coverage_change *changes;
	size_t change_count;
};

/* "seen", "no records", "not served", "not matchable"; for machines with "_". */
const char *coverage_state_name(enum coverage_state state);
const char *coverage_state_key(enum coverage_state state);
size_t coverage_count(const struct coverage *c, enum coverage_state state);
/* Of a hundred components, how many could be seen if a source spoke of them; tenths, -1 without components.
 */
int64_t coverage_matchable(const struct coverage *c);
/* Is it by more than the bare name? */
static inline bool coverage_is_sight(const struct coverage_sight *s)
{
	return s->through.ptr != NULL;
}
/* Has it a source that sees it by more than its name? */
bool coverage_is_seen_by(const struct coverage_component *c, size_t source);

void coverage_write_json(const struct coverage *c, struct json_out *w);
