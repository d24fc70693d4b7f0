#include "store/consignees.h"

static struct consignee read_consignee(struct statement *s, struct arena *arena)
{
	struct consignee c = { .id = db_int(s, 0), .account = db_text_copy(s, 1, arena) };
	int column = 2;

	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		consignee_put(&c, f, db_text_copy(s, column++, arena));
	return c;
}

bool consignee_find(
    struct db *db, struct str account, struct arena *arena, struct consignee *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_CONSIGNEE_FIND);
	bool found;

	db_bind_text(s, 1, account);
	if (!db_row(s, &found, e))
		return false;
	*out = found ? read_consignee(s, arena) : (struct consignee){ 0 };
	db_done(s);
	return true;
}

bool consignee_get(
    struct db *db, struct str account, struct arena *arena, struct consignee *out, struct err *e)
{
	if (!consignee_find(db, account, arena, out, e))
		return false;
	return out->id ||
	       err_fail(
		   e, ERR_ABSENT, "there is no consignee of account \"" STR_FMT "\"", STR_ARG(account)) ||
	       err_remedy(e, REMEDY_CONSIGNEES);
}

bool consignee_list(struct db *db, struct arena *arena, struct consignee **out, size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_CONSIGNEE_LIST);
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
		(*out)[(*count)++] = read_consignee(s, arena);
	}
}

/* The fields from index on; the index behind the last. */
static int bind_fields(struct statement *s, int index, const struct consignee *c)
{
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		db_bind_text(s, index++, consignee_text(c, f));
	return index;
}

bool consignee_add(struct db *db, const struct consignee *c, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_CONSIGNEE_ADD);

	db_bind_text(s, 1, c->account);
	bind_fields(s, 2, c);
	return db_add(s, id, e);
}

bool consignee_set(struct db *db, const struct consignee *c, struct err *e)
{
	struct statement *s = db_use(db, SQL_CONSIGNEE_SET);

	db_bind_int(s, bind_fields(s, 1, c), c->id);
	return db_run(s, e);
}

/* A day as the table has it: empty where it is not known. */
static void bind_day(struct statement *s, int index, struct date day, char room[DATE_TEXT_SIZE])
{
	db_bind_text(s, index, date_is_known(day) ? str_of(date_write(day, room)) : STR(""));
}

static bool read_shipment(struct statement *s, struct arena *arena, struct shipment *out, struct err *e)
{
	struct shipment r = { .id = db_int(s, 0),
		.consignee_id = db_int(s, 1),
		.device_id = db_int(s, 2),
		.release_id = db_is_null(s, 3) ? 0 : db_int(s, 3),
		.reference = db_text_copy(s, 4, arena),
		.lot = db_text_copy(s, 5, arena),
		.serial_from = db_text_copy(s, 6, arena),
		.serial_to = db_text_copy(s, 7, arena),
		.shipped_on = DATE_NONE,
		.quantity = db_int(s, 9),
		.returned = db_int(s, 10) };

	if (db_text(s, 8).len && !date_parse(db_text(s, 8), &r.shipped_on, e))
		return err_within(e, "shipment %lld", (long long)r.id);
	*out = r;
	return true;
}

bool shipment_find(
    struct db *db, const struct shipment *s, struct arena *arena, struct shipment *out, struct err *e)
{
	bool by_unit = s->lot.len || s->serial_from.len, found, done = true;
	struct statement *q;
	char day[DATE_TEXT_SIZE];

	if (s->reference.len) {
		q = db_use(db, SQL_SHIPMENT_BY_REFERENCE);
		db_bind_text(q, 2, s->reference);
	} else {
		q = db_use(db, SQL_SHIPMENT_AS_SENT);
		db_bind_int(q, 2, s->device_id);
		db_bind_text(q, 3, s->lot);
		db_bind_text(q, 4, s->serial_from);
		db_bind_text(q, 5, s->serial_to);
		bind_day(q, 6, s->shipped_on, day);
		db_bind_int(q, 7, by_unit ? 0 : s->release_id);
	}
	db_bind_int(q, 1, s->consignee_id);
	if (!db_row(q, &found, e))
		return false;
	*out = (struct shipment){ 0 };
	if (found)
		done = read_shipment(q, arena, out, e);
	db_done(q);
	return done;
}

static void bind_release(struct statement *q, int index, int64_t release_id)
{
	if (release_id)
		db_bind_int(q, index, release_id);
	else
		db_bind_null(q, index);
}

bool shipment_add(struct db *db, const struct shipment *s, int64_t *id, struct err *e)
{
	struct statement *q = db_use(db, SQL_SHIPMENT_ADD);
	char day[DATE_TEXT_SIZE];

	db_bind_int(q, 1, s->consignee_id);
	db_bind_int(q, 2, s->device_id);
	bind_release(q, 3, s->release_id);
	db_bind_text(q, 4, s->reference);
	db_bind_text(q, 5, s->lot);
	db_bind_text(q, 6, s->serial_from);
	db_bind_text(q, 7, s->serial_to);
	bind_day(q, 8, s->shipped_on, day);
	db_bind_int(q, 9, s->quantity);
	db_bind_int(q, 10, s->returned);
	return db_add(q, id, e);
}

bool shipment_set(struct db *db, const struct shipment *s, struct err *e)
{
	struct statement *q = db_use(db, SQL_SHIPMENT_SET);
	char day[DATE_TEXT_SIZE];

	db_bind_int(q, 1, s->device_id);
	bind_release(q, 2, s->release_id);
	db_bind_text(q, 3, s->lot);
	db_bind_text(q, 4, s->serial_from);
	db_bind_text(q, 5, s->serial_to);
	bind_day(q, 6, s->shipped_on, day);
	db_bind_int(q, 7, s->quantity);
	db_bind_int(q, 8, s->returned);
	db_bind_int(q, 9, s->id);
	return db_run(q, e);
}

static bool all_shipments(
    struct statement *s, struct arena *arena, struct shipment **out, size_t *count, struct err *e)
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
		if (!read_shipment(s, arena, &(*out)[(*count)++], e)) {
			db_done(s);
			return false;
		}
	}
}

bool shipment_list(struct db *db, int64_t device_id, struct arena *arena, struct shipment **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, device_id ? SQL_SHIPMENTS_OF_DEVICE : SQL_SHIPMENT_LIST);

	if (device_id)
		db_bind_int(s, 1, device_id);
	return all_shipments(s, arena, out, count, e);
}

bool shipments_of_consignee(struct db *db, int64_t consignee_id, struct arena *arena, struct shipment **out,
    size_t *count, struct err *e)
{
	struct statement *s = db_use(db, SQL_SHIPMENTS_OF_CONSIGNEE);

	db_bind_int(s, 1, consignee_id);
	return all_shipments(s, arena, out, count, e);
}

bool shipment_newest(struct db *db, int64_t device_id, struct date today, struct date *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_SHIPMENT_NEWEST);
	char day[DATE_TEXT_SIZE];
	bool found, done = true;

	db_bind_int(s, 1, device_id);
	bind_day(s, 2, today, day);
	if (!db_row(s, &found, e))
		return false;
	*out = DATE_NONE;
	if (found && !db_is_null(s, 0))
		done = date_parse(db_text(s, 0), out, e);
	db_done(s);
	return done;
}

bool shipment_counts(struct db *db, int64_t device_id, struct shipment_counts *out, struct err *e)
{
	struct statement *s = db_use(db, SQL_SHIPMENT_COUNTS);
	bool found;

	db_bind_int(s, 1, device_id);
	if (!db_row(s, &found, e))
		return false;
	*out = (struct shipment_counts){ db_int(s, 0), db_int(s, 1), db_int(s, 2) };
	db_done(s);
	return true;
}
