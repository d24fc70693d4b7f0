/*
 * /api/v1/consignees - who received devices (docs/man/device.md).
 */
#include "actions/casework/restate_register.h"
#include "actions/field/add_consignee.h"
#include "actions/field/import_consignees.h"
#include "actions/field/import_counts_json.h"
#include "actions/reports/consignee_list.h"
#include "server/body.h"
#include "server/page.h"
#include "server/tables.h"
#include "server/upload.h"

static bool read_query(struct exchange *x, struct consignee_query *q, struct str *personal, struct err *e)
{
	*q = (struct consignee_query){ .now = x->at };
	if (!exchange_query(x, "device", &q->device, e) || !exchange_query(x, "release", &q->release, e) ||
	    !exchange_query_number(x, "casefile", 1, INT64_MAX, &q->casefile, e) ||
	    !exchange_query(x, "personal_data", personal, e))
		return false;
	if (q->casefile && q->device.len)
		return err_fail(
		    e, ERR_USAGE, "query: casefile has its device: device is not given beside it");
	return !q->release.len || q->device.len ||
	       err_fail(e, ERR_USAGE, "query: release needs the device that it is of");
}

static bool get_consignees(struct exchange *x, struct err *e)
{
	struct consignee_listing l;
	struct consignee_query q;
	struct str personal;
	struct json_out *w;
	struct page page;

	if (!read_query(x, &q, &personal, e) || !consignee_listing(x->db, &q, &x->arena, &l, e) ||
	    !page_of(x, l.report.count, &page, e))
		return false;
	w = page_begin(x);
	consignees_json(PAGE_FROM(l.report.consignees, page), page.count, !str_eq(personal, STR("no")), w);
	json_field_int(w, "units", l.report.units);
	return page_end(x, w, &page, e);
}

static bool answer_consignee(struct exchange *x, struct str account, struct err *e)
{
	struct consignee_holdings c;
	struct json_out *w;

	if (!consignee_holdings(x->db, account, &x->arena, &c, e))
		return false;
	w = answer_json(x);
	consignee_json(&c, true, w);
	return answer_json_close(x, w, e);
}

static bool get_consignee(struct exchange *x, struct err *e)
{
	return answer_consignee(x, x->params[0], e);
}

/* By hand, as a row of a list states one. */
static bool put_consignee(struct exchange *x, struct err *e)
{
	struct consignee_row row = { .account = str_trim(x->params[0]) };
	struct str keys = STR("why"), why;
	struct body b;

	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		keys = arena_printf(&x->arena, "%.*s|%s", (int)keys.len, keys.ptr, f->name);
	if (!body_read(x, keys.ptr, &b, e) || !body_text(&b, "why", &why, e))
		return false;
	for (const struct consignee_field *f = consignee_fields; f->name; f++) {
		struct str text;

		if (!body_text(&b, f->name, &text, e))
			return false;
		*(struct str *)((char *)&row + f->row) = str_trim(text);
	}
	x->answer.status = 201;
	return add_consignee(x->db, &row, exchange_by(x, why), e) && answer_consignee(x, row.account, e);
}

static bool post_consignees(struct exchange *x, struct err *e)
{
	struct consignee_import made;
	struct upload file;
	struct json_out *w;
	struct str why;
	bool done;

	if (!exchange_query(x, "why", &why, e) || !upload_take(x, &x->arena, &file, e))
		return false;
	done = restate_consignees(x->db, file.path, exchange_by(x, why), &made, e) || upload_blame(&file, e);
	upload_end(&file);
	if (!done)
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_key(w, "consignees");
	import_counts_json(w, &made.consignees);
	json_key(w, "shipments");
	import_counts_json(w, &made.shipments);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

const struct route routes_consignees[] = {
	{ METHOD_GET, "/api/v1/consignees", get_consignees, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/consignees", post_consignees, ROUTE_UPLOAD, 0, "consignee.import" },
	{ METHOD_GET, "/api/v1/consignees/{account}", get_consignee, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/consignees/{account}", put_consignee, 0, 0, "consignee.add" },
	{ 0 },
};
