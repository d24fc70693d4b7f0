#include "server/page.h"

#include "limits.h"

#define PAGE_ROWS 100

bool page_of(struct exchange *x, size_t all, struct page *out, struct err *e)
{
	int64_t limit = PAGE_ROWS, from = 0;

	if (!exchange_query_number(x, "limit", 1, LIMIT_PAGE_ROWS, &limit, e) ||
	    !exchange_query_number(x, "cursor", 0, INT64_MAX, &from, e))
		return false;
	out->all = all;
	out->from = (size_t)from < all ? (size_t)from : all;
	out->count = all - out->from < (size_t)limit ? all - out->from : (size_t)limit;
	return true;
}

struct json_out *page_begin(struct exchange *x)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_key(w, "items");
	return w;
}

bool page_end(struct exchange *x, struct json_out *w, const struct page *p, struct err *e)
{
	size_t next = p->from + p->count;

	json_field_text_or_null(w, "next", next < p->all ? arena_printf(&x->arena, "%zu", next) : STR_NONE);
	json_field_int(w, "count", (int64_t)p->all);
	json_close_object(w);
	return answer_json_close(x, w, e);
}
