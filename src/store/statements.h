/*
 * statements - own decisions and suppliers' claims about vulnerabilities.
 *
 * A look-up costs as much as there are statements about the vulnerability. Writing is for actions/, within a
 * change; nothing but the life of a statement ever changes.
 */
#pragma once
#include "assessment/vex.h"
#include "store/db.h"

/* The names of the vulnerability are r->said.ids; id and life of *r do not count. */
MUST_CHECK bool statements_add(struct db *db, const struct vex_record *r, int64_t *id, struct err *e);
/* It stands no longer. */
MUST_CHECK bool statements_end(struct db *db, int64_t id, enum vex_life life, struct err *e);

/* Those of a life about a vulnerability that goes by any of the names, none twice, by id. In the arena. */
MUST_CHECK bool statements_about(struct db *db, const struct str *names, size_t name_count,
    enum vex_life life, struct arena *arena, struct vex_record **out, size_t *count, struct err *e);
/* ERR_INPUT where there is none. */
MUST_CHECK bool statements_get(
    struct db *db, int64_t id, struct arena *arena, struct vex_record *out, struct err *e);
/* What an own statement that stands comes to. */
struct statement_brief {
	enum statement_status status;
	enum statement_justification justification;
	int64_t device_id; /* 0: of no device alone */
	struct instant made_at;
	struct date until; /* its last day; DATE_NONE: open */
};
struct statement_brief_sink {
	void *ctx;
	bool (*take)(void *ctx, const struct statement_brief *s, struct err *e);
};
/* All of them, by number. */
MUST_CHECK bool statements_own_each(struct db *db, struct statement_brief_sink sink, struct err *e);
/* Is there any that stands? */
MUST_CHECK bool statements_any(struct db *db, bool *any, struct err *e);
/* Is there any standing claim that something is affected? */
MUST_CHECK bool statements_any_on_package(struct db *db, bool *any, struct err *e);
/* Standing claims that something of a package is affected, by id. */
MUST_CHECK bool statements_on_package(struct db *db, enum package_kind kind, struct str package,
    struct arena *arena, int64_t **ids, size_t *count, struct err *e);
/* The vulnerabilities of such claims, by name; in the arena. */
MUST_CHECK bool statements_claimed(
    struct db *db, struct arena *arena, struct str **names, size_t *count, struct err *e);
/* The number of the statement that was made last, 0: there is none. */
MUST_CHECK bool statements_newest(struct db *db, int64_t *id, struct err *e);
MUST_CHECK bool statements_of_document(
    struct db *db, int64_t document_id, struct arena *arena, int64_t **ids, size_t *count, struct err *e);
