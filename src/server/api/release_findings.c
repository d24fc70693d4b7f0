/*
 * /api/v1/devices/{device}/releases/{release}/findings - what was found in a release and said of it, as a
 * document for others: VEX in three forms, a table, SARIF (docs/man/finding.md).
 */
#include "actions/findings/finding_report.h"
#include "server/finding_asked.h"
#include "server/scan_forms.h"
#include "server/tables.h"

static bool get_findings(struct exchange *x, struct err *e)
{
	SCOPED_FINDING_REPORT *r = NULL;
	struct finding_wanted wanted = { 0 };
	const struct scan_form *form;
	struct finding_query query;

	if (!scan_form_find(x, NULL, &form, e) || !finding_query_read(x, &query, e) ||
	    !finding_filter_read(x, &wanted.filter, e))
		return false;
	query.device = x->params[0];
	query.release = x->params[1];
	if (!finding_report_open(x->db, &query, &r, e))
		return false;
	wanted.from = finding_report_rows(r);
	return scan_form_answer(x, form,
	    &(struct scan_answer){ finding_report_about(r), finding_wanted_rows(&wanted), { 0 } }, e);
}

const struct route routes_release_findings[] = {
	{ METHOD_GET, "/api/v1/devices/{device}/releases/{release}/findings", get_findings, ROUTE_SLOW, 0,
	    NULL },
	{ 0 },
};
