/*
 * /api/v1/feeds/import, /api/v1/casefiles/{casefile}/attachments - files that are handed in.
 */
#include "actions/clock.h"
#include "actions/feeds/feed_json.h"
#include "actions/feeds/import_feed.h"
#include "actions/trail/attach.h"
#include "limits.h"
#include "server/permission.h"
#include "server/tables.h"
#include "server/upload_job.h"

#define TELL_EVERY 500

static void tell_document(void *ctx, struct str name, const char *feed, const struct import_report *so_far)
{
	size_t records = 0;
	struct str folder;

	(void)feed;
	str_cut_last(&name, '/', &folder); /* where it lies here says nothing to anybody */
	for (size_t i = 0; i < PUT_RESULT_COUNT; i++)
		records += so_far->records[i];
	if (so_far->documents % TELL_EVERY == 1 || so_far->documents < TELL_EVERY)
		job_tell(ctx, (int64_t)records, name);
}

static bool import_run(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct upload_job *import = of;
	struct import_talk talk = { job, NULL, tell_document, upload_name(&import->file) };
	struct import_report report;

	import->by.at = instant_now();
	if (!import_feeds(db, &import->file.path, 1, import->by, talk, &report, e))
		return upload_blame(&import->file, e);
	import_report_json(result, &report);
	return true;
}

static bool post_feed(struct exchange *x, struct err *e)
{
	struct upload_job *import;

	if (!permission_has(x, "feed.import", STR("feeds"), e))
		return false;
	import = upload_job_new(x, sizeof(*import), e);
	return import &&
	       job_begin(x, &(struct job_work){ "feed.import", import_run, upload_job_free, import }, e);
}

static bool post_attachment(struct exchange *x, struct err *e)
{
	struct attaching a = { 0 };
	struct sha256 digest;
	struct upload file;
	char hex[SHA256_HEX_SIZE];
	struct json_out *w;
	struct str why;
	int64_t record;
	bool done;

	if (!exchange_number(x, 0, &a.casefile_id, e) || !exchange_query(x, "text", &a.text, e) ||
	    !exchange_query(x, "why", &why, e) || !upload_take(x, &x->arena, &file, e))
		return false;
	a.path = file.path;
	done = case_attach(x->db, &a, exchange_by(x, why), &record, &digest, e);
	upload_end(&file);
	if (!done)
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "record", record);
	json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
	json_close_object(w);
	x->answer.status = 201;
	return answer_json_close(x, w, e);
}

/* As a file to be kept: what it holds is somebody else's and is shown by nobody here. */
static bool get_attachment(struct exchange *x, struct err *e)
{
	int64_t id, record;
	struct str name;

	if (!exchange_number(x, 0, &id, e) || !exchange_number(x, 1, &record, e))
		return false;
	x->answer.body = buf_new(LIMIT_ATTACHMENT_BYTES);
	if (!case_attachment(x->db, id, record, &x->arena, &x->answer.body, &name, e))
		return false;
	x->answer.type = "application/octet-stream";
	x->answer.status = 200;
	answer_header(x, "Content-Disposition",
	    arena_printf(&x->arena, "attachment; filename=\"casefile-%lld-attachment-%lld-" STR_FMT "\"",
		(long long)id, (long long)record, STR_ARG(attachment_plain_name(name, &x->arena))));
	return true;
}

const struct route routes_imports[] = {
	{ METHOD_POST, "/api/v1/feeds/import", post_feed, ROUTE_UPLOAD, 0, "feed.import" },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/attachments", post_attachment, ROUTE_UPLOAD, 0,
	    "casefile.attachment" },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/attachments/{record}", get_attachment, ROUTE_SLOW, 0,
	    NULL },
	{ 0 },
};
