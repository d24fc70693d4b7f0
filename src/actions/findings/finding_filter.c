#include "actions/findings/finding_filter.h"

static bool is_proposed(const struct scan_row *row)
{
	for (size_t i = 0; i < row->position.count; i++)
		if (row->position.opinions[i].standing == VEX_PROPOSED)
			return true;
	return false;
}

bool finding_passes(const struct finding_filter *f, const struct scan_row *row)
{
	return (!f->states || f->states & 1U << row->finding.state) &&
	       (!f->severities || f->severities & 1U << scan_row_severity(row)) &&
	       (!f->kev || row->exploited) && (!f->proposals || is_proposed(row));
}

static bool next_wanted(void *ctx, const struct scan_row **row, struct err *e)
{
	struct finding_wanted *w = ctx;

	do {
		if (!w->from.next(w->from.ctx, row, e))
			return false;
	} while (*row && !finding_passes(&w->filter, *row));
	return true;
}

struct scan_rows finding_wanted_rows(struct finding_wanted *w)
{
	return (struct scan_rows){ w, next_wanted };
}

bool finding_filter_states(struct finding_filter *f, struct str words, struct err *e)
{
	struct str word;

	while (str_next(&words, ',', &word)) {
		unsigned state = 0;

		while (state < FINDING_STATE_COUNT &&
		       !str_eq(word, str_of(finding_state_name((enum finding_state)state))))
			state++;
		if (state == FINDING_STATE_COUNT)
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" is no state of a finding", STR_ARG(word));
		f->states |= 1U << state;
	}
	return true;
}

bool finding_filter_severities(struct finding_filter *f, struct str words, struct err *e)
{
	struct str word;

	while (str_next(&words, ',', &word)) {
		unsigned severity = 0;

		while (severity < SCAN_SEVERITY_COUNT &&
		       !str_eq(word, str_of(scan_severity_name((enum scan_severity)severity))))
			severity++;
		if (severity == SCAN_SEVERITY_COUNT)
			return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no severity", STR_ARG(word));
		f->severities |= 1U << severity;
	}
	return true;
}
