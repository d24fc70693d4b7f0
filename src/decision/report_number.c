#include "decision/report_number.h"

int64_t report_number_next(const struct policy *p, bool removal, int64_t corrections, int64_t removals)
{
	int64_t c = corrections > 0 ? corrections : 0, r = removals > 0 ? removals : 0;

	if (p->report_number_sequence == SEQUENCE_SINGLE)
		return c + r + 1;
	return (removal ? r : c) + 1;
}

struct str report_number_write(const struct report_number *n, enum number_date form, struct arena *a)
{
	int year, month, day;

	date_split(n->made_on, &year, &month, &day);
	if (form == NUMBER_DATE_PADDED)
		return arena_printf(a, STR_FMT "-%02d/%02d/%02d-%03lld-%c", STR_ARG(n->registration), month,
		    day, year % 100, (long long)n->sequence, n->removal ? 'R' : 'C');
	return arena_printf(a, STR_FMT "-%d/%d/%02d-%03lld-%c", STR_ARG(n->registration), month, day,
	    year % 100, (long long)n->sequence, n->removal ? 'R' : 'C');
}
