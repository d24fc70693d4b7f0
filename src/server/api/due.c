/*
 * /api/v1/due - what is owed, soonest first: as a list, or as a calendar that a program of the office reads.
 */
#include "actions/duties/due_calendar.h"
#include "actions/duties/due_json.h"
#include "actions/firm_day.h"
#include "limits.h"
#include "server/page.h"
#include "server/tables.h"

#define DAYS_MOST 36500

static bool answer_calendar(struct exchange *x, const struct due_row *rows, size_t count, struct err *e)
{
	struct ics_out *w;

	x->answer.body = buf_new(LIMIT_ANSWER_BYTES);
	w = ics_out_buf(&x->answer.body, STR(DUE_CALENDAR_PRODUCT));
	due_calendar(w, rows, count, x->at, &x->arena);
	if (!ics_out_close(w))
		return err_fail(e, ERR_LIMIT, "the calendar is too large: ask for fewer days (within)");
	x->answer.type = "text/calendar; charset=utf-8";
	x->answer.status = 200;
	return true;
}

static bool read_asked(
    struct exchange *x, struct date *today, struct due_asked *asked, bool *calendar, struct err *e)
{
	int64_t days = -1;
	struct str format, undated, kept;

	*asked = (struct due_asked){ .until = DATE_NONE };
	if (!exchange_query_date(x, "today", today, e) ||
	    !exchange_query_number(x, "within", 0, DAYS_MOST, &days, e) ||
	    !exchange_query(x, "format", &format, e) || !exchange_query(x, "undated", &undated, e) ||
	    !exchange_query(x, "kept", &kept, e))
		return false;
	if (format.ptr && !str_is_among(format, "json|ics"))
		return err_fail(
		    e, ERR_USAGE, "query: format is json or ics, not \"" STR_FMT "\"", STR_ARG(format));
	if (undated.ptr && !str_is_among(undated, "yes|no"))
		return err_fail(
		    e, ERR_USAGE, "query: undated is yes or no, not \"" STR_FMT "\"", STR_ARG(undated));
	if (kept.ptr && !str_is_among(kept, "yes|no"))
		return err_fail(e, ERR_USAGE, "query: kept is yes or no, not \"" STR_FMT "\"", STR_ARG(kept));
	asked->undated = str_eq(undated, STR("yes"));
	asked->kept = str_eq(kept, STR("yes"));
	*calendar = str_eq(format, STR("ics"));
	if (asked->undated && asked->kept)
		return err_fail(e, ERR_USAGE, "query: undated and kept are two lists: ask for one");
	if (*calendar && (asked->undated || asked->kept))
		return err_fail(e, ERR_USAGE,
		    "query: a calendar is of what is due on a day, not of what is %s",
		    asked->kept ? "kept" : "undated");
	if (!firm_day(x->db, *today, x->at, today, e))
		return false;
	if (days >= 0)
		asked->until = date_plus(*today, (int32_t)days);
	return true;
}

static bool get_due(struct exchange *x, struct err *e)
{
	struct date today = DATE_NONE;
	struct due_asked asked;
	struct due_found found;
	struct json_out *w;
	struct page page;
	bool calendar = false;

	if (!read_asked(x, &today, &asked, &calendar, e) ||
	    !due_list(x->db, today, x->at, asked, &x->arena, &found, e))
		return false;
	if (calendar)
		return answer_calendar(x, found.rows, found.count, e);
	if (!page_of(x, found.count, &page, e))
		return false;
	w = page_begin(x);
	due_json(w, PAGE_FROM(found.rows, page), page.count);
	return page_end(x, w, &page, e);
}

const struct route routes_due[] = {
	{ METHOD_GET, "/api/v1/due", get_due, ROUTE_SLOW, 0, NULL },
	{ 0 },
};
