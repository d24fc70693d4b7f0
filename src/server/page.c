#include "server/page.h"

#include "limits.h"

#define PAGE_ROWS 100

bool page_limit(struct exchange *x, size_t *limit, struct err *e)
{
	int64_t rows = PAGE_ROWS;

	if (!exchange_query_number(x, "limit", 1, LIMIT_PAGE_ROWS, &rows, e))
		return false;
	*limit = (size_t)rows;
	return true;
}

bool page_behind(struct exchange *x, int64_t *after, size_t *limit, struct err *e)
{
	*after = 0;
	return page_limit(x, limit, e) && exchange_query_number(x, "cursor", 0, INT64_MAX, after, e);
}

bool page_of(struct exchange *x, size_t all, struct page *out, struct err *e)
{
	int64_t before;
	size_t limit, from;

	if (!page_behind(x, &before, &limit, e))
		return false;
	from = (size_t)before < all ? (size_t)before : all;
	*out = (struct page){ .all = all, .from = from, .count = all - from < limit ? all - from : limit };
	return true;
}

struct json_out *page_begin(struct exchange *x)
{
	struct json_out *w = answer_json(x);

	json_open_object(w);
	json_key(w, "items");
	return w;
}

bool page_end_at(struct exchange *x, struct json_out *w, struct str next, int64_t all, struct err *e)
{
	json_field_text_or_null(w, "next", next);
	json_field_int(w, "count", all);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

bool page_end_behind(struct exchange *x, struct json_out *w, int64_t next, int64_t all, struct err *e)
{
	return page_end_at(x, w, next ? arena_printf(&x->arena, "%lld", (long long)next) : STR_NONE, all, e);
}

bool page_end(struct exchange *x, struct json_out *w, const struct page *p, struct err *e)
{
	size_t next = p->from + p->count;

	return page_end_behind(x, w, next < p->all ? (int64_t)next : 0, (int64_t)p->all, e);
}
