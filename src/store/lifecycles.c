#include "store/lifecycles.h"

#include "base/buf.h"
#include "limits.h"
#include "store/rows.h"

#define PRODUCTS_MOST 64 /* of one name; real ones have one or two */

static void put_date(struct buf *out, struct date d)
{
	buf_varint(out, date_is_known(d) && d.days >= 0 ? (uint64_t)d.days + 1 : 0);
}

static void write_cycles(const struct lifecycle *l, struct buf *out)
{
	for (size_t i = 0; i < l->cycle_count; i++) {
		const struct life_cycle *c = &l->cycles[i];

		buf_text(out, c->name);
		put_date(out, c->end_of_support);
		put_date(out, c->end_of_life);
		put_date(out, c->end_of_extended);
		buf_byte(out, c->has_ended ? 1 : 0);
	}
}

static bool take_date(struct str *rest, struct date *out)
{
	uint64_t days;

	if (!str_take_varint(rest, &days) || days > INT32_MAX)
		return false;
	*out = days ? (struct date){ (int32_t)days - 1 } : DATE_NONE;
	return true;
}

static bool read_cycles(struct str packed, struct arena *arena, struct lifecycle *to)
{
	size_t room = 0;

	while (packed.len) {
		struct life_cycle c;
		unsigned ended;

		if (!str_take_text(&packed, &c.name) || !take_date(&packed, &c.end_of_support) ||
		    !take_date(&packed, &c.end_of_life) || !take_date(&packed, &c.end_of_extended) ||
		    !str_take_byte(&packed, &ended))
			return false;
		c.has_ended = ended;
		to->cycles = arena_room(arena, to->cycles, to->cycle_count, &room, sizeof(c));
		to->cycles[to->cycle_count++] = c;
	}
	return true;
}

static bool put_names(struct db *db, const struct lifecycle *l, struct err *e)
{
	struct statement *s = db_use(db, SQL_LIFECYCLE_NAMES_DELETE);

	db_bind_text(s, 1, l->product);
	if (!db_run(s, e))
		return false;
	for (size_t i = 0; i < l->name_count; i++) {
		s = db_use(db, SQL_LIFECYCLE_NAME_ADD);
		db_bind_text(s, 1, l->names[i].name);
		db_bind_int(s, 2, l->names[i].kind);
		db_bind_text(s, 3, l->product);
		if (!db_run(s, e))
			return false;
	}
	return true;
}

static bool stands(
    struct db *db, const struct lifecycle *l, struct str packed, bool *there, bool *same, struct err *e)
{
	struct statement *s = db_use(db, SQL_LIFECYCLE_GET);

	db_bind_text(s, 1, l->product);
	if (!db_row(s, there, e))
		return false;
	*same = *there && str_eq(db_text(s, 0), l->label) && str_eq(db_blob(s, 1), packed);
	db_done(s);
	return true;
}

bool lifecycle_put(struct db *db, const struct lifecycle *l, bool *is_new, bool *changed, struct err *e)
{
	SCOPED_BUF packed = buf_new(LIMIT_RECORD_BYTES);
	struct statement *s;
	bool there, same;

	write_cycles(l, &packed);
	if (!stands(db, l, buf_str(&packed), &there, &same, e))
		return false;
	*is_new = !there;
	*changed = there && !same;
	if (!same) {
		s = db_use(db, SQL_LIFECYCLE_PUT);
		db_bind_text(s, 1, l->product);
		db_bind_text(s, 2, l->label);
		db_bind_blob(s, 3, buf_str(&packed));
		if (!db_run(s, e))
			return false;
	}
	return put_names(db, l, e); /* whether they differ is not looked at: they are few */
}

static bool read_one(struct db *db, struct arena *arena, struct lifecycle *l, struct err *e)
{
	struct statement *s = db_use(db, SQL_LIFECYCLE_GET);
	struct str packed;
	bool there;

	db_bind_text(s, 1, l->product);
	if (!db_row(s, &there, e))
		return false;
	if (!there)
		return err_fail(
		    e, ERR_STORE, "the life cycles of " STR_FMT " are missing", STR_ARG(l->product));
	l->label = db_text_copy(s, 0, arena);
	packed = arena_copy(arena, db_blob(s, 1));
	db_done(s);
	return read_cycles(packed, arena, l) ||
	       err_fail(e, ERR_STORE, "the life cycles of " STR_FMT " are damaged", STR_ARG(l->product));
}

bool lifecycles_named(struct db *db, int kind, struct str name, struct arena *arena, struct lifecycle **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_LIFECYCLE_PRODUCTS);
	struct lifecycle found[PRODUCTS_MOST] = { 0 };
	size_t n = 0;
	bool more;

	db_bind_text(s, 1, name);
	db_bind_int(s, 2, kind);
	while (n < PRODUCTS_MOST) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		found[n++].product = db_text_copy(s, 0, arena);
	}
	db_done(s);
	for (size_t i = 0; i < n; i++)
		if (!read_one(db, arena, &found[i], e))
			return false;
	*out = arena_alloc(arena, n, sizeof(**out));
	if (n)
		memcpy(*out, found, n * sizeof(*found));
	*count = n;
	return true;
}

bool lifecycles_any(struct db *db, bool *any, struct err *e)
{
	int64_t count;

	if (!rows_number(db_use(db, SQL_LIFECYCLE_COUNT), &count, e))
		return false;
	*any = count > 0;
	return true;
}
