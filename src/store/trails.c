#include "store/trails.h"

#include "store/rows.h"

static struct str optional_at(struct statement *s, int column)
{
	struct str text = db_text(s, column);

	if (text.len)
		return text;
	return db_is_null(s, column) ? STR_NONE : STR("");
}

/* Every row that is left goes to the sink. */
static bool read_rows(struct statement *s, struct trail_sink out, struct err *e)
{
	bool more;

	for (;;) {
		struct trail_entry entry;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		entry = (struct trail_entry){ .number = db_int(s, 0),
			.at = { db_int(s, 1) },
			.who = optional_at(s, 2),
			.what = optional_at(s, 3),
			.object = optional_at(s, 4),
			.old = optional_at(s, 5),
			.new = optional_at(s, 6),
			.why = optional_at(s, 7),
			.previous = rows_digest(s, 8),
			.digest = rows_digest(s, 9) };
		if (!out.entry(out.ctx, &entry, e)) {
			db_done(s);
			return false;
		}
	}
}

bool trail_read(struct db *db, struct str object, struct trail_sink out, struct err *e)
{
	struct statement *s = db_use(db, object.ptr ? SQL_TRAIL_OF_OBJECT : SQL_TRAIL_ALL);

	if (object.ptr)
		db_bind_text(s, 1, object);
	return read_rows(s, out, e);
}

bool trail_after(struct db *db, int64_t number, struct trail_sink out, struct err *e)
{
	struct statement *s = db_use(db, SQL_TRAIL_AFTER);

	db_bind_int(s, 1, number);
	return read_rows(s, out, e);
}

static struct str text_or_empty(struct str s)
{
	return s.ptr ? s : STR("");
}

bool trail_page(struct db *db, const struct trail_filter *f, struct trail_sink out, struct err *e)
{
	struct statement *s = db_use(db, SQL_TRAIL_PAGE);

	db_bind_int(s, 1, f->before);
	db_bind_text(s, 2, text_or_empty(f->object));
	db_bind_text(s, 3, text_or_empty(f->who));
	db_bind_text(s, 4, text_or_empty(f->what));
	db_bind_int(s, 5, f->from.us);
	db_bind_int(s, 6, instant_is_known(f->until) ? f->until.us : INT64_MAX);
	db_bind_int(s, 7, f->most);
	return read_rows(s, out, e);
}

bool trail_head(struct db *db, int64_t *number, struct sha256 *digest, struct err *e)
{
	struct statement *s = db_use(db, SQL_TRAIL_HEAD_GET);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*number = found ? db_int(s, 0) : 0;
	if (found)
		*digest = rows_digest(s, 1);
	db_done(s);
	return true;
}
