/*
 * /api/v1/inspections - inspection packages, each made as a job, and checked (docs/man/inspection.md).
 */
#include "actions/clock.h"
#include "actions/reports/export_inspection.h"
#include "actions/reports/verify_package.h"
#include "base/memory.h"
#include "limits.h"
#include "server/body.h"
#include "server/jobs.h"
#include "server/permission.h"
#include "server/state.h"
#include "server/tables.h"
#include "server/upload.h"

#define CASEFILES_MOST 1000

struct packaging {
	struct arena arena;
	struct inspection_asked asked;
	struct change_by by;
};

static void packaging_free(void *of)
{
	struct packaging *p = of;

	arena_free(&p->arena);
	free(p);
}

static bool packaging_run(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct packaging *p = of;
	bool zip = p->asked.form == ARCHIVE_ZIP;
	SCOPED_BUF bytes = buf_new(LIMIT_INSPECTION_BYTES);
	struct job_file file = { .type = zip ? "application/zip" : "application/zstd",
		.name = zip ? STR("inspection.zip") : STR("inspection.tar.zst") };
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;

	p->by.at = instant_now();
	if (!export_inspection(db, &p->asked, p->by, &bytes, &digest, e))
		return false;
	file.bytes = buf_str(&bytes);
	if (!job_keep(job, &file, e))
		return false;
	json_open_object(result);
	json_field_text(result, "file", file.name);
	json_field_int(result, "size_bytes", (int64_t)bytes.len);
	json_field_text(result, "sha256", str_of(sha256_hex(&digest, hex)));
	json_close_object(result);
	return true;
}

static bool read_form(const struct body *b, enum archive_form *form, struct err *e)
{
	struct str word;

	if (!body_text(b, "form", &word, e))
		return false;
	*form = str_eq(word, STR("tar.zst")) ? ARCHIVE_TAR_ZST : ARCHIVE_ZIP;
	return !word.ptr || str_is_among(word, "zip|tar.zst") ||
	       err_fail(e, ERR_INPUT, "body: /form is zip or tar.zst, not \"" STR_FMT "\"", STR_ARG(word));
}

static bool read_asked(struct exchange *x, struct packaging *p, struct err *e)
{
	int64_t *ids = arena_alloc(&p->arena, CASEFILES_MOST, sizeof(*ids));
	struct str why;
	struct body b;

	p->asked.casefiles = ids;
	if (!body_read(x, "casefiles|form|why", &b, e) ||
	    !body_numbers(&b, "casefiles", ids, CASEFILES_MOST, &p->asked.count, e) ||
	    !read_form(&b, &p->asked.form, e) || !body_text(&b, "why", &why, e))
		return false;
	p->by = job_by(x, why, &p->arena);
	return p->asked.count > 0 ||
	       err_fail(e, ERR_INPUT, "body: /casefiles is missing: the numbers of casefiles");
}

static bool post_inspection(struct exchange *x, struct err *e)
{
	struct packaging *p = memory_alloc(1, sizeof(*p));
	struct job_work work = { "inspection.export", packaging_run, packaging_free, p };

	if (!permission_has(x, "inspection.export", STR("inspection"), e) || !read_asked(x, p, e)) {
		packaging_free(p);
		return false;
	}
	return job_begin(x, &work, e);
}

#define FAULTS_MOST 1000 /* that are named */

struct faults {
	struct json_out *w;
	size_t told;
};

static void put_fault(void *ctx, const char *says)
{
	struct faults *f = ctx;

	if (f->told++ < FAULTS_MOST)
		json_put_text(f->w, str_of(says));
}

static bool check_package(
    struct exchange *x, const struct upload *u, const struct sha256 *digest, struct err *e)
{
	struct package_known known = { digest, NULL };
	struct faults faults = { .w = answer_json(x) };
	struct package_verification v;
	struct json_out *w = faults.w;

	json_open_object(w);
	json_key(w, "faults");
	json_open_array(w);
	if (!verify_package(u->path, &known, (struct package_sink){ &faults, put_fault }, &v, e)) {
		json_out_drop(w);
		return upload_blame(u, e);
	}
	json_close_array(w);
	json_field_bool(w, "as_made", v.faults == 0);
	json_field_bool(w, "bound", v.is_bound);
	json_field_int(w, "fault_count", v.faults);
	json_field_int(w, "files", v.files);
	json_field_int(w, "entries", v.entries);
	json_field_int(w, "whole_entries", v.whole);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

/* Is a package as it was made? Nothing is kept of it. */
static bool post_check(struct exchange *x, struct err *e)
{
	struct sha256 digest;
	struct upload u;
	struct str hex;
	bool done;

	if (!exchange_query(x, "digest", &hex, e))
		return false;
	if (hex.ptr && !sha256_parse(hex, &digest))
		return err_fail(e, ERR_USAGE, "query: digest is no SHA-256 of 64 hexadecimal digits");
	if (!upload_take(x, &x->arena, &u, e))
		return false;
	done = check_package(x, &u, hex.ptr ? &digest : NULL, e);
	upload_end(&u);
	return done;
}

const struct route routes_inspections[] = {
	{ METHOD_POST, "/api/v1/inspections", post_inspection, 0, 0, "inspection.export" },
	{ METHOD_POST, "/api/v1/inspections/check", post_check, ROUTE_UPLOAD | ROUTE_SLOW, 0, NULL },
	{ 0 },
};
