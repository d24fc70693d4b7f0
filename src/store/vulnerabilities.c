#include "store/vulnerabilities.h"

#include "identity/cve_id.h"
#include "limits.h"
#include "store/moments.h"
#include "store/row_seals.h"

#define SOURCES_MOST 1024

bool advisory_row_get(struct db *db, int64_t id, struct arena *arena, struct advisory_row *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_GET);
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "advisory %lld is missing", (long long)id);
	*out = (struct advisory_row){ .id = id,
		.name = arena_copy(arena, db_text(s, 0)),
		.source_id = db_int(s, 1),
		.state = (enum advisory_state)db_int(s, 2),
		.published = moments_instant(s, 3),
		.packages = arena_copy(arena, db_blob(s, 5)) };
	db_done(s);
	return true;
}

bool advisory_stamp_get(struct db *db, int64_t id, struct advisory_stamp *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_STAMP);
	struct advisory_stamp stamp = { .digest = "" };
	struct str digest;
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "advisory %lld is missing", (long long)id);
	stamp.modified = moments_instant(s, 0);
	digest = db_blob(s, 1);
	for (size_t i = 0; i < digest.len && 2 * i + 2 < sizeof(stamp.digest); i++)
		snprintf(&stamp.digest[2 * i], 3, "%02x", (unsigned char)digest.ptr[i]);
	db_done(s);
	*out = stamp;
	return true;
}

bool advisory_is_from(struct db *db, struct str name, int64_t source_id, bool *there, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_FROM_SOURCE);

	db_bind_text(s, 1, name);
	db_bind_int(s, 2, source_id);
	if (!db_row(s, there, e))
		return false;
	db_done(s);
	return true;
}

/* Grows with what is found: a table for the most there may be would have to be cleared for every question. */
struct found {
	struct arena *arena;
	struct advisory_row *rows;
	size_t count, room;
};

static struct advisory_row *more_room(struct found *f)
{
	f->rows = arena_room(f->arena, f->rows, f->count, &f->room, sizeof(*f->rows));
	return &f->rows[f->count];
}

static bool named_by(struct db *db, struct str name, struct found *f, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_BY_NAME);
	bool more;

	db_bind_text(s, 1, name);
	while (f->count < LIMIT_ADVISORIES_ABOUT) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*more_room(f) = (struct advisory_row){ .id = db_int(s, 0),
			.source_id = db_int(s, 1),
			.name = name,
			.state = (enum advisory_state)db_int(s, 2),
			.published = moments_instant(s, 3),
			.packages = arena_copy(f->arena, db_blob(s, 4)) };
		f->count++;
	}
	db_done(s);
	return true;
}

static bool linked_to(struct db *db, int64_t vulnerability_id, struct found *f, struct err *e)
{
	int64_t ids[LIMIT_ADVISORIES_ABOUT];
	size_t found = 0;
	struct statement *s = db_use(db, SQL_ADVISORY_VULNERABILITY_ADVISORIES);
	bool more = true;

	db_bind_int(s, 1, vulnerability_id);
	while (found < LIMIT_ADVISORIES_ABOUT - f->count) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		ids[found++] = db_int(s, 0);
	}
	db_done(s);
	for (size_t i = 0; i < found; i++) {
		bool there = false;

		for (size_t k = 0; k < f->count; k++)
			there |= f->rows[k].id == ids[i];
		if (there)
			continue;
		if (!advisory_row_get(db, ids[i], f->arena, more_room(f), e))
			return false;
		f->count++;
	}
	return true;
}

bool vulnerability_advisories(struct db *db, int64_t vulnerability_id, struct arena *arena,
    struct advisory_row **out, size_t *count, struct err *e)
{
	struct found f = { .arena = arena };
	char text[CVE_ID_TEXT_SIZE];

	if (cve_id_is(vulnerability_id) &&
	    !named_by(db, arena_copy(arena, str_of(cve_id_write(vulnerability_id, text))), &f, e))
		return false;
	if (!linked_to(db, vulnerability_id, &f, e))
		return false;
	*out = f.rows;
	*count = f.count;
	return true;
}

bool advisories_named(struct db *db, struct str name, struct arena *arena, struct advisory_row **out,
    size_t *count, struct err *e)
{
	struct found f = { .arena = arena };

	if (!named_by(db, name, &f, e))
		return false;
	*out = f.rows;
	*count = f.count;
	return true;
}

bool advisory_card_get(struct db *db, int64_t id, struct arena *arena, struct card *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_CARD);
	struct str packed;
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_STORE, "the card of advisory %lld is missing", (long long)id);
	packed = arena_copy(arena, db_blob(s, 0));
	db_done(s);
	return card_read(packed, arena, out, e);
}

bool advisory_configs_get(struct db *db, int64_t id, struct arena *arena, struct str *packed, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_CONFIG_GET);
	bool found;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	*packed = found ? arena_copy(arena, db_blob(s, 0)) : STR("");
	db_done(s);
	return true;
}

bool vulnerability_exploited(struct db *db, int64_t vulnerability_id, unsigned *lists, struct err *e)
{
	struct statement *s = db_use(db, SQL_EXPLOITED_LISTS);
	unsigned found = 0;
	bool more;

	db_bind_int(s, 1, vulnerability_id);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		if (db_int(s, 0) >= 0 && db_int(s, 0) < EXPLOIT_LIST_COUNT)
			found |= 1U << db_int(s, 0);
	}
	*lists = found;
	return true;
}

bool vulnerability_exploited_since(struct db *db, int64_t vulnerability_id, struct date *on, struct err *e)
{
	struct statement *s = db_use(db, SQL_EXPLOITED_SINCE);
	struct date since = DATE_NONE;
	bool found, read;

	db_bind_int(s, 1, vulnerability_id);
	if (!db_row(s, &found, e))
		return false;
	read = !found || db_is_null(s, 0) || date_parse(db_text(s, 0), &since, e);
	db_done(s);
	*on = since;
	return read;
}

bool vulnerability_exploited_ids(struct db *db, struct id_set *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_EXPLOITED_IDS);
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		id_set_add(out, db_int(s, 0));
	}
}

bool sources_list(struct db *db, struct arena *arena, struct source_row **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SOURCE_LIST);
	struct source_row *rows = NULL;
	size_t found = 0, room = 0;
	bool more;

	while (found < SOURCES_MOST) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		rows = arena_room(arena, rows, found, &room, sizeof(*rows));
		rows[found++] = (struct source_row){ .id = db_int(s, 0),
			.name = arena_copy(arena, db_text(s, 1)),
			.records = db_int(s, 2),
			.newest = moments_instant(s, 3),
			.imported = moments_instant(s, 4) };
		if (!db_is_null(s, 5))
			rows[found - 1].off = (struct source_off){ moments_instant(s, 5),
				db_text_copy(s, 6, arena), db_text_copy(s, 7, arena) };
	}
	db_done(s);
	*out = rows;
	*count = found;
	return true;
}

bool source_turn_off(struct db *db, struct str name, const struct source_off *off, struct err *e)
{
	struct statement *s = db_use(db, SQL_SOURCE_OFF_ADD);

	db_bind_text(s, 1, name);
	db_bind_int(s, 2, off->at.us);
	db_bind_text(s, 3, off->by);
	db_bind_text(s, 4, off->why);
	row_touch_text(db, ROWS_SOURCE_OFF, name);
	return db_run(s, e);
}

bool source_turn_on(struct db *db, struct str name, struct err *e)
{
	struct statement *s = db_use(db, SQL_SOURCE_OFF_DELETE);

	db_bind_text(s, 1, name);
	row_touch_text(db, ROWS_SOURCE_OFF, name);
	return db_run(s, e);
}

bool source_advisories(struct db *db, int64_t source_id, void *ctx, source_see *see, struct err *e)
{
	struct statement *s = db_use(db, SQL_SOURCE_ADVISORIES);
	bool more;

	db_bind_int(s, 1, source_id);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (!see(ctx, db_int(s, 0), db_text(s, 1), db_blob(s, 2), e)) {
			db_done(s);
			return false;
		}
	}
}

static bool is_off(const struct source_row *sources, size_t count, int64_t source_id)
{
	for (size_t i = 0; i < count; i++)
		if (sources[i].id == source_id)
			return source_is_off(&sources[i].off);
	return false;
}

bool vulnerability_is_told(struct db *db, int64_t vulnerability_id, bool *told, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct advisory_row *rows;
	struct source_row *sources;
	size_t count, source_count;

	*told = false;
	if (!vulnerability_advisories(db, vulnerability_id, &arena, &rows, &count, e) ||
	    !sources_list(db, &arena, &sources, &source_count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		*told |= !is_off(sources, source_count, rows[i].source_id);
	return true;
}
