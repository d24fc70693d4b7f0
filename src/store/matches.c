#include "store/matches.h"

#include <stdlib.h>

#include "base/vec.h"
#include "limits.h"
#include "matching/kept.h"

#define PLACES (INT64_C(1) << 32) /* of one component: one for each advisory id */

static int64_t place_of(int64_t component_id, int64_t from)
{
	return component_id * PLACES + from;
}

static bool damaged_rows(int64_t component_id, struct err *e)
{
	return err_fail(e, ERR_STORE, "the matches of component %lld are damaged", (long long)component_id);
}

bool match_rows(struct db *db, int64_t component_id, struct arena *arena, struct match_row **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_ROWS);
	struct match_row *rows = NULL;
	size_t room = 0, found = 0;
	bool more;

	db_bind_int(s, 1, place_of(component_id, 0));
	db_bind_int(s, 2, place_of(component_id, PLACES - 1));
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		rows = arena_room(arena, rows, found, &room, sizeof(*rows));
		rows[found++] = (struct match_row){ db_int(s, 0) % PLACES, arena_copy(arena, db_blob(s, 1)) };
	}
	*out = rows;
	*count = found;
	return true;
}

bool match_rows_each(
    struct db *db, void *ctx, bool (*see)(void *ctx, struct str sections, struct err *e), struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_ROW_ALL);
	bool more;

	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (!see(ctx, db_blob(s, 0), e)) {
			db_done(s);
			return false;
		}
	}
}

/* The row in which a section of the advisory stands or would stand; an empty one where there is none. */
static bool row_at(struct db *db, int64_t component_id, int64_t advisory_id, struct arena *arena,
    struct match_row *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_ROW_AT);
	bool found;

	db_bind_int(s, 1, place_of(component_id, 0));
	db_bind_int(s, 2, place_of(component_id, advisory_id));
	if (!db_row(s, &found, e))
		return false;
	*out = (struct match_row){ 0, STR("") };
	if (found)
		*out = (struct match_row){ db_int(s, 0) % PLACES, arena_copy(arena, db_blob(s, 1)) };
	db_done(s);
	return true;
}

/* Where the row behind one begins; behind all advisories if there is none. */
static bool row_behind(struct db *db, int64_t component_id, int64_t from, int64_t *end, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_ROW_BEHIND);
	bool found;

	db_bind_int(s, 1, place_of(component_id, from));
	db_bind_int(s, 2, place_of(component_id, PLACES - 1));
	if (!db_row(s, &found, e))
		return false;
	*end = found ? db_int(s, 0) % PLACES : PLACES;
	db_done(s);
	return true;
}

bool match_section(struct db *db, int64_t component_id, int64_t advisory_id, struct arena *arena,
    struct str *body, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_ROW_AT);
	bool found, damaged = false;
	struct str rest, section;
	int64_t last = 0, id = 0;

	*body = STR("");
	db_bind_int(s, 1, place_of(component_id, 0));
	db_bind_int(s, 2, place_of(component_id, advisory_id));
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return true;
	rest = db_blob(s, 1);
	while (id < advisory_id && kept_next(&rest, &last, &id, &section, &damaged))
		if (id == advisory_id)
			*body = arena_copy(arena, section);
	db_done(s);
	return !damaged || damaged_rows(component_id, e);
}

bool match_rows_sections(const struct match_row *rows, size_t count, int64_t component_id,
    struct arena *arena, struct match_section **out, size_t *found, struct err *e)
{
	struct match_section *sections = NULL;
	size_t room = 0;

	*found = 0;
	for (size_t i = 0; i < count; i++) {
		struct match_section section;
		struct str rest = rows[i].sections;
		int64_t last = 0;
		bool damaged = false;

		while (kept_next(&rest, &last, &section.advisory_id, &section.body, &damaged)) {
			sections = arena_room(arena, sections, *found, &room, sizeof(*sections));
			sections[(*found)++] = section;
		}
		if (damaged)
			return damaged_rows(component_id, e);
	}
	*out = sections;
	return true;
}

static bool put_row(struct db *db, int64_t component_id, int64_t from, struct str sections, struct err *e)
{
	struct statement *s = db_use(db, sections.len ? SQL_MATCH_ROW_PUT : SQL_MATCH_ROW_DELETE);

	db_bind_int(s, 1, place_of(component_id, from));
	if (sections.len)
		db_bind_blob(s, 2, sections);
	return db_run(s, e);
}

/* Rows under way: what is written takes the place of standing, of which the first next are dealt with. */
struct writing {
	struct db *db;
	int64_t component_id;
	const struct match_row *standing;
	size_t standing_count, next;
	int64_t from, last; /* of the row under way, and its last section */
	struct buf row;
};

/* Takes out the standing rows before from. */
static bool drop_before(struct writing *w, int64_t from, struct err *e)
{
	for (; w->next < w->standing_count && w->standing[w->next].from < from; w->next++)
		if (!put_row(w->db, w->component_id, w->standing[w->next].from, STR(""), e))
			return false;
	return true;
}

static bool end_row(struct writing *w, struct err *e)
{
	bool same = false;

	if (w->row.len == 0)
		return true;
	if (buf_full(&w->row))
		return err_fail(e, ERR_LIMIT, "component %lld has more than %d bytes of matches",
		    (long long)w->component_id, LIMIT_PACKED_BYTES);
	if (!drop_before(w, w->from, e))
		return false;
	if (w->next < w->standing_count && w->standing[w->next].from == w->from)
		same = str_eq(w->standing[w->next++].sections, buf_str(&w->row));
	if (!same && !put_row(w->db, w->component_id, w->from, buf_str(&w->row), e))
		return false;
	buf_clear(&w->row);
	w->last = 0;
	return true;
}

static bool write_section(struct writing *w, int64_t advisory_id, struct str body, struct err *e)
{
	if (body.len == 0)
		return true;
	if (kept_begins_row(advisory_id)) {
		if (!end_row(w, e))
			return false;
		w->from = advisory_id;
	}
	kept_add(&w->row, &w->last, advisory_id, body);
	return true;
}

static bool end_rows(struct writing *w, bool done, struct err *e)
{
	done = done && end_row(w, e) && drop_before(w, PLACES, e);
	buf_free(&w->row);
	return done;
}

bool matches_put(struct db *db, int64_t component_id, const struct match_section *sections, size_t count,
    const struct match_row *standing, size_t standing_count, struct err *e)
{
	struct writing w = { .db = db,
		.component_id = component_id,
		.standing = standing,
		.standing_count = standing_count,
		.row = buf_new(LIMIT_PACKED_BYTES) };
	bool done = true;

	for (size_t i = 0; i < count && done; i++)
		done = write_section(&w, sections[i].advisory_id, sections[i].body, e);
	return end_rows(&w, done, e);
}

/* Two sorted runs into one: the sections that stand in the rows, and the changed ones in their place. */
static bool merge(struct writing *w, const struct match_section *sections, size_t count, struct err *e)
{
	size_t next = 0;

	for (size_t i = 0; i < w->standing_count; i++) {
		struct str rest = w->standing[i].sections, body;
		int64_t last = 0, id;
		bool damaged = false;

		while (kept_next(&rest, &last, &id, &body, &damaged)) {
			for (; next < count && sections[next].advisory_id < id; next++)
				if (!write_section(w, sections[next].advisory_id, sections[next].body, e))
					return false;
			if (next < count && sections[next].advisory_id == id)
				continue;
			if (!write_section(w, id, body, e))
				return false;
		}
		if (damaged)
			return damaged_rows(w->component_id, e);
	}
	for (; next < count; next++)
		if (!write_section(w, sections[next].advisory_id, sections[next].body, e))
			return false;
	return true;
}

/* Writes the row that holds the first section anew, with all changes that fall into it; *taken: how many. */
static bool change_row(struct db *db, int64_t component_id, const struct match_section *sections,
    size_t count, size_t *taken, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct match_row rows[2] = { 0 };
	struct writing w = { .db = db, .component_id = component_id, .row = buf_new(LIMIT_PACKED_BYTES) };
	size_t row_count = 1, here = 1;
	int64_t end;

	if (!row_at(db, component_id, sections[0].advisory_id, &arena, &rows[0], e) ||
	    !row_behind(db, component_id, rows[0].from, &end, e))
		return false;
	/* a section that begins its row may go or come: then the row before it is longer or shorter */
	if (rows[0].from == sections[0].advisory_id) {
		rows[row_count++] = rows[0];
		if (!row_at(db, component_id, sections[0].advisory_id - 1, &arena, &rows[0], e))
			return false;
	}
	while (here < count && sections[here].advisory_id < end)
		here++;
	w.standing = rows;
	w.standing_count = row_count;
	w.from = rows[0].from;
	*taken = here;
	return end_rows(&w, merge(&w, sections, here, e), e);
}

bool matches_change(
    struct db *db, int64_t component_id, const struct match_section *sections, size_t count, struct err *e)
{
	for (size_t i = 0, taken; i < count; i += taken)
		if (!change_row(db, component_id, sections + i, count - i, &taken, e))
			return false;
	return true;
}

bool config_lists_get(
    struct db *db, int64_t advisory_id, struct arena *arena, struct str *lists, struct err *e)
{
	struct statement *s = db_use(db, SQL_CONFIG_LISTS_GET);
	bool found;

	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, &found, e))
		return false;
	*lists = found ? arena_copy(arena, db_blob(s, 0)) : STR("");
	db_done(s);
	return true;
}

bool config_lists_put(struct db *db, int64_t advisory_id, struct str lists, struct err *e)
{
	struct statement *s = db_use(db, lists.len ? SQL_CONFIG_LISTS_PUT : SQL_CONFIG_LISTS_DELETE);

	db_bind_int(s, 1, advisory_id);
	if (lists.len)
		db_bind_blob(s, 2, lists);
	return db_run(s, e);
}

bool matches_are_current(struct db *db, bool *current, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_HEAD_GET);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*current = found && db_int(s, 0) == KEPT_FORM;
	db_done(s);
	return true;
}

bool matches_set_current(struct db *db, struct err *e)
{
	struct statement *s = db_use(db, SQL_MATCH_HEAD_PUT);

	db_bind_int(s, 1, KEPT_FORM);
	return db_run(s, e);
}
