#include "actions/field/register_lot.h"

#include "limits.h"
#include "reports/lot_json.h"
#include "store/change.h"
#include "store/devices.h"
#include "store/lots.h"

struct str lot_record_json(const struct lot *l, const struct release *release, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_int(w, "device", release->device_id);
	lot_json_fields(l, release->version, w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

static bool check_days(const struct lot *l, struct err *e)
{
	char made[DATE_TEXT_SIZE], expires[DATE_TEXT_SIZE];

	if (!date_is_known(l->manufactured_on) || !date_is_known(l->expires_on) ||
	    l->manufactured_on.days <= l->expires_on.days)
		return true;
	return err_fail(e, ERR_INPUT, "the lot expires on %s, before it was manufactured, on %s",
	    date_write(l->expires_on, expires), date_write(l->manufactured_on, made));
}

static bool check_text(struct str text, struct err *e)
{
	return text.len <= LIMIT_DEVICE_TEXT_BYTES ||
	       err_fail(e, ERR_LIMIT, "text of more than %d bytes", LIMIT_DEVICE_TEXT_BYTES);
}

static bool check_units(struct lot *l, struct err *e)
{
	int64_t counted;

	if (!check_text(l->lot, e) || !check_text(l->serial_from, e) || !check_text(l->serial_to, e) ||
	    !check_text(l->model_number, e))
		return false;
	if (!l->lot.len && !l->serial_from.len)
		return err_fail(e, ERR_INPUT, "neither a lot nor serial numbers are given");
	if ((l->serial_from.len == 0) != (l->serial_to.len == 0))
		return err_fail(e, ERR_INPUT, "the first and the last serial number belong together");
	if (!l->serial_from.len)
		return true;
	if (!serial_is_range(l->serial_from, l->serial_to))
		return err_fail(e, ERR_INPUT,
		    "serial numbers \"" STR_FMT "\" to \"" STR_FMT "\" are no range", STR_ARG(l->serial_from),
		    STR_ARG(l->serial_to));
	counted = serial_count(l->serial_from, l->serial_to);
	if (l->quantity < 0)
		l->quantity = counted;
	return l->quantity <= LIMIT_UNITS ||
	       err_fail(e, ERR_INPUT, "serial numbers of more than %d units", LIMIT_UNITS);
}

static bool refuse_second(struct db *db, const struct lot *l, struct arena *arena, struct err *e)
{
	struct lot *standing;
	size_t count;

	if (!lots_of_release(db, l->release_id, arena, &standing, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (standing[i].id != l->id && str_eq(standing[i].lot, l->lot) &&
		    str_eq(standing[i].serial_from, l->serial_from) &&
		    str_eq(standing[i].serial_to, l->serial_to))
			return err_fail(e, ERR_CONFLICT, "the release has these units already, as lot %lld",
			    (long long)standing[i].id);
	return true;
}

bool register_lot(struct db *db, const struct lot *lot, struct change_by by, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct release release;
	struct lot l = *lot;

	if (!check_units(&l, e) || !check_days(&l, e) || !change_open(db, by, &change, e) ||
	    !release_by_id(db, l.release_id, &arena, &release, e) || !refuse_second(db, &l, &arena, e) ||
	    !lot_add(db, &l, id, e))
		return false;
	return change_note(change, "lot.add", arena_printf(&arena, "lot %lld", (long long)*id), STR_NONE,
		   lot_record_json(&l, &release, &arena), e) &&
	       change_close(&change, e);
}

/* What is stated over what stands. */
static bool merge(struct db *db, const struct lot_change *c, struct release *release, struct lot *l,
    struct arena *arena, struct err *e)
{
	int64_t device_id = release->device_id;

	if (c->release.len) {
		if (!release_find(db, device_id, c->release, arena, release, e))
			return false;
		if (!release->id)
			return err_fail(
			    e, ERR_INPUT, "the device has no release \"" STR_FMT "\"", STR_ARG(c->release));
		l->release_id = release->id;
	}
	if (c->model_number.len)
		l->model_number = c->model_number;
	if (date_is_known(c->manufactured_on))
		l->manufactured_on = c->manufactured_on;
	if (date_is_known(c->expires_on))
		l->expires_on = c->expires_on;
	if (c->quantity >= 0)
		l->quantity = c->quantity;
	return true;
}

bool restate_lot(struct db *db, const struct lot_change *c, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct release release;
	struct str old;
	struct lot l;

	if (!change_open(db, by, &change, e) || !lot_get(db, c->id, &arena, &l, e) ||
	    !release_by_id(db, l.release_id, &arena, &release, e))
		return false;
	old = lot_record_json(&l, &release, &arena);
	if (!merge(db, c, &release, &l, &arena, e) || !check_text(l.model_number, e) || !check_days(&l, e) ||
	    !refuse_second(db, &l, &arena, e) || !lot_set(db, &l, e))
		return false;
	return change_note(change, "lot.set", arena_printf(&arena, "lot %lld", (long long)l.id), old,
		   lot_record_json(&l, &release, &arena), e) &&
	       change_close(&change, e);
}
