/*
 * vulnerabilities - what the store knows of a vulnerability: its advisories, who says that it is exploited;
 * and the sources.
 */
#pragma once
#include "base/arena.h"
#include "matching/source_off.h"
#include "sources/advisory.h"
#include "store/card.h"
#include "store/db.h"
#include "store/id_set.h"

#define ADVISORY_STAMP_SIZE 33

/* The hot row of an advisory; texts in the arena. */
struct advisory_row {
	int64_t id, source_id;
	struct str name;
	enum advisory_state state;
	struct instant published;
	struct str packages; /* sorted ids as varint steps */
};

/* Which revision of its source's record an advisory is. */
struct advisory_stamp {
	struct instant modified;
	char digest[ADVISORY_STAMP_SIZE]; /* hexadecimal: tells revisions apart, seals nothing */
};
MUST_CHECK bool advisory_stamp_get(struct db *db, int64_t id, struct advisory_stamp *out, struct err *e);
MUST_CHECK bool advisory_row_get(
    struct db *db, int64_t id, struct arena *arena, struct advisory_row *out, struct err *e);
/* Does this source, too, have an advisory of that name? */
MUST_CHECK bool advisory_is_from(
    struct db *db, struct str name, int64_t source_id, bool *there, struct err *e);
/* All advisories about a vulnerability, by id; the array is in the arena. */
MUST_CHECK bool vulnerability_advisories(struct db *db, int64_t vulnerability_id, struct arena *arena,
    struct advisory_row **out, size_t *count, struct err *e);
/* All advisories of this name, one a source; in the arena, which name may be in. */
MUST_CHECK bool advisories_named(struct db *db, struct str name, struct arena *arena,
    struct advisory_row **out, size_t *count, struct err *e);
/* Texts in the arena. */
MUST_CHECK bool advisory_card_get(
    struct db *db, int64_t id, struct arena *arena, struct card *out, struct err *e);
/* The packed configurations of an advisory (matching/platform.h), in the arena; empty if it has none. */
MUST_CHECK bool advisory_configs_get(
    struct db *db, int64_t id, struct arena *arena, struct str *packed, struct err *e);

/* Which lists say that it is exploited: a bit each, 1 << enum exploit_list. */
MUST_CHECK bool vulnerability_exploited(
    struct db *db, int64_t vulnerability_id, unsigned *lists, struct err *e);
/* The first day on which any of them had it; DATE_NONE where none says when. */
MUST_CHECK bool vulnerability_exploited_since(
    struct db *db, int64_t vulnerability_id, struct date *on, struct err *e);
/* All that are on any list: some thousand. */
MUST_CHECK bool vulnerability_exploited_ids(struct db *db, struct id_set *out, struct err *e);

struct source_row {
	int64_t id, records;
	struct str name;
	struct instant newest, imported;
	struct source_off off;
};

/* By name; in the arena. */
MUST_CHECK bool sources_list(
    struct db *db, struct arena *arena, struct source_row **out, size_t *count, struct err *e);
/* Turns one off, within a change, or on again. */
MUST_CHECK bool source_turn_off(struct db *db, struct str name, const struct source_off *off, struct err *e);
MUST_CHECK bool source_turn_on(struct db *db, struct str name, struct err *e);
/* Each advisory of a source, by id; name and packages are valid in the call. see: false ends it, with *e. */
typedef bool source_see(void *ctx, int64_t advisory_id, struct str name, struct str packages, struct err *e);
MUST_CHECK bool source_advisories(
    struct db *db, int64_t source_id, void *ctx, source_see *see, struct err *e);
/* Does a source that is not off have a record about the vulnerability? */
MUST_CHECK bool vulnerability_is_told(struct db *db, int64_t vulnerability_id, bool *told, struct err *e);
