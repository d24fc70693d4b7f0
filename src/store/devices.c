#include "store/devices.h"

#include "identity/udi.h"
#include "store/row_seals.h"

#define GTIN_DIGITS 14

static void bind_optional(struct statement *s, int index, struct str text)
{
	if (text.len)
		db_bind_text(s, index, text);
	else
		db_bind_null(s, index);
}

/* The name, then the fields as the table has them; the index behind the last. */
static int bind_device(struct statement *s, const struct device *d)
{
	int index = 1;

	db_bind_text(s, index++, d->name);
	for (const struct device_field *f = device_fields; f->name; f++)
		bind_optional(s, index++, device_field_text(d, f));
	return index;
}

static bool add_numbers(struct db *db, int64_t id, const struct device_profile *p, struct err *e)
{
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		for (size_t i = 0; i < p->lists[list].count; i++) {
			struct statement *s = db_use(db, SQL_DEVICE_NUMBER_ADD);

			db_bind_int(s, 1, id);
			db_bind_text(s, 2, str_of(device_list_name(list)));
			db_bind_int(s, 3, (int64_t)i);
			db_bind_text(s, 4, p->lists[list].items[i]);
			if (!db_run(s, e))
				return false;
		}
	return true;
}

bool device_add(struct db *db, const struct device_profile *p, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_ADD);
	bool has_row;

	bind_device(s, &p->device);
	if (!db_row(s, &has_row, e))
		return false;
	*id = db_int(s, 0);
	db_done(s);
	return add_numbers(db, *id, p, e);
}

bool device_set(struct db *db, const struct device_profile *p, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_SET);

	db_bind_int(s, bind_device(s, &p->device), p->device.id);
	if (!db_run(s, e))
		return false;
	s = db_use(db, SQL_DEVICE_NUMBERS_CLEAR);
	db_bind_int(s, 1, p->device.id);
	return db_run(s, e) && add_numbers(db, p->device.id, p, e);
}

static struct device read_device(struct statement *s, struct arena *arena)
{
	struct device d = { .id = db_int(s, 0), .name = db_text_copy(s, 1, arena) };
	int column = 2;

	for (const struct device_field *f = device_fields; f->name; f++)
		device_field_put(&d, f, db_text_copy(s, column++, arena));
	d.udi_di = db_text_copy(s, column++, arena);
	d.product_code = db_text_copy(s, column, arena);
	return d;
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

static bool find_by(struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_FIND);

	db_bind_text(s, 1, name);
	return one_device(s, arena, out, e);
}

/* A GTIN without its leading zeros, as a spreadsheet leaves it, or the whole of a label: the device
 * identifier as it is kept. Empty where the text is none. */
static struct str identifier_in(struct str text, struct arena *arena)
{
	struct udi udi;
	struct err none;
	size_t digits = 0;

	while (digits < text.len && char_is_digit(text.ptr[digits]))
		digits++;
	if (digits == text.len && digits > 0 && digits < GTIN_DIGITS)
		return arena_printf(
		    arena, "%.*s" STR_FMT, (int)(GTIN_DIGITS - digits), "00000000000000", STR_ARG(text));
	return udi_parse(text, arena, &udi, &none) ? udi.di : STR("");
}

bool device_find(struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e)
{
	struct str identifier;

	if (!find_by(db, name, arena, out, e))
		return false;
	if (out->id)
		return true;
	identifier = identifier_in(name, arena);
	return !identifier.len || str_eq(identifier, name) || find_by(db, identifier, arena, out, e);
}

bool device_get(struct db *db, struct str name, struct arena *arena, struct device *out, struct err *e)
{
	if (!device_find(db, name, arena, out, e))
		return false;
	return out->id || err_fail(e, ERR_ABSENT, "there is no device \"" STR_FMT "\"", STR_ARG(name)) ||
	       err_remedy(e, REMEDY_DEVICES);
}

bool device_by_id(struct db *db, int64_t id, struct arena *arena, struct device *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_GET);

	db_bind_int(s, 1, id);
	return one_device(s, arena, out, e);
}

static bool find_list(struct str name, enum device_list *out)
{
	for (enum device_list list = 0; list < DEVICE_LIST_COUNT; list++)
		if (str_eq(str_of(device_list_name(list)), name)) {
			*out = list;
			return true;
		}
	return false;
}

bool device_profile_get(
    struct db *db, struct str name, struct arena *arena, struct device_profile *out, struct err *e)
{
	struct device_profile p = { 0 };
	size_t room[DEVICE_LIST_COUNT] = { 0 };
	struct statement *s;
	enum device_list list;
	bool more;

	if (!device_get(db, name, arena, &p.device, e))
		return false;
	s = db_use(db, SQL_DEVICE_NUMBERS);
	db_bind_int(s, 1, p.device.id);
	for (;;) {
		struct device_numbers *n;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		if (!find_list(db_text(s, 0), &list))
			continue;
		n = &p.lists[list];
		n->items = arena_room(arena, n->items, n->count, &room[list], sizeof(*n->items));
		n->items[n->count++] = db_text_copy(s, 1, arena);
	}
	*out = p;
	return true;
}

static bool read_devices(
    struct statement *s, size_t most, struct arena *arena, struct device **out, size_t *count, struct err *e)
{
	size_t room = 0;
	bool more;

	*out = NULL;
	*count = 0;
	while (*count < most) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[(*count)++] = read_device(s, arena);
	}
	db_done(s);
	return true;
}

bool device_list(struct db *db, struct arena *arena, struct device **out, size_t *count, struct err *e)
{
	return read_devices(db_use(db, SQL_DEVICE_LIST), SIZE_MAX, arena, out, count, e);
}

bool device_page(struct db *db, struct str from, size_t most, struct arena *arena, struct device **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_PAGE);

	db_bind_text(s, 1, from);
	return read_devices(s, most, arena, out, count, e);
}

bool device_count(struct db *db, int64_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_COUNT);
	bool found;

	if (!db_row(s, &found, e))
		return false;
	*count = db_int(s, 0);
	db_done(s);
	return true;
}

static bool of_first_udi(struct db *db, struct str number, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_OF_FIRST_UDI);
	bool found;

	db_bind_text(s, 1, number);
	if (!db_row(s, &found, e))
		return false;
	*id = found ? db_int(s, 0) : 0;
	db_done(s);
	return true;
}

bool device_words_each(struct db *db, struct str udi, struct device_words_sink sink, struct err *e)
{
	struct statement *s = db_use(db, SQL_DEVICE_WORDS);
	int64_t of_udi;
	bool more;

	if (!of_first_udi(db, udi, &of_udi, e))
		return false;
	while (!*sink.enough) {
		struct device_words words;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		words = (struct device_words){ db_int(s, 0), db_text(s, 1), db_text(s, 2), false };
		words.has_udi = words.id == of_udi;
		sink.take(sink.ctx, &words);
	}
	db_done(s);
	return true;
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
	row_touch(db, ROWS_RELEASE, *id);
	return true;
}

bool release_set_units(struct db *db, int64_t id, int64_t units, struct err *e)
{
	struct statement *s = db_use(db, SQL_RELEASE_SET_UNITS);

	db_bind_int(s, 1, units);
	db_bind_int(s, 2, id);
	row_touch(db, ROWS_RELEASE, id);
	return db_run(s, e);
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
