#include "store/lots.h"

#include "store/moments.h"

static void bind_quantity(struct statement *s, int index, int64_t quantity)
{
	if (quantity >= 0)
		db_bind_int(s, index, quantity);
	else
		db_bind_null(s, index);
}

bool lot_add(struct db *db, const struct lot *l, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_LOT_ADD);
	char made[DATE_TEXT_SIZE], expires[DATE_TEXT_SIZE];

	db_bind_int(s, 1, l->release_id);
	db_bind_text(s, 2, l->lot);
	db_bind_text(s, 3, l->serial_from);
	db_bind_text(s, 4, l->serial_to);
	db_bind_text(s, 5, l->model_number);
	moments_bind_date(s, 6, l->manufactured_on, made);
	moments_bind_date(s, 7, l->expires_on, expires);
	bind_quantity(s, 8, l->quantity);
	return db_add(s, id, e);
}

bool lot_set(struct db *db, const struct lot *l, struct err *e)
{
	struct statement *s = db_use(db, SQL_LOT_SET);
	char made[DATE_TEXT_SIZE], expires[DATE_TEXT_SIZE];

	db_bind_int(s, 1, l->release_id);
	db_bind_text(s, 2, l->model_number);
	moments_bind_date(s, 3, l->manufactured_on, made);
	moments_bind_date(s, 4, l->expires_on, expires);
	bind_quantity(s, 5, l->quantity);
	db_bind_int(s, 6, l->id);
	return db_run(s, e);
}

static bool optional_date(struct statement *s, int column, struct date *out, struct err *e)
{
	*out = DATE_NONE;
	return db_is_null(s, column) || date_parse(db_text(s, column), out, e);
}

static bool read_lot(struct statement *s, struct arena *arena, struct lot *out, struct err *e)
{
	struct lot l = { .id = db_int(s, 0),
		.release_id = db_int(s, 1),
		.lot = db_text_copy(s, 2, arena),
		.serial_from = db_text_copy(s, 3, arena),
		.serial_to = db_text_copy(s, 4, arena),
		.model_number = db_text_copy(s, 5, arena),
		.quantity = db_is_null(s, 8) ? -1 : db_int(s, 8) };

	if (!optional_date(s, 6, &l.manufactured_on, e) || !optional_date(s, 7, &l.expires_on, e))
		return err_within(e, "lot %lld", (long long)l.id);
	*out = l;
	return true;
}

bool lot_get(struct db *db, int64_t id, struct arena *arena, struct lot *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_LOT_GET);
	bool found, done;

	db_bind_int(s, 1, id);
	if (!db_row(s, &found, e))
		return false;
	if (!found)
		return err_fail(e, ERR_ABSENT, "there is no lot %lld", (long long)id) ||
		       err_remedy(e, REMEDY_LOTS);
	done = read_lot(s, arena, out, e);
	db_done(s);
	return done;
}

/* By whatever the statement's first parameter is. */
static bool find_same(struct statement *s, int64_t first, const struct lot *same, struct arena *arena,
    struct lot *out, struct err *e)
{
	bool found, done = true;

	db_bind_int(s, 1, first);
	db_bind_text(s, 2, same->lot);
	db_bind_text(s, 3, same->serial_from);
	db_bind_text(s, 4, same->serial_to);
	if (!db_row(s, &found, e))
		return false;
	*out = (struct lot){ 0 };
	if (found)
		done = read_lot(s, arena, out, e);
	db_done(s);
	return done;
}

bool lot_find(struct db *db, const struct lot *same, struct arena *arena, struct lot *out, struct err *e)
{
	return find_same(db_use(db, SQL_LOT_FIND), same->release_id, same, arena, out, e);
}

bool lot_find_units(struct db *db, int64_t device_id, const struct lot *same, struct arena *arena,
    struct lot *out, struct err *e)
{
	return find_same(db_use(db, SQL_LOT_FIND_UNITS), device_id, same, arena, out, e);
}

static bool all_lots(struct statement *s, struct arena *arena, struct lot **out, size_t *count, struct err *e)
{
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		if (!read_lot(s, arena, &(*out)[(*count)++], e)) {
			db_done(s);
			return false;
		}
	}
}

bool lots_of_release(
    struct db *db, int64_t release_id, struct arena *arena, struct lot **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_LOTS_OF_RELEASE);

	db_bind_int(s, 1, release_id);
	return all_lots(s, arena, out, count, e);
}

bool lots_of_device(
    struct db *db, int64_t device_id, struct arena *arena, struct lot **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_LOTS_OF_DEVICE);

	db_bind_int(s, 1, device_id);
	return all_lots(s, arena, out, count, e);
}

static void count_units(
    struct statement *s, const struct release *releases, size_t count, struct release_units *units)
{
	for (size_t i = 0; i < count; i++) {
		if (releases[i].id != db_int(s, 0))
			continue;
		if (!db_is_null(s, 1))
			units[i].in_lots = db_int(s, 1);
		if (!db_is_null(s, 2))
			units[i].held = db_int(s, 2);
	}
}

bool release_units(struct db *db, const struct release *releases, size_t count, struct arena *arena,
    struct release_units **out, struct err *e)
{
	struct release_units *units = arena_alloc(arena, count, sizeof(*units));
	struct statement *s = db_use(db, SQL_RELEASE_UNITS);
	bool more;

	for (size_t i = 0; i < count; i++)
		units[i] = (struct release_units){ -1, -1 };
	db_bind_int(s, 1, count ? releases[0].device_id : 0);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		count_units(s, releases, count, units);
	}
	*out = units;
	return true;
}
