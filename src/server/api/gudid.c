/*
 * /api/v1/devices/import, /api/v1/gudid - what FDA's GUDID says of the devices (docs/man/device.md). Files of
 * it may have hundreds of MB: both are jobs.
 */
#include "actions/clock.h"
#include "actions/field/import_gudid_json.h"
#include "base/text.h"
#include "limits.h"
#include "server/permission.h"
#include "server/tables.h"
#include "server/upload_job.h"

#define DIS_MOST 1000 /* of one request */

struct gudid_job {
	struct upload_job up;
	struct str dis[DIS_MOST], device, company, brand;
	size_t di_count;
};

static bool run_import(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct gudid_job *g = of;
	struct gudid_import what = { .path = g->up.file.path,
		.called = upload_name(&g->up.file),
		.dis = g->dis,
		.di_count = g->di_count,
		.device = g->device };
	struct gudid_taken *taken;
	size_t count;

	(void)job;
	g->up.by.at = instant_now();
	if (!import_gudid(db, &what, g->up.by, &g->up.arena, &taken, &count, e))
		return upload_blame(&g->up.file, e);
	gudid_taken_json(result, taken, count);
	return true;
}

struct listing {
	struct json_out *w;
	size_t rows;
};

static bool list_device(void *ctx, const struct gudid_device *d, struct err *e)
{
	struct listing *l = ctx;

	(void)e;
	if (l->rows++ < LIMIT_PAGE_ROWS)
		gudid_device_json(l->w, d);
	return true;
}

static bool run_list(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct gudid_job *g = of;
	struct gudid_filter filter = { g->company, g->brand, g->dis, g->di_count };
	struct listing l = { .w = result };
	struct gudid_count count;

	(void)db;
	(void)job;
	json_open_object(result);
	json_key(result, "items");
	json_open_array(result);
	if (!gudid_walk(g->up.file.path, &filter, (struct gudid_sink){ &l, list_device, NULL }, &count, e))
		return upload_blame(&g->up.file, e);
	json_close_array(result);
	json_field_int(result, "count", (int64_t)l.rows);
	json_field_int(result, "records", (int64_t)count.records);
	json_field_int(result, "unreadable", (int64_t)count.bad);
	json_close_object(result);
	return true;
}

/* "00812345678903,00812345678910" */
static bool read_dis(struct exchange *x, struct gudid_job *g, struct str list, struct err *e)
{
	struct str di;

	(void)x;
	while (str_next(&list, ',', &di)) {
		if (!text_says(di))
			continue;
		if (g->di_count == DIS_MOST)
			return err_fail(e, ERR_LIMIT, "query: di names more than %d records", DIS_MOST);
		g->dis[g->di_count++] = arena_copy(&g->up.arena, str_trim(di));
	}
	return true;
}

static bool read_job(struct exchange *x, struct gudid_job **out, struct err *e)
{
	struct str dis, device, company, brand;
	struct gudid_job *g;

	if (!exchange_query(x, "di", &dis, e) || !exchange_query(x, "device", &device, e) ||
	    !exchange_query(x, "company", &company, e) || !exchange_query(x, "brand", &brand, e))
		return false;
	g = upload_job_new(x, sizeof(*g), e);
	if (!g)
		return false;
	g->device = arena_copy(&g->up.arena, device);
	g->company = arena_copy(&g->up.arena, company);
	g->brand = arena_copy(&g->up.arena, brand);
	if (!read_dis(x, g, dis, e)) {
		upload_job_free(g);
		return false;
	}
	*out = g;
	return true;
}

static bool post_import(struct exchange *x, struct err *e)
{
	struct gudid_job *g;

	if (!permission_has(x, "device.import", STR("devices"), e) || !read_job(x, &g, e))
		return false;
	if (g->di_count == 0) {
		upload_job_free(g);
		return err_fail(e, ERR_USAGE,
		    "query: di is missing: which records, with commas between; POST /api/v1/gudid shows what "
		    "the file has");
	}
	return job_begin(x, &(struct job_work){ "device.import", run_import, upload_job_free, g }, e);
}

/* Nothing is changed. */
static bool post_list(struct exchange *x, struct err *e)
{
	struct gudid_job *g;

	return read_job(x, &g, e) &&
	       job_begin(x, &(struct job_work){ "device.records", run_list, upload_job_free, g }, e);
}

const struct route routes_gudid[] = {
	{ METHOD_POST, "/api/v1/devices/import", post_import, ROUTE_UPLOAD, 0, "device.import" },
	{ METHOD_POST, "/api/v1/gudid", post_list, ROUTE_UPLOAD, 0, NULL },
	{ 0 },
};
