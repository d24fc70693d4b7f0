#include "server/periods.h"

bool period_read(struct exchange *x, struct window *out, struct err *e)
{
	*out = (struct window){ DATE_NONE, DATE_NONE };
	if (!exchange_query_date(x, "from", &out->from, e) || !exchange_query_date(x, "to", &out->to, e))
		return false;
	return (date_is_known(out->from) && date_is_known(out->to)) ||
	       err_fail(e, ERR_USAGE, "query: the period is missing: from=DATE&to=DATE");
}
