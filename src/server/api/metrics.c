/*
 * /api/v1/metrics - the measures of the programme: drafts, and numbered editions of them, each issued by a
 * job whose file is fetched from it (docs/man/metrics.md).
 */
#include "actions/clock.h"
#include "actions/duties/metrics_edition.h"
#include "base/memory.h"
#include "reports/metrics/metrics_report.h"
#include "server/body.h"
#include "server/documents.h"
#include "server/jobs.h"
#include "server/periods.h"
#include "server/permission.h"
#include "server/tables.h"

static bool get_metrics(struct exchange *x, struct err *e)
{
	struct document_form form = { .name = "metrics", .json = metrics_write_json };
	struct metrics_words words = { 0 };
	struct metrics_report report;
	struct metrics_asked asked;
	struct metrics metrics;
	struct str only;

	if (!period_read(x, &words.window, e) || !exchange_query(x, "unit", &words.unit, e) ||
	    !exchange_query(x, "slice", &words.slice, e) || !exchange_query(x, "device", &words.device, e) ||
	    !exchange_query(x, "only", &only, e) || !metrics_ask(x->db, &words, x->at, &asked, e))
		return false;
	asked.patching_only = str_eq(only, STR("patching"));
	if (only.ptr && !asked.patching_only)
		return err_fail(e, ERR_USAGE, "query: only is patching, not \"" STR_FMT "\"", STR_ARG(only));
	if (!metrics_gather(x->db, &asked, x->at, &x->arena, &metrics, e))
		return false;
	metrics_report_make(&metrics, &x->arena, &report);
	form.of = &report;
	return document_answer(x, metrics_report_document(&report, &x->arena), &form, e);
}

struct issuing {
	struct arena arena;
	struct metrics_asked asked;
	struct document_shape shape;
	const char *type;
	struct change_by by;
};

static void issuing_free(void *of)
{
	struct issuing *i = of;

	arena_free(&i->arena);
	free(i);
}

static bool run(void *of, struct db *db, struct job *job, struct json_out *result, struct err *e)
{
	struct issuing *i = of;
	struct metrics_edition edition;
	char hex[SHA256_HEX_SIZE];

	i->by.at = instant_now();
	if (!metrics_edition_issue(db, &i->asked, &i->shape, i->by, &i->arena, &edition, e) ||
	    !job_keep(job, &(struct job_file){ i->type, edition.name, edition.bytes }, e))
		return false;
	json_open_object(result);
	json_field_int(result, "edition", edition.number);
	json_field_text(result, "file", edition.name);
	json_field_int(result, "size_bytes", (int64_t)edition.bytes.len);
	json_field_text(result, "sha256", str_of(sha256_hex(&edition.digest, hex)));
	json_close_object(result);
	return true;
}

static bool read_words(const struct body *b, struct metrics_words *words, struct err *e)
{
	if (!body_date(b, "from", &words->window.from, e) || !body_date(b, "to", &words->window.to, e) ||
	    !body_text(b, "unit", &words->unit, e) || !body_text(b, "slice", &words->slice, e) ||
	    !body_text(b, "device", &words->device, e))
		return false;
	return (date_is_known(words->window.from) && date_is_known(words->window.to)) ||
	       err_fail(e, ERR_INPUT, "body: the period is missing: /from and /to");
}

static bool post_edition(struct exchange *x, struct err *e)
{
	struct metrics_words words = { 0 };
	struct document_shape shape;
	struct metrics_asked asked;
	struct issuing *i;
	struct str why;
	struct body b;

	if (!permission_has(x, "metrics.issue", STR("metrics"), e) ||
	    !body_read(x, "from|to|unit|slice|device|format|paper|why", &b, e) ||
	    !read_words(&b, &words, e) || !document_shape_read(&b, &shape, e) ||
	    !body_text(&b, "why", &why, e) || !metrics_ask(x->db, &words, x->at, &asked, e))
		return false;
	i = memory_alloc(1, sizeof(*i));
	i->asked = asked;
	i->shape = (struct document_shape){ arena_copy(&i->arena, shape.form), shape.paper };
	i->type = document_type(i->shape.form);
	i->by = job_by(x, why, &i->arena);
	return job_begin(x, &(struct job_work){ "metrics.issue", run, issuing_free, i }, e);
}

const struct route routes_metrics[] = {
	{ METHOD_GET, "/api/v1/metrics", get_metrics, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, "/api/v1/metrics", post_edition, 0, 0, "metrics.issue" },
	{ 0 },
};
