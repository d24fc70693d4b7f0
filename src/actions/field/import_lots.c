#include "actions/field/import_lots.h"

#include "actions/field/import_note.h"
#include "actions/field/known_releases.h"
#include "actions/field/register_lot.h"
#include "limits.h"
#include "store/change.h"
#include "store/lots.h"

struct importing {
	struct db *db;
	struct change *change;
	const struct lot_import *what;
	struct arena arena; /* of the whole import */
	struct intern *seen;
	struct known_devices known;
	struct import_counts counts;
};

/* Units with serial numbers are those, whichever release they run; others are of a release. */
static bool refuse_twin(struct importing *im, const struct lot *l, struct arena *record, struct err *e)
{
	struct str identity = arena_printf(record, "%lld %zu %zu " STR_FMT STR_FMT STR_FMT,
	    l->serial_from.len ? 0 : (long long)l->release_id, l->lot.len, l->serial_from.len,
	    STR_WHOLE(l->lot), STR_WHOLE(l->serial_from), STR_WHOLE(l->serial_to));

	if (intern_find(im->seen, identity) != INTERN_NONE)
		return err_fail(e, ERR_INPUT, "an earlier row has the same units");
	intern_add(im->seen, identity);
	return true;
}

static bool find_standing(struct importing *im, const struct lot *stated, const struct known_device *d,
    struct arena *record, struct lot *out, struct err *e)
{
	return stated->serial_from.len ? lot_find_units(im->db, d->device.id, stated, record, out, e)
				       : lot_find(im->db, stated, record, out, e);
}

static bool same_lot(const struct lot *a, const struct lot *b)
{
	return a->release_id == b->release_id && str_eq(a->model_number, b->model_number) &&
	       a->manufactured_on.days == b->manufactured_on.days &&
	       a->expires_on.days == b->expires_on.days && a->quantity == b->quantity;
}

static bool put_lot(struct importing *im, const struct lot *stated, const struct release *release,
    const struct known_device *d, struct arena *record, struct err *e)
{
	struct lot standing, l;
	struct release before;
	int64_t id;

	if (!find_standing(im, stated, d, record, &standing, e))
		return false;
	if (!standing.id) {
		im->counts.added++;
		return register_lot_within(im->db, im->change, stated, release, record, &id, e);
	}
	l = standing;
	l.release_id = stated->release_id;
	lot_restate(&l, stated);
	if (same_lot(&standing, &l)) {
		im->counts.unchanged++;
		return true;
	}
	im->counts.changed++;
	return release_by_id(im->db, standing.release_id, record, &before, e) &&
	       restate_lot_within(im->db, im->change, &(struct lot_states){ &standing, &before },
		   &(struct lot_states){ &l, release }, record, e);
}

static bool take_row(void *ctx, const struct lot_listed *row, struct err *e)
{
	struct importing *im = ctx;
	struct str device = row->device.len ? row->device : im->what->device;
	const struct known_device *d;
	const struct release *release;
	SCOPED_ARENA record = { 0 };
	struct lot l;

	if (!device.len)
		return err_fail(e, ERR_INPUT,
			   "no device is named: neither in a column \"device\" nor with the file") ||
		       err_field(e, "device");
	if (!lot_read_row(row, &record, &l, e) || !known_device(&im->known, device, &d, e) ||
	    !known_release(d, row->release, &release, e))
		return false;
	l.release_id = release->id;
	return refuse_twin(im, &l, &record, e) && put_lot(im, &l, release, d, &record, e);
}

static bool note_import(struct importing *im, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);
	bool done;

	json_open_object(w);
	done = import_note_file(im->what->path, w, e);
	import_note_counts("lots", &im->counts, w);
	json_close_object(w);
	json_out_close(w);
	return done && change_note(im->change, "lot.import", STR("lots"), STR_NONE, buf_str(&out), e);
}

static bool import_within(struct importing *im, struct err *e)
{
	SCOPED_INPUT *in = NULL;

	return input_open_file(im->what->path, &in, e) &&
	       lot_rows_read(in, (struct lot_rows_sink){ im, take_row }, e) && note_import(im, e);
}

bool import_lots(struct db *db, const struct lot_import *what, struct change_by by, struct import_counts *out,
    struct err *e)
{
	SCOPED_INTERN *devices = intern_new(), *seen = intern_new();
	struct importing im = { .db = db, .what = what, .seen = seen };
	SCOPED_CHANGE *change = NULL;
	bool done;

	if (!change_open(db, &by, &change, e))
		return false;
	im.change = change;
	im.known = (struct known_devices){ .db = db, .arena = &im.arena, .names = devices };
	done = import_within(&im, e) && change_close(&change, e);
	*out = im.counts;
	arena_free(&im.arena);
	return done;
}
