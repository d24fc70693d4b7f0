#include "store/coverage.h"

#include "base/buf.h"
#include "limits.h"
#include "store/row_seals.h"

#define LAST_OF_ALL STR("\U0010ffff") /* no name stands behind the last character there is */

bool coverage_is_served(struct db *db, enum package_kind kind, struct str prefix, bool *served, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_SERVED);
	SCOPED_BUF end = buf_new(LIMIT_PURL_BYTES);

	/* all names that begin so stand before the prefix whose last byte is one more */
	if (prefix.len) {
		buf_add(&end, str_first(prefix, prefix.len - 1));
		buf_byte(&end, (char)(prefix.ptr[prefix.len - 1] + 1));
	} else {
		buf_add(&end, LAST_OF_ALL);
	}
	db_bind_int(s, 1, kind);
	db_bind_text(s, 2, prefix);
	db_bind_text(s, 3, buf_str(&end));
	if (!db_row(s, served, e))
		return false;
	db_done(s);
	return true;
}

bool component_families(
    struct db *db, struct arena *arena, struct component_family **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_COMPONENT_FAMILY_LIST);
	struct component_family *families = NULL;
	size_t room = 0, found = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		families = arena_room(arena, families, found, &room, sizeof(*families));
		families[found++] =
		    (struct component_family){ db_int(s, 0), db_text_copy(s, 1, arena), db_int(s, 2) };
	}
	*out = families;
	*count = found;
	return true;
}

bool coverage_is_any_served(struct db *db, bool *served, struct err *e)
{
	struct statement *s = db_use(db, SQL_PACKAGE_ANY_SERVED);

	if (!db_row(s, served, e))
		return false;
	db_done(s);
	return true;
}

bool coverage_source_of(struct db *db, int64_t advisory_id, int64_t *source_id, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_SOURCE);
	bool found;

	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, &found, e))
		return false;
	*source_id = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool coverage_run_add(struct db *db, struct instant at, struct str content, struct err *e)
{
	struct statement *s = db_use(db, SQL_COVERAGE_RUN_ADD);
	bool has_row;

	db_bind_int(s, 1, at.us);
	db_bind_blob(s, 2, content);
	if (!db_row(s, &has_row, e))
		return false;
	row_touch(db, ROWS_COVERAGE_RUN, db_int(s, 0));
	db_done(s);
	return true;
}

bool coverage_run_last(
    struct db *db, struct arena *arena, struct instant *at, struct str *content, struct err *e)
{
	struct statement *s = db_use(db, SQL_COVERAGE_RUN_LAST);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*at = found ? (struct instant){ db_int(s, 0) } : INSTANT_NONE;
	*content = found ? arena_copy(arena, db_blob(s, 1)) : STR_NONE;
	db_done(s);
	return true;
}

bool feed_skip_put(struct db *db, const struct feed_skip *skip, struct err *e)
{
	struct statement *s = db_use(db, SQL_FEED_SKIP_PUT);

	db_bind_text(s, 1, skip->feed);
	db_bind_int(s, 2, skip->at.us);
	db_bind_int(s, 3, skip->skipped);
	db_bind_text(s, 4, skip->reasons);
	return db_run(s, e);
}

bool feed_skip_list(struct db *db, struct arena *arena, struct feed_skip **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_FEED_SKIP_LIST);
	struct feed_skip *skips = NULL;
	size_t room = 0, found = 0;
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		skips = arena_room(arena, skips, found, &room, sizeof(*skips));
		skips[found++] = (struct feed_skip){ db_text_copy(s, 0, arena), { db_int(s, 1) },
			db_int(s, 2), db_text_copy(s, 3, arena) };
	}
	*out = skips;
	*count = found;
	return true;
}
