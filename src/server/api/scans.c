/*
 * /api/v1/scan - which vulnerabilities touch the components of an SBOM that is handed in (docs/man/scan.md).
 * Nothing is kept of it.
 */
#include "actions/firm_day.h"
#include "actions/sboms/scan_file.h"
#include "server/scan_forms.h"
#include "server/tables.h"
#include "server/upload.h"

struct asked {
	const struct scan_form *form;
	struct date today;
	bool hints;
};

static bool read_asked(struct exchange *x, struct asked *out, struct err *e)
{
	struct date today = DATE_NONE;
	struct str hints;

	if (!scan_form_find(x, "json", &out->form, e) || !exchange_query(x, "hints", &hints, e) ||
	    !exchange_query_date(x, "today", &today, e) || !firm_day(x->db, today, x->at, &out->today, e))
		return false;
	out->hints = str_eq(hints, STR("1"));
	if (hints.ptr && !str_is_among(hints, "0|1"))
		return err_fail(e, ERR_USAGE, "query: hints is 0 or 1");
	return !out->hints || scan_form_has_hints(out->form) ||
	       err_fail(
		   e, ERR_USAGE, "query: hints go with format=json: the other forms hold findings alone");
}

/* What the terminal says beside the findings; the forms have no place for it (RFC 7234, 5.5). */
static void note(struct exchange *x, const struct scan_file_notes *notes)
{
	if (notes->releases > 1)
		answer_header(x, "Warning",
		    arena_printf(&x->arena,
			"299 - \"%zu releases have this SBOM: what was decided for one of them is not "
			"applied\"",
			notes->releases));
}

static bool scan_loaded(struct exchange *x, const struct loaded_sbom *sbom, const struct asked *asked,
    struct str called, struct err *e)
{
	SCOPED_SCAN_FILE *file = NULL;
	struct scan_answer answer = { 0 };

	if (!scan_file_open(x->db, sbom, asked->today, &file, e))
		return false;
	answer.about = scan_file_about(file);
	answer.about.file = called;
	answer.rows = scan_file_rows(file);
	if (asked->hints)
		answer.hints = scan_file_hints(file);
	note(x, scan_file_notes(file));
	return scan_form_answer(x, asked->form, &answer, e);
}

static bool scan_upload(struct exchange *x, const struct upload *u, const struct asked *asked, struct err *e)
{
	SCOPED_LOADED_SBOM sbom = { 0 };
	bool done;

	if (!load_sbom(u->path, &x->arena, &sbom, e))
		return upload_blame(u, e);
	if (!db_read_begin(x->db, e))
		return false;
	done = scan_loaded(x, &sbom, asked, upload_name(u), e);
	db_read_end(x->db);
	return done || upload_blame(u, e);
}

static bool post_scan(struct exchange *x, struct err *e)
{
	struct asked asked;
	struct upload u;
	bool done;

	if (!read_asked(x, &asked, e) || !upload_take(x, &x->arena, &u, e))
		return false;
	done = scan_upload(x, &u, &asked, e);
	upload_end(&u);
	return done;
}

const struct route routes_scans[] = {
	{ METHOD_POST, "/api/v1/scan", post_scan, ROUTE_UPLOAD | ROUTE_SLOW, 0, NULL },
	{ 0 },
};
