#include "server/finding_asked.h"

static bool is_asked(struct exchange *x, const char *key, bool *out, struct err *e)
{
	struct str word;

	if (!exchange_query(x, key, &word, e))
		return false;
	*out = str_eq(word, STR("1"));
	return !word.len || *out || str_eq(word, STR("0")) ||
	       err_fail(e, ERR_INPUT, "query: %s: \"" STR_FMT "\" is not 0 or 1", key, STR_ARG(word));
}

bool finding_filter_read(struct exchange *x, struct finding_filter *f, struct err *e)
{
	struct str states, severities;

	if (!exchange_query(x, "status", &states, e) || !exchange_query(x, "severity", &severities, e) ||
	    !is_asked(x, "kev", &f->kev, e) || !is_asked(x, "proposals", &f->proposals, e))
		return false;
	return (!states.len || finding_filter_states(f, states, e) || err_within(e, "query: status")) &&
	       (!severities.len || finding_filter_severities(f, severities, e) ||
		   err_within(e, "query: severity"));
}

bool finding_query_read(struct exchange *x, struct finding_query *q, struct err *e)
{
	struct date asked = DATE_NONE;

	return exchange_query(x, "device", &q->device, e) && exchange_query(x, "release", &q->release, e) &&
	       exchange_query(x, "vulnerability", &q->vulnerability, e) &&
	       exchange_query(x, "component", &q->component, e) &&
	       exchange_query_date(x, "today", &asked, e) && answer_day(x, asked, &q->today, e);
}
