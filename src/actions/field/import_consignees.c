#include "actions/field/import_consignees.h"

#include "actions/field/consignees_digest.h"
#include "actions/field/import_note.h"
#include "actions/field/known_releases.h"
#include "base/intern.h"
#include "base/text.h"
#include "limits.h"
#include "reports/consignee_json.h"
#include "store/change.h"
#include "store/consignees.h"
#include "store/devices.h"

/* A consignee that the list has named. */
struct listed {
	struct consignee stands; /* as it is in the store by now */
	struct consignee stated; /* what the list says */
	bool changed, added;
};

struct importing {
	struct db *db;
	struct str why; /* of the change; may be empty */
	struct change *change;
	struct arena arena; /* of the whole import */
	struct intern *accounts, *shipments;
	struct listed *listed; /* by the number of the account */
	size_t listed_room;
	struct known_devices known;
	struct consignee_import counts;
};

static bool find_release(const struct known_device *d, struct str version, int64_t *id, struct err *e)
{
	const struct release *release;

	*id = 0;
	if (version.len == 0)
		return true;
	if (!known_release(d, version, &release, e))
		return false;
	*id = release->id;
	return true;
}

static struct str version_of(const struct known_device *d, int64_t release_id)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->releases[i].id == release_id)
			return d->releases[i].version;
	return STR("");
}

static struct str difference(
    const struct consignee *c, const struct consignee *other, struct arena *arena, size_t *count)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	*count = consignee_json_different(c, other, w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

/* Does the list say two things of one account? */
static bool refuse_contradiction(struct listed *l, const struct consignee_row *row, struct err *e)
{
	for (const struct consignee_field *f = consignee_fields; f->name; f++) {
		struct str now = *(const struct str *)((const char *)row + f->row);
		struct str before = consignee_text(&l->stated, f);

		if (now.len && before.len && !str_eq(now, before))
			return err_fail(e, ERR_INPUT,
			    "%s of account \"" STR_FMT "\" is \"" STR_FMT "\" here, and \"" STR_FMT
			    "\" in an earlier row",
			    f->name, STR_ARG(row->account), STR_ARG(now), STR_ARG(before));
	}
	return true;
}

static void keep_stated(struct listed *l, const struct consignee_row *row, struct arena *arena)
{
	for (const struct consignee_field *f = consignee_fields; f->name; f++) {
		struct str now = *(const struct str *)((const char *)row + f->row);

		if (now.len && consignee_text(&l->stated, f).len == 0)
			consignee_put(&l->stated, f, arena_copy(arena, now));
	}
}

/* What the row says over what stands; a consignee that was there leaves an entry. */
static bool put_consignee(struct importing *im, struct listed *l, const struct consignee_row *row,
    struct arena *record, struct err *e)
{
	struct consignee old = l->stands;
	struct str before, after;
	size_t altered;

	if (!consignee_read_row(row, &l->stands, &im->arena, e))
		return false;
	if (old.id == 0) {
		l->added = true;
		return consignee_add(im->db, &l->stands, &l->stands.id, e);
	}
	before = difference(&old, &l->stands, record, &altered);
	after = difference(&l->stands, &old, record, &altered);
	if (altered == 0)
		return true;
	if (!consignee_set(im->db, &l->stands, e))
		return false;
	if (l->added) /* a further row of a new one tells more of it */
		return true;
	l->changed = true;
	return change_note(im->change, "consignee.set",
	    arena_printf(record, "consignee %lld", (long long)l->stands.id), before, after, e);
}

static bool take_account(
    struct importing *im, const struct consignee_row *row, struct listed **out, struct err *e)
{
	uint32_t number = intern_find(im->accounts, row->account);

	if (!consignee_check_account(row->account, e))
		return false;
	if (number == INTERN_NONE) {
		struct listed new = { 0 };

		if (!consignee_find(im->db, row->account, &im->arena, &new.stands, e))
			return false;
		new.stands.account = arena_copy(&im->arena, row->account);
		number = intern_add(im->accounts, row->account);
		im->listed =
		    arena_room(&im->arena, im->listed, number, &im->listed_room, sizeof(*im->listed));
		im->listed[number] = new;
	}
	*out = &im->listed[number];
	return true;
}

static struct str shipment_record(
    const struct shipment *s, const struct consignee *c, const struct known_device *d, struct arena *record)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_text(w, "account", c->account);
	shipment_json_fields(s, d->device.name, version_of(d, s->release_id), w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(record, buf_str(&out));
}

static bool same_shipment(const struct shipment *a, const struct shipment *b)
{
	return a->device_id == b->device_id && a->release_id == b->release_id && str_eq(a->lot, b->lot) &&
	       str_eq(a->serial_from, b->serial_from) && str_eq(a->serial_to, b->serial_to) &&
	       a->shipped_on.days == b->shipped_on.days && a->quantity == b->quantity &&
	       a->returned == b->returned;
}

/* Records are kept by the last distribution of the device: it does not move back without a reason. */
static bool refuse_earlier(
    struct importing *im, const struct shipment *old, const struct shipment *s, struct err *e)
{
	char was[DATE_TEXT_SIZE], is[DATE_TEXT_SIZE];
	struct date newest;

	if (text_says(im->why) || !date_is_known(old->shipped_on) || !date_is_known(s->shipped_on) ||
	    s->shipped_on.days >= old->shipped_on.days)
		return true;
	if (!shipment_newest(im->db, old->device_id, old->shipped_on, &newest, e))
		return false;
	return newest.days != old->shipped_on.days ||
	       err_fail(e, ERR_CONFLICT,
		   "the last shipment of the device went out on %s: an earlier day, %s, needs a reason",
		   date_write(old->shipped_on, was), date_write(s->shipped_on, is)) ||
	       err_field(e, "why");
}

/* s over the one that stands in its place. */
static bool change_shipment(struct importing *im, const struct shipment *old, struct shipment *s,
    const struct known_device *d, const struct consignee *c, struct arena *record, struct err *e)
{
	struct known_device before = { 0 };

	s->id = old->id;
	/* a list without that column does not take back what is known */
	if (s->release_id == 0 && s->device_id == old->device_id)
		s->release_id = old->release_id;
	if (same_shipment(old, s)) {
		im->counts.shipments.unchanged++;
		return true;
	}
	im->counts.shipments.changed++;
	if (!refuse_earlier(im, old, s, e) ||
	    !device_by_id(im->db, old->device_id, record, &before.device, e) ||
	    !release_list(im->db, old->device_id, record, &before.releases, &before.count, e) ||
	    !shipment_set(im->db, s, e))
		return false;
	return change_note(im->change, "shipment.set",
	    arena_printf(record, "shipment %lld", (long long)s->id), shipment_record(old, c, &before, record),
	    shipment_record(s, c, d, record), e);
}

/* Twice in one list would be one shipment less than there is. */
static bool refuse_twin(struct importing *im, const struct shipment *s, struct arena *record, struct err *e)
{
	struct str identity = shipment_identity(s, record);

	if (intern_find(im->shipments, identity) != INTERN_NONE)
		return err_fail(e, ERR_INPUT,
		    "an earlier row has the same shipment: a column \"shipment\" with a number for each "
		    "tells "
		    "them apart");
	intern_add(im->shipments, identity);
	return true;
}

static bool put_shipment(struct importing *im, struct shipment *s, const struct known_device *d,
    const struct consignee *c, struct arena *record, struct err *e)
{
	struct shipment old;

	if (!refuse_twin(im, s, record, e) || !shipment_find(im->db, s, record, &old, e))
		return false;
	if (old.id)
		return change_shipment(im, &old, s, d, c, record, e);
	im->counts.shipments.added++;
	return shipment_add(im->db, s, &s->id, e);
}

static bool take_row(void *ctx, const struct consignee_row *row, struct err *e)
{
	struct importing *im = ctx;
	SCOPED_ARENA record = { 0 };
	const struct known_device *d;
	struct shipment s;
	struct listed *l;
	bool has;

	if (!take_account(im, row, &l, e) || !refuse_contradiction(l, row, e) ||
	    !put_consignee(im, l, row, &record, e) || !shipment_read_row(row, &s, &has, &record, e))
		return false;
	keep_stated(l, row, &im->arena);
	if (!has)
		return true;
	s.consignee_id = l->stands.id;
	if (!known_device(&im->known, row->device, &d, e) || !find_release(d, row->release, &s.release_id, e))
		return false;
	s.device_id = d->device.id;
	return put_shipment(im, &s, d, &l->stands, &record, e);
}

static void count_consignees(struct importing *im)
{
	struct import_counts *counts = &im->counts.consignees;

	for (uint32_t i = 0; i < intern_count(im->accounts); i++)
		if (im->listed[i].added)
			counts->added++;
		else if (im->listed[i].changed)
			counts->changed++;
		else
			counts->unchanged++;
}

static bool note_import(struct importing *im, const char *path, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);
	char hex[SHA256_HEX_SIZE];
	struct sha256 stands;
	bool done;

	json_open_object(w);
	done = import_note_file(path, w, e) && consignees_digest(im->db, &im->arena, &stands, e);
	import_note_counts("consignees", &im->counts.consignees, w);
	import_note_counts("shipments", &im->counts.shipments, w);
	if (done)
		json_field_text(w, "stands", str_of(sha256_hex(&stands, hex)));
	json_close_object(w);
	json_out_close(w);
	return done &&
	       change_note(im->change, "consignee.import", STR("consignees"), STR_NONE, buf_str(&out), e);
}

static bool import_within(struct importing *im, const char *path, struct err *e)
{
	SCOPED_INPUT *in = NULL;

	if (!input_open_file(path, &in, e) ||
	    !consignee_rows_read(in, (struct consignee_rows_sink){ im, take_row }, e))
		return false;
	count_consignees(im);
	return note_import(im, path, e);
}

bool import_consignees_within(struct db *db, struct change *change, const char *path, struct change_by by,
    struct consignee_import *out, struct err *e)
{
	SCOPED_INTERN *accounts = intern_new(), *devices = intern_new(), *shipments = intern_new();
	struct importing im = {
		.db = db, .change = change, .why = by.why, .accounts = accounts, .shipments = shipments
	};
	bool done;

	im.known = (struct known_devices){ .db = db, .arena = &im.arena, .names = devices };
	done = import_within(&im, path, e);
	*out = im.counts;
	arena_free(&im.arena);
	return done;
}
