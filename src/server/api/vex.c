/*
 * /api/v1/vex - suppliers' statements: taken as a job, and what became of each (docs/man/vex.md).
 */
#include "actions/clock.h"
#include "actions/vex/vex_import.h"
#include "actions/vex/vex_list_json.h"
#include "server/page.h"
#include "server/permission.h"
#include "server/tables.h"
#include "server/upload_job.h"

struct vex_job {
	struct upload_job up;
	struct str device, release;
	bool dry_run;
};

static bool run(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct vex_job *v = of;
	struct vex_import what = { .paths = &v->up.file.path,
		.count = 1,
		.device = v->device,
		.release = v->release,
		.called = upload_name(&v->up.file),
		.dry_run = v->dry_run };
	struct vex_report *reports;
	size_t count;

	(void)job;
	v->up.by.at = instant_now();
	if (!vex_import(db, &what, v->up.by, &v->up.arena, &reports, &count, e))
		return upload_blame(&v->up.file, e);
	json_open_object(result);
	vex_totals_write(reports, count, result);
	json_key(result, "documents");
	vex_reports_write(reports, count, result);
	json_close_object(result);
	return true;
}

static bool post_vex(struct exchange *x, struct err *e)
{
	struct str device, release, dry_run;
	struct vex_job *v;

	if (!permission_has(x, "vex.import", STR("vex documents"), e) ||
	    !exchange_query(x, "device", &device, e) || !exchange_query(x, "release", &release, e) ||
	    !exchange_query(x, "dry_run", &dry_run, e))
		return false;
	if (release.len && !device.len)
		return err_fail(e, ERR_USAGE, "query: release needs the device that it is of");
	if (dry_run.ptr && !str_is_among(dry_run, "0|1"))
		return err_fail(e, ERR_USAGE, "query: dry_run is 0 or 1");
	v = upload_job_new(x, sizeof(*v), e);
	if (!v)
		return false;
	v->device = arena_copy(&v->up.arena, device);
	v->release = arena_copy(&v->up.arena, release);
	v->dry_run = str_eq(dry_run, STR("1"));
	return job_begin(x, &(struct job_work){ "vex.import", run, upload_job_free, v }, e);
}

static bool get_list(struct exchange *x, struct err *e)
{
	struct vex_document *documents;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!vex_document_list(x->db, &x->arena, &documents, &count, e) || !page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	vex_list_json(w, PAGE_FROM(documents, page), page.count);
	return page_end(x, w, &page, e);
}

/* As it was when the document was taken. */
static bool get_report(struct exchange *x, struct err *e)
{
	struct json_out *w;
	struct str report;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !vex_document_report(x->db, id, &x->arena, &report, e))
		return false;
	w = answer_json(x);
	json_put_written(w, report);
	return answer_json_close(x, w, e);
}

const struct route routes_vex[] = {
	{ METHOD_GET, "/api/v1/vex", get_list, 0, 0, NULL },
	{ METHOD_POST, "/api/v1/vex", post_vex, ROUTE_UPLOAD, 0, "vex.import" },
	{ METHOD_GET, "/api/v1/vex/{document}", get_report, 0, 0, NULL },
	{ 0 },
};
