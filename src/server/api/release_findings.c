/*
 * /api/v1/devices/{device}/releases/{release}/findings - what was found in a release and said of it, as a
 * document for others: VEX in three forms, a table, SARIF (docs/man/finding.md).
 */
#include "actions/findings/finding_report.h"
#include "actions/intake/signal_list.h"
#include "publishing/csaf_write.h"
#include "publishing/cyclonedx_write.h"
#include "publishing/openvex_write.h"
#include "reports/firm_profile.h"
#include "reports/scan_csv.h"
#include "reports/scan_document.h"
#include "reports/scan_sarif.h"
#include "server/finding_asked.h"
#include "server/tables.h"
#include "server/temporary.h"
#include "store/casefiles.h"

/* One of the two writes it. */
static const struct form {
	const char *word, *type, *ending;
	bool (*vex)(const struct vex_document *d, FILE *to, struct err *e);
	bool (*rows)(const struct scan *s, struct scan_rows rows, FILE *to, struct err *e);
} forms[] = {
	{ "openvex", "application/json", "openvex.json", openvex_write, NULL },
	{ "csaf", "application/json", "csaf.json", csaf_write, NULL },
	{ "cyclonedx", "application/json", "cyclonedx.json", cyclonedx_write, NULL },
	{ "csv", "text/csv; charset=utf-8", "csv", NULL, scan_write_csv },
	{ "html", "text/html; charset=utf-8", "html", NULL, scan_write_html },
	{ "pdf", "application/pdf", "pdf", NULL, scan_write_pdf },
	{ "sarif", "application/json", "sarif.json", NULL, scan_write_sarif },
};

static bool find_form(struct exchange *x, const struct form **out, struct err *e)
{
	struct str word;

	if (!exchange_query(x, "format", &word, e))
		return false;
	for (size_t i = 0; i < COUNT(forms); i++)
		if (str_eq(word, str_of(forms[i].word))) {
			*out = &forms[i];
			return true;
		}
	return err_fail(e, ERR_USAGE,
	    "query: format is one of openvex, csaf, cyclonedx, csv, html, pdf, sarif, not \"" STR_FMT "\"",
	    STR_ARG(word));
}

/* Whoever the profile says says it. */
static bool read_edition(struct exchange *x, struct vex_edition *out, struct err *e)
{
	struct firm_profile firm = { 0 };
	struct str profile;

	if (!setting_get(x->db, "profile", &x->arena, &profile, e) ||
	    !firm_profile_read(profile, &x->arena, &firm, e))
		return false;
	*out = (struct vex_edition){ firm.name, firm.namespace_uri, { x->at.us - x->at.us % 1000000 } };
	return true;
}

static bool write_form(
    struct exchange *x, const struct form *form, struct finding_report *r, FILE *to, struct err *e)
{
	struct scan about = finding_report_about(r);
	struct finding_wanted wanted = { .from = finding_report_rows(r) };
	struct vex_edition edition;
	struct vex_document d;

	if (!finding_filter_read(x, &wanted.filter, e) || !read_edition(x, &edition, e))
		return false;
	if (form->rows)
		return form->rows(&about, finding_wanted_rows(&wanted), to, e);
	return vex_document_make(&about, finding_wanted_rows(&wanted), &edition, &x->arena, &d, e) &&
	       form->vex(&d, to, e);
}

static bool answer_form(struct exchange *x, const struct form *form, struct finding_report *r, struct err *e)
{
	FILE *to;
	bool done;

	if (!temporary_open(&to, e))
		return false;
	done = write_form(x, form, r, to, e) && temporary_keep(to, "the answer", &x->answer.file, e);
	if (done) {
		x->answer.type = form->type;
		x->answer.status = 200;
		answer_header(x, "Content-Disposition",
		    arena_printf(&x->arena, "attachment; filename=\"findings.%s\"", form->ending));
	}
	fclose(to);
	return done;
}

/* Before something is told outside; the file itself has no place for it (RFC 7234, 5.5). */
static bool warn_of_embargoes(struct exchange *x, struct err *e)
{
	struct signal *signals;
	size_t count;

	if (!signal_embargoes(x->db, 0, x->at, &x->arena, &signals, &count, e))
		return false;
	if (count > 0)
		answer_header(x, "Warning",
		    arena_printf(&x->arena,
			"299 - \"signal %lld is under embargo until " STR_FMT ": not to be told outside\"",
			(long long)signals[0].id, STR_ARG(signals[0].embargo)));
	return true;
}

static bool get_findings(struct exchange *x, struct err *e)
{
	SCOPED_FINDING_REPORT *r = NULL;
	const struct form *form;
	struct finding_query query;

	if (!find_form(x, &form, e) || !finding_query_read(x, &query, e))
		return false;
	query.device = x->params[0];
	query.release = x->params[1];
	return finding_report_open(x->db, &query, &r, e) && answer_form(x, form, r, e) &&
	       (!form->vex || warn_of_embargoes(x, e));
}

const struct route routes_release_findings[] = {
	{ METHOD_GET, "/api/v1/devices/{device}/releases/{release}/findings", get_findings, ROUTE_SLOW, 0,
	    NULL },
	{ 0 },
};
