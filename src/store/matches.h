/*
 * matches - the kept matches of components, and for which component lists configurations hold.
 *
 * Everything here is derived: actions/match_* make it, within the change that makes it necessary.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "store/db.h"
#include "store/id_set.h"

/* One row of a component: sections (matching/kept.h) of advisories from from on. */
struct match_row {
	int64_t from;
	struct str sections;
};

/* All rows of a component, in order; in the arena. */
MUST_CHECK bool match_rows(struct db *db, int64_t component_id, struct arena *arena, struct match_row **out,
    size_t *count, struct err *e);
/* The body of a component's section of an advisory, in the arena; empty if there is none. */
MUST_CHECK bool match_section(struct db *db, int64_t component_id, int64_t advisory_id, struct arena *arena,
    struct str *body, struct err *e);

/* The sections of every row of every component; they are valid in the call. */
MUST_CHECK bool match_rows_each(
    struct db *db, void *ctx, bool (*see)(void *ctx, struct str sections, struct err *e), struct err *e);

/* A section to be; an empty body takes it out. */
struct match_section {
	int64_t advisory_id;
	struct str body;
};

/* All sections of a component's rows, in order; bodies borrow from the rows, the array is in the arena. */
MUST_CHECK bool match_rows_sections(const struct match_row *rows, size_t count, int64_t component_id,
    struct arena *arena, struct match_section **out, size_t *found, struct err *e);

/* Makes the sections, all there are by advisory id, the matches of a component; rows that stand so already,
 * in standing, are left alone. */
MUST_CHECK bool matches_put(struct db *db, int64_t component_id, const struct match_section *sections,
    size_t count, const struct match_row *standing, size_t standing_count, struct err *e);
/* Changes some sections, by advisory id, and leaves all others; only their rows are read and written. */
MUST_CHECK bool matches_change(
    struct db *db, int64_t component_id, const struct match_section *sections, size_t count, struct err *e);

/* The lists for which an advisory's configurations hold and fail (actions/matching/match_configs.h), in the
 * arena. */
MUST_CHECK bool config_lists_get(
    struct db *db, int64_t advisory_id, struct arena *arena, struct str *lists, struct err *e);
/* Empty lists: no row. */
MUST_CHECK bool config_lists_put(struct db *db, int64_t advisory_id, struct str lists, struct err *e);

/* Are the matches there, and made by the rules of this program? */
MUST_CHECK bool matches_are_current(struct db *db, bool *current, struct err *e);
MUST_CHECK bool matches_set_current(struct db *db, struct err *e);
