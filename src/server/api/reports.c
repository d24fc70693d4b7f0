/*
 * /api/v1/reports/... - reports to FDA, customers and an ISAO, drafted from a casefile; the periodic report
 * of a device.
 */
#include "actions/duties/report_periodic.h"
#include "actions/intake/signal_json.h"
#include "actions/reports/report_issue.h"
#include "base/number.h"
#include "reports/fda/customer_notice.h"
#include "reports/fda/isao_submission.h"
#include "server/body.h"
#include "server/documents.h"
#include "server/periods.h"
#include "server/tables.h"

/* A report that is drafted from one casefile. */
typedef bool make_report(struct exchange *x, const struct fda_case *c, struct document **out, struct err *e);

/* Of those that can be issued a draft. */
static bool make_issued(struct exchange *x, const struct fda_case *c, struct document **out, struct err *e)
{
	struct correction_report r;
	int64_t event = 0;

	if (!exchange_query_number(x, "event", 1, INT64_MAX, &event, e) ||
	    !report_issue_make(x->params[1], event, c, &x->arena, &r, e))
		return false;
	*out = r.document;
	return true;
}

static bool make_isao(struct exchange *x, const struct fda_case *c, struct document **out, struct err *e)
{
	(void)e;
	*out = isao_submission(c, &x->arena);
	return true;
}

static bool make_notice(struct exchange *x, const struct fda_case *c, struct document **out, struct err *e)
{
	struct customer_notice n;

	(void)e;
	customer_notice_make(c, &x->arena, &n);
	*out = n.document;
	return true;
}

static bool make_recipients(
    struct exchange *x, const struct fda_case *c, struct document **out, struct err *e)
{
	(void)e;
	*out = customer_notice_recipients(c, &x->arena);
	return true;
}

static const struct {
	const char *kind;
	make_report *make;
} kinds[] = {
	{ "806", make_issued },
	{ "806-amendment", make_issued },
	{ "806.20", make_issued },
	{ "isao", make_isao },
	{ "mdr", make_issued },
	{ "notice", make_notice },
	{ "recipients", make_recipients },
};

#define KINDS "806, 806-amendment, 806.20, isao, mdr, notice, recipients"

static make_report *find_kind(struct str word)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (str_eq(word, str_of(kinds[i].kind)))
			return kinds[i].make;
	return NULL;
}

/* Of a casefile: a draft. */
static bool get_case_report(struct exchange *x, struct err *e)
{
	make_report *make = find_kind(x->params[1]);
	struct date today = DATE_NONE;
	struct document_form form = { 0 };
	struct document *d;
	struct fda_case c;
	int64_t id;

	if (!make)
		return err_fail(e, ERR_ABSENT, "there is no report \"" STR_FMT "\"; there are " KINDS,
		    STR_ARG(x->params[1]));
	if (!exchange_number(x, 0, &id, e) || !exchange_query_date(x, "today", &today, e) ||
	    !report_fda(x->db, id, today, x->at, &x->arena, &c, e) || !make(x, &c, &d, e))
		return false;
	form.name = arena_text(&x->arena,
	    arena_printf(&x->arena, STR_FMT "-casefile-%lld", STR_ARG(x->params[1]), (long long)id));
	return document_answer(x, d, &form, e);
}

/* event: of an MDR, by its record; 0 where none is named. */
static bool read_issuing(
    struct exchange *x, struct document_shape *shape, int64_t *event, struct str *why, struct err *e)
{
	struct body b;

	return body_read(x, "format|paper|event|why", &b, e) && document_shape_read(&b, shape, e) &&
	       body_number(&b, "event", 1, INT64_MAX, event, e) && body_text(&b, "why", why, e);
}

/* What was issued, with what is to be said before it is handed over. */
static bool answer_issued(struct exchange *x, int64_t casefile, const struct correction_report *r,
    const struct report_issued *issued, struct err *e)
{
	char hex[SHA256_HEX_SIZE];
	struct signal *embargoes;
	struct json_out *w;
	size_t count;

	if (!signal_embargoes(x->db, casefile, x->at, &x->arena, &embargoes, &count, e))
		return false;
	x->answer.status = 201;
	answer_header(x, "Location",
	    arena_printf(&x->arena, "/api/v1/casefiles/%lld/attachments/%lld", (long long)casefile,
		(long long)issued->record));
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "record", issued->record);
	json_field_optional(w, "number", r->number);
	json_field_text(w, "file", issued->file.name);
	json_field_text(w, "sha256", str_of(sha256_hex(&issued->digest, hex)));
	json_field_text_or_null(w, "waits", issued->waits);
	json_key(w, "embargoes");
	signal_embargoes_json(w, embargoes, count);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

/* The file is kept, and handed out by the address that is told. */
static bool post_case_report(struct exchange *x, struct err *e)
{
	struct document_shape shape = { 0 };
	struct correction_report r;
	struct report_issued issued;
	struct fda_case c;
	struct str why;
	int64_t id, event = 0;

	return exchange_number(x, 0, &id, e) && read_issuing(x, &shape, &event, &why, e) &&
	       report_fda(x->db, id, DATE_NONE, x->at, &x->arena, &c, e) &&
	       report_issue_make(x->params[1], event, &c, &x->arena, &r, e) &&
	       report_issue(x->db, &c, &r, &shape, exchange_by(x, why), &x->arena, &issued, e) &&
	       answer_issued(x, id, &r, &issued, e);
}

static bool get_periodic(struct exchange *x, struct err *e)
{
	struct document_form form = { .name = "periodic-report" };
	struct window period = { 0 };
	struct document *d;

	return period_read(x, &period, e) &&
	       report_periodic(x->db, x->params[0], period, x->at, &x->arena, &d, e) &&
	       document_answer(x, d, &form, e);
}

const struct route routes_reports[] = {
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/reports/{kind}", get_case_report, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/reports/{kind}", post_case_report, 0, 0,
	    "casefile.report" },
	{ METHOD_GET, "/api/v1/devices/{device}/periodic-report", get_periodic, ROUTE_SLOW, 0, NULL },
	{ 0 },
};
