#include "store/devices.h"

static void bind_optional(struct statement *s, int index, struct str text)
{
	if (text.len)
		db_bind_text(s, index, text);
	else
		db_bind_null(s, index);
}

bool device_add(struct db *db, const struct device *d, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_ADD);
	bool has_row;

	db_bind_text(s, 1, d->name);
	bind_optional(s, 2, d->common_name);
	bind_optional(s, 3, d->device_class);
	bind_optional(s, 4, d->pathway);
	bind_optional(s, 5, d->product_code);
	bind_optional(s, 6, d->udi_di);
	bind_optional(s, 7, d->support);
	db_bind_text(s, 8, d->facts.len ? d->facts : STR("{}"));
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	return true;
}

static struct device read_device(struct statement *s, struct arena *arena)
{
	return (struct device){ .id = db_int(s, 0),
		.name = db_text_copy(s, 1, arena),
		.common_name = db_text_copy(s, 2, arena),
		.device_class = db_text_copy(s, 3, arena),
		.pathway = db_text_copy(s, 4, arena),
		.product_code = db_text_copy(s, 5, arena),
		.udi_di = db_text_copy(s, 6, arena),
		.support = db_text_copy(s, 7, arena),
		.facts = db_text_copy(s, 8, arena) };
}

static bool one_device(struct statement *s, struct arena *arena, struct device *out, struct err *e)
{
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*out = found ? read_device(s, arena) : (struct device){ 0 };
	db_done(s);
	return true;
}

bool device_find(struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_FIND);

	db_bind_text(s, 1, name);
	return one_device(s, arena, out, e);
}

bool device_get(struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e)
{
	if (!device_find(db, name, arena, out, e))
		return false;
	return out->id ||
	       err_fail(e, ERR_INPUT, "there is no device \"" STR_FMT "\"; aftercare device list shows all",
		   STR_ARG(name));
}

bool device_by_id(struct db *db, int64_t id, struct arena *arena, struct device *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_GET);

	db_bind_int(s, 1, id);
	return one_device(s, arena, out, e);
}

bool device_list(struct db *db, struct arena *arena, struct device **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_LIST);
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
		(*out)[(*count)++] = read_device(s, arena);
	}
}

bool release_add(struct db *db, const struct release *r, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_ADD);
	char date[DATE_TEXT_SIZE];
	bool has_row;

	db_bind_int(s, 1, r->device_id);
	db_bind_text(s, 2, r->version);
	if (r->units >= 0)
		db_bind_int(s, 3, r->units);
	if (date_is_known(r->released_on))
		db_bind_text(s, 4, str_of(date_write(r->released_on, date)));
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	return true;
}

static bool read_release(struct statement *s, struct arena *arena, struct release *out, struct err *e)
{
	struct release r = { .id = db_int(s, 0),
		.device_id = db_int(s, 1),
		.version = db_text_copy(s, 2, arena),
		.units = db_is_null(s, 3) ? -1 : db_int(s, 3),
		.released_on = DATE_NONE,
		.list_id = db_int(s, 5) };

	if (!db_is_null(s, 4) && !date_parse(db_text(s, 4), &r.released_on, e))
		return err_within(e, "release %lld", (long long)r.id);
	*out = r;
	return true;
}

static bool one_release(struct statement *s, struct arena *arena, struct release *out, struct err *e)
{
	bool found, done = true;

	if (!db_row(s, &found, e))
		return false;
	*out = (struct release){ 0 };
	if (found)
		done = read_release(s, arena, out, e);
	db_done(s);
	return done;
}

bool release_find(struct db *db, int64_t device_id, struct str version, struct arena *arena,
    struct release *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_FIND);

	db_bind_int(s, 1, device_id);
	db_bind_text(s, 2, version);
	return one_release(s, arena, out, e);
}

bool release_by_id(struct db *db, int64_t id, struct arena *arena, struct release *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_GET);

	db_bind_int(s, 1, id);
	return one_release(s, arena, out, e);
}

static bool all_releases(
    struct statement *s, struct arena *arena, struct release **out, size_t *count, struct err *e)
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
		if (!read_release(s, arena, &(*out)[(*count)++], e)) {
			db_done(s);
			return false;
		}
	}
}

bool release_list(
    struct db *db, int64_t device_id, struct arena *arena, struct release **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_LIST);

	db_bind_int(s, 1, device_id);
	return all_releases(s, arena, out, count, e);
}

bool release_of_list(
    struct db *db, int64_t list_id, struct arena *arena, struct release **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_BY_LIST);

	db_bind_int(s, 1, list_id);
	return all_releases(s, arena, out, count, e);
}

bool release_count_bare(struct db *db, int64_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_WITHOUT_LIST);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*count = db_int(s, 0);
	db_done(s);
	return true;
}
