/*
 * /api/v1/casefiles/{casefile}/... - what is worked out about a casefile: drift, siblings, rubric, SSVC,
 * progress; and its report.
 */
#include "actions/casework/case_drift_json.h"
#include "actions/casework/case_rubric_json.h"
#include "actions/casework/case_siblings_json.h"
#include "actions/casework/case_ssvc.h"
#include "actions/casework/case_ssvc_json.h"
#include "actions/casework/rollout.h"
#include "actions/casework/rubric_answers.h"
#include "actions/reports/report_casefile.h"
#include "reports/casefile_document.h"
#include "reports/casefile_json.h"
#include "reports/metrics/metrics_report.h"
#include "server/body.h"
#include "server/documents.h"
#include "server/page.h"
#include "server/tables.h"
#include "store/casefiles.h"

static bool view_of(struct exchange *x, struct case_view *view, struct err *e)
{
	struct date today = DATE_NONE;
	int64_t id;

	return exchange_number(x, 0, &id, e) && exchange_query_date(x, "today", &today, e) &&
	       case_view(x->db, id, today, x->at, &x->arena, view, e);
}

static bool get_drift(struct exchange *x, struct err *e)
{
	struct case_drift drift;
	struct case_view view;
	struct json_out *w;

	if (!view_of(x, &view, e) || !case_drift_of(x->db, &view, &x->arena, &drift, e))
		return false;
	w = answer_json(x);
	case_drift_json(w, &drift, 1, &x->arena);
	return answer_json_close(x, w, e);
}

/* Of all casefiles. */
static bool get_all_drift(struct exchange *x, struct err *e)
{
	struct date today = DATE_NONE;
	struct case_drift *rows;
	struct json_out *w;
	struct page page;
	size_t count;

	if (!exchange_query_date(x, "today", &today, e) ||
	    !case_drift_list(x->db, today, x->at, &x->arena, &rows, &count, e))
		return false;
	if (!page_of(x, count, &page, e))
		return false;
	w = page_begin(x);
	case_drift_json(w, PAGE_FROM(rows, page), page.count, &x->arena);
	return page_end(x, w, &page, e);
}

static bool get_siblings(struct exchange *x, struct err *e)
{
	struct date today = DATE_NONE;
	struct case_siblings siblings;
	struct json_out *w;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !exchange_query_date(x, "today", &today, e) ||
	    !case_siblings(x->db, id, today, x->at, &x->arena, &siblings, e))
		return false;
	w = answer_json(x);
	case_siblings_json(w, &siblings);
	return answer_json_close(x, w, e);
}

static bool records_of(struct exchange *x, struct case_record **records, size_t *count, struct err *e)
{
	struct casefile casefile;
	int64_t id;

	return exchange_number(x, 0, &id, e) && casefile_get(x->db, id, &x->arena, &casefile, e) &&
	       casefile_records(x->db, id, &x->arena, records, count, e);
}

static bool answer_rubric(struct exchange *x, const struct case_rubric *r, struct err *e)
{
	struct json_out *w = answer_json(x);

	case_rubric_json(w, r, &x->arena);
	return answer_json_close(x, w, e);
}

static bool get_rubric(struct exchange *x, struct err *e)
{
	struct case_rubric r;
	int64_t id;

	return exchange_number(x, 0, &id, e) && case_rubric_of(x->db, id, &x->arena, &r, e) &&
	       answer_rubric(x, &r, e);
}

static bool read_version(
    const struct body *b, enum cvss_version *version, struct case_rubric_keeping *k, struct err *e)
{
	struct str word;

	if (!body_text(b, "cvss_version", &word, e))
		return false;
	if (!word.ptr)
		return true;
	k->version = version;
	return cvss_version_find(word, version) ||
	       err_fail(
		   e, ERR_INPUT, "body: /cvss_version is 3.0 or 3.1, not \"" STR_FMT "\"", STR_ARG(word));
}

static bool read_unknown(const struct body *b, bool *is_low, struct case_rubric_keeping *k, struct err *e)
{
	struct str word;

	if (!body_text(b, "xprs_unknown", &word, e))
		return false;
	if (!word.ptr)
		return true;
	*is_low = str_eq(word, STR("low"));
	k->unknown_is_low = is_low;
	return str_is_among(word, "none|low") ||
	       err_fail(
		   e, ERR_INPUT, "body: /xprs_unknown is none or low, not \"" STR_FMT "\"", STR_ARG(word));
}

static bool put_rubric(struct exchange *x, struct err *e)
{
	struct case_rubric_keeping k = { 0 };
	enum cvss_version version;
	bool is_low;
	struct str answers, why;
	struct case_rubric r;
	struct body b;
	SCOPED_INPUT *in = NULL;

	if (!exchange_number(x, 0, &k.casefile_id, e) ||
	    !body_read(x, "answers|cvss_version|xprs_unknown|why", &b, e) ||
	    !body_json(&b, "answers", &answers, e) || !read_version(&b, &version, &k, e) ||
	    !read_unknown(&b, &is_low, &k, e) || !body_text(&b, "why", &why, e))
		return false;
	in = input_open_memory(STR("body: /answers"), answers.ptr ? answers : STR("{}"));
	return rubric_answers_read(in, &k.changes, e) &&
	       case_rubric_keep(x->db, &k, exchange_by(x, why), &x->arena, &r, e) && answer_rubric(x, &r, e);
}

static bool get_ssvc(struct exchange *x, struct err *e)
{
	struct case_record *records;
	struct ssvc_answers answers;
	struct json_out *w;
	int64_t record;
	size_t count;

	if (!records_of(x, &records, &count, e) || !case_ssvc_read(records, count, &record, &answers, e))
		return false;
	w = answer_json(x);
	case_ssvc_json(w, &answers);
	return answer_json_close(x, w, e);
}

static bool get_progress(struct exchange *x, struct err *e)
{
	struct metric_rollout *list;
	struct case_view view;
	struct json_out *w;
	size_t count;

	if (!view_of(x, &view, e) || !rollouts_of(&view, view.facts.today, &x->arena, &list, &count, e))
		return false;
	w = answer_json(x);
	metrics_write_rollouts(w, list, count, view.facts.today);
	return answer_json_close(x, w, e);
}

static void write_report(const void *of, struct json_out *w)
{
	casefile_write_json(of, w);
}

static bool get_report(struct exchange *x, struct err *e)
{
	struct document_form form = { .json = write_report };
	struct date today = DATE_NONE;
	struct casefile_report r;
	int64_t id;

	if (!exchange_number(x, 0, &id, e) || !exchange_query_date(x, "today", &today, e) ||
	    !report_casefile(x->db, id, today, x->at, &x->arena, &r, e))
		return false;
	form.of = &r;
	form.name = arena_text(&x->arena, arena_printf(&x->arena, "casefile-%lld", (long long)id));
	return document_answer(x, casefile_document(&r, &x->arena), &form, e);
}

const struct route routes_case_views[] = {
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/drift", get_drift, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/siblings", get_siblings, ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/rubric", get_rubric, 0, 0, NULL },
	{ METHOD_PUT, "/api/v1/casefiles/{casefile}/rubric", put_rubric, 0, 0, "casefile.rubric" },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/ssvc", get_ssvc, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/progress", get_progress, 0, 0, NULL },
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/report", get_report, ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, "/api/v1/drift", get_all_drift, ROUTE_SLOW, 0, NULL },
	{ 0 },
};
