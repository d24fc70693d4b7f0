/*
 * /api/v1/devices/{device}/releases and /lots - the software versions of a device, and which units run them
 * (docs/man/device.md).
 */
#include "actions/casework/restate_release.h"
#include "actions/field/device_view_json.h"
#include "actions/field/import_counts_json.h"
#include "actions/field/import_lots.h"
#include "actions/field/register.h"
#include "actions/field/register_lot.h"
#include "limits.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"
#include "server/upload.h"

static bool get_releases(struct exchange *x, struct err *e)
{
	struct release_listing l;
	struct json_out *w;
	struct page page;

	if (!release_listing(x->db, x->params[0], &x->arena, &l, e) || !page_of(x, l.count, &page, e))
		return false;
	w = page_begin(x);
	release_listing_json(w,
	    &(struct release_listing){ PAGE_FROM(l.releases, page), PAGE_FROM(l.units, page), page.count });
	return page_end(x, w, &page, e);
}

static bool answer_release(struct exchange *x, struct str version, struct err *e)
{
	struct release_units *units;
	struct release r;
	struct json_out *w;

	if (!release_named(x->db, x->params[0], version, &x->arena, &r, e) ||
	    !release_units(x->db, &r, 1, &x->arena, &units, e))
		return false;
	w = answer_json(x);
	release_json(w, &r, units);
	return answer_json_close(x, w, e);
}

static bool get_release(struct exchange *x, struct err *e)
{
	return answer_release(x, x->params[1], e);
}

static bool post_release(struct exchange *x, struct err *e)
{
	struct release r = { .units = -1 };
	struct device d;
	struct body b;
	struct str why;
	int64_t id;

	if (!body_read(x, "version|units|released_on|why", &b, e) ||
	    !body_needs_text(&b, "version", &r.version, e) ||
	    !body_number(&b, "units", 0, LIMIT_UNITS, &r.units, e) ||
	    !body_date(&b, "released_on", &r.released_on, e) || !body_text(&b, "why", &why, e) ||
	    !device_get(x->db, x->params[0], &x->arena, &d, e))
		return false;
	r.device_id = d.id;
	x->answer.status = 201;
	return register_release(x->db, &r, exchange_by(x, why), &id, e) && answer_release(x, r.version, e);
}

/* How many units there are, counted anew. */
static bool patch_release(struct exchange *x, struct err *e)
{
	struct release_count c = {
		.device = x->params[0], .version = x->params[1], .units = -1, .counted_on = DATE_NONE
	};
	struct str why;
	struct body b;

	if (!body_read(x, "units|counted_on|why", &b, e) ||
	    !body_number(&b, "units", 0, LIMIT_UNITS, &c.units, e) ||
	    !body_date(&b, "counted_on", &c.counted_on, e) || !body_text(&b, "why", &why, e))
		return false;
	if (c.units < 0)
		return err_fail(e, ERR_INPUT, "body: /units is missing");
	return restate_release(x->db, &c, exchange_by(x, why), e) && answer_release(x, c.version, e);
}

static bool get_lots(struct exchange *x, struct err *e)
{
	struct str release;
	struct lot_row *rows;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!exchange_query(x, "release", &release, e) ||
	    !lot_listing(x->db, x->params[0], release, &x->arena, &rows, &count, e) ||
	    !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	lot_listing_json(w, PAGE_FROM(rows, page), page.count);
	return page_end(x, w, &page, e);
}

/* A lot of the device of the address. */
static bool find_lot(struct exchange *x, int64_t id, struct lot_row *out, struct err *e)
{
	struct lot_row *rows;
	size_t count;

	if (!lot_listing(x->db, x->params[0], STR(""), &x->arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (rows[i].lot.id == id) {
			*out = rows[i];
			return true;
		}
	return err_fail(e, ERR_ABSENT, "the device has no lot %lld", (long long)id);
}

static bool answer_lot(struct exchange *x, int64_t id, struct err *e)
{
	struct lot_row row;
	struct json_out *w;

	if (!find_lot(x, id, &row, e))
		return false;
	w = answer_json(x);
	lot_row_json(w, &row);
	return answer_json_close(x, w, e);
}

static bool get_lot(struct exchange *x, struct err *e)
{
	int64_t id;

	return exchange_number(x, 1, &id, e) && answer_lot(x, id, e);
}

static bool read_text(const struct body *b, const char *key, struct str *out, struct err *e)
{
	if (!body_text(b, key, out, e))
		return false;
	*out = str_trim(*out);
	return true;
}

static bool read_lot(const struct body *b, struct lot *l, struct err *e)
{
	return read_text(b, "lot", &l->lot, e) && read_text(b, "serial_from", &l->serial_from, e) &&
	       read_text(b, "serial_to", &l->serial_to, e) &&
	       read_text(b, "model_number", &l->model_number, e) &&
	       body_date(b, "manufactured_on", &l->manufactured_on, e) &&
	       body_date(b, "expires_on", &l->expires_on, e) &&
	       body_number(b, "quantity", 0, LIMIT_UNITS, &l->quantity, e);
}

static bool post_lot(struct exchange *x, struct err *e)
{
	struct lot l = { .quantity = -1 };
	struct str version, why;
	struct release release;
	struct body b;

	if (!body_read(x,
		"release|lot|serial_from|serial_to|model_number|manufactured_on|expires_on|quantity|why", &b,
		e) ||
	    !body_needs_text(&b, "release", &version, e) || !read_lot(&b, &l, e) ||
	    !body_text(&b, "why", &why, e) ||
	    !release_named(x->db, x->params[0], version, &x->arena, &release, e))
		return false;
	l.release_id = release.id;
	x->answer.status = 201;
	return register_lot(x->db, &l, exchange_by(x, why), &l.id, e) && answer_lot(x, l.id, e);
}

/* A firm's own list of them. */
static bool put_lots(struct exchange *x, struct err *e)
{
	struct lot_import what = { .device = x->params[0] };
	struct import_counts counts;
	struct upload file;
	struct json_out *w;
	struct device d;
	struct str why;
	bool done;

	if (!exchange_query(x, "why", &why, e) || !device_get(x->db, what.device, &x->arena, &d, e) ||
	    !upload_take(x, &x->arena, &file, e))
		return false;
	what.path = file.path;
	done = import_lots(x->db, &what, exchange_by(x, why), &counts, e) || upload_blame(&file, e);
	upload_end(&file);
	if (!done)
		return false;
	w = answer_json(x);
	import_counts_json(w, &counts);
	return answer_json_close(x, w, e);
}

static bool patch_lot(struct exchange *x, struct err *e)
{
	struct lot_change c = { .quantity = -1 };
	struct lot_row standing;
	struct str why;
	struct body b;

	if (!body_read(x, "release|model_number|manufactured_on|expires_on|quantity|why", &b, e) ||
	    !exchange_number(x, 1, &c.id, e) || !body_text(&b, "release", &c.release, e) ||
	    !read_text(&b, "model_number", &c.model_number, e) ||
	    !body_date(&b, "manufactured_on", &c.manufactured_on, e) ||
	    !body_date(&b, "expires_on", &c.expires_on, e) ||
	    !body_number(&b, "quantity", 0, LIMIT_UNITS, &c.quantity, e) || !body_text(&b, "why", &why, e))
		return false;
	return find_lot(x, c.id, &standing, e) && restate_lot(x->db, &c, exchange_by(x, why), e) &&
	       answer_lot(x, c.id, e);
}

const struct route routes_releases[] = {
	{ METHOD_GET, "/api/v1/devices/{device}/releases", get_releases, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/devices/{device}/releases/{release}", get_release, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/devices/{device}/releases", post_release, 0, 0, "release.add" },
	{ METHOD_PATCH, "/api/v1/devices/{device}/releases/{release}", patch_release, 0, 0, "release.set" },
	{ METHOD_GET, "/api/v1/devices/{device}/lots", get_lots, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/devices/{device}/lots/{lot}", get_lot, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/devices/{device}/lots", post_lot, 0, 0, "lot.add" },
	{ METHOD_PUT, "/api/v1/devices/{device}/lots", put_lots, ROUTE_UPLOAD, 0, "lot.import" },
	{ METHOD_PATCH, "/api/v1/devices/{device}/lots/{lot}", patch_lot, 0, 0, "lot.set" },
	{ 0 },
};
