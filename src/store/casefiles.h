/*
 * casefiles - casefiles, their records, and the manufacturer's settings. Writing is for actions/, within a
 * change.
 */
#pragma once
#include "assessment/casefile.h"
#include "base/arena.h"
#include "store/db.h"

MUST_CHECK bool casefile_add(struct db *db, const struct casefile *c, int64_t *id, struct err *e);
/* ERR_INPUT where there is none. Texts in the arena. */
MUST_CHECK bool casefile_get(
    struct db *db, int64_t id, struct arena *arena, struct casefile *out, struct err *e);
MUST_CHECK bool casefile_list(
    struct db *db, struct arena *arena, struct casefile **out, size_t *count, struct err *e);
/* At most 20, the newest first: whose title, vulnerability or device has the letters, which are in lower
 * case, in it, and the one of a number (0: none) ahead of them. Texts in the arena. */
struct casefile_hit {
	int64_t id;
	struct str title, vulnerability, device;
};
#define CASEFILE_HITS_MOST 20
MUST_CHECK bool casefiles_holding(struct db *db, struct str letters, int64_t number, struct arena *arena,
    struct casefile_hit **out, size_t *count, struct err *e);
/* on: DATE_NONE opens it again. */
MUST_CHECK bool casefile_set_vulnerability(struct db *db, int64_t id, struct str name, struct err *e);
MUST_CHECK bool casefile_set_closed(struct db *db, int64_t id, struct date on, struct err *e);

MUST_CHECK bool casefile_add_record(
    struct db *db, int64_t casefile_id, const struct case_record *r, int64_t *id, struct err *e);
/* In the order they were added. */
MUST_CHECK bool casefile_records(struct db *db, int64_t casefile_id, struct arena *arena,
    struct case_record **out, size_t *count, struct err *e);

/* Those of a kind in all casefiles, in the order they were added; casefile: of each record. */
MUST_CHECK bool casefile_records_of_kind(struct db *db, const char *kind, struct arena *arena,
    struct case_record **out, int64_t **casefile, size_t *count, struct err *e);
struct case_record_sink {
	void *ctx;
	/* Texts live for the call. */
	bool (*record)(void *ctx, int64_t casefile_id, const struct case_record *r, struct err *e);
};
/* Of all casefiles, by number. */
MUST_CHECK bool casefile_records_all(struct db *db, struct case_record_sink out, struct err *e);

/* No pointer where it was never set. */
MUST_CHECK bool setting_get(
    struct db *db, const char *name, struct arena *arena, struct str *content, struct err *e);
MUST_CHECK bool setting_put(struct db *db, const char *name, struct str content, struct err *e);
