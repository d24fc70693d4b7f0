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

static bool refuse_second(struct db *db, const struct lot *l, struct arena *arena, struct err *e)
{
	struct lot standing;

	if (!lot_find(db, l, arena, &standing, e))
		return false;
	return !standing.id || standing.id == l->id ||
	       err_fail(e, ERR_CONFLICT, "the release has these units already, as lot %lld",
		   (long long)standing.id);
}

bool register_lot_within(struct db *db, struct change *change, const struct lot *lot,
    const struct release *release, struct arena *arena, int64_t *id, struct err *e)
{
	return refuse_second(db, lot, arena, e) && lot_add(db, lot, id, e) &&
	       change_note(change, "lot.add", arena_printf(arena, "lot %lld", (long long)*id), STR_NONE,
		   lot_record_json(lot, release, arena), e);
}

bool register_lot(struct db *db, const struct lot *lot, struct change_by by, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct release release;
	struct lot l = *lot;

	return lot_check(&l, e) && change_open(db, &by, &change, e) &&
	       release_by_id(db, l.release_id, &arena, &release, e) &&
	       register_lot_within(db, change, &l, &release, &arena, id, e) && change_close(&change, e);
}

bool restate_lot_within(struct db *db, struct change *change, const struct lot_states *was,
    const struct lot_states *is, struct arena *arena, struct err *e)
{
	struct lot l = *is->lot;

	return lot_check(&l, e) && refuse_second(db, &l, arena, e) && lot_set(db, &l, e) &&
	       change_note(change, "lot.set", arena_printf(arena, "lot %lld", (long long)l.id),
		   lot_record_json(was->lot, was->release, arena), lot_record_json(&l, is->release, arena),
		   e);
}

static bool move(struct db *db, const struct lot_change *c, struct release *release, struct lot *l,
    struct arena *arena, struct err *e)
{
	int64_t device_id = release->device_id;

	if (!c->release.len)
		return true;
	if (!release_find(db, device_id, c->release, arena, release, e))
		return false;
	l->release_id = release->id;
	return release->id ||
	       err_fail(e, ERR_INPUT, "the device has no release \"" STR_FMT "\"", STR_ARG(c->release));
}

bool restate_lot(struct db *db, const struct lot_change *c, struct change_by by, struct err *e)
{
	struct lot stated = { .model_number = c->model_number,
		.manufactured_on = c->manufactured_on,
		.expires_on = c->expires_on,
		.quantity = c->quantity };
	struct release before, release;
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct lot old, l;

	if (!change_open(db, &by, &change, e) || !lot_get(db, c->id, &arena, &old, e) ||
	    !release_by_id(db, old.release_id, &arena, &before, e))
		return false;
	l = old;
	release = before;
	lot_restate(&l, &stated);
	return move(db, c, &release, &l, &arena, e) &&
	       restate_lot_within(db, change, &(struct lot_states){ &old, &before },
		   &(struct lot_states){ &l, &release }, &arena, e) &&
	       change_close(&change, e);
}
