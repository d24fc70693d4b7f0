#include "sources/feeds/osv_range.h"

#include "base/buf.h"
#include "base/vec.h"
#include "limits.h"

/* Keys k with low <= k < high; empty high: no end. */
struct osv_interval {
	enum version_scheme scheme;
	struct str low, high;
	struct str reach; /* the highest high so far in the sorted list */
	bool endless;	  /* some interval up to here has no end */
};

void osv_range_clear(struct osv_ranges *r, struct draft *draft, struct arena *record)
{
	r->draft = draft;
	r->record = record;
	r->count = 0;
}

void osv_range_free(struct osv_ranges *r)
{
	free(r->intervals);
	*r = (struct osv_ranges){ 0 };
}

/* The key lives in the arena. */
static bool make_key(enum version_scheme scheme, struct str version, struct buf *scratch,
    struct arena *record, struct str *key)
{
	struct err e;

	buf_clear(scratch);
	if (!version_key(scheme, version, scratch, &e))
		return false;
	*key = arena_copy(record, buf_str(scratch));
	return true;
}

static bool make_keys(
    enum version_scheme scheme, struct osv_event *events, size_t count, struct arena *record)
{
	SCOPED_BUF scratch = buf_new(4 * LIMIT_VERSION_BYTES + 16);

	for (size_t i = 0; i < count; i++) {
		events[i].index = i;
		/* "0" stands before any version: introduced, it is the beginning; fixed, nothing was
		 * affected. */
		if (events[i].kind != OSV_LAST_AFFECTED && str_eq(events[i].version, STR("0")))
			events[i].key = STR("");
		else if (!make_key(scheme, events[i].version, &scratch, record, &events[i].key))
			return false;
	}
	return true;
}

static int compare_events(const void *left, const void *right)
{
	const struct osv_event *a = left, *b = right;
	int sign = str_cmp(a->key, b->key);

	if (sign == 0) /* what ends behind its version comes after what begins at it */
		sign = (a->kind == OSV_LAST_AFFECTED) - (b->kind == OSV_LAST_AFFECTED);
	return sign ? sign : (a->index > b->index) - (a->index < b->index);
}

/* The first key behind key: a zero byte more. */
static struct str behind(struct str key, struct arena *record)
{
	char *next = arena_alloc(record, key.len + 1, 1);

	memcpy(next, key.ptr, key.len);
	return (struct str){ next, key.len + 1 };
}

/* The span from one event to the next; to NULL: without end. */
static void add_span(struct osv_ranges *r, const struct osv_event *from, const struct osv_event *to,
    const struct affected *model)
{
	struct osv_interval interval = { .scheme = model->scheme, .low = from->key };
	struct affected *row;

	if (to) {
		interval.high = to->key;
		if (to->kind == OSV_LAST_AFFECTED)
			interval.high = behind(to->key, r->record);
		if (str_cmp(interval.low, interval.high) >= 0)
			return;
	}
	r->intervals = vec_room(r->intervals, &r->room, r->count + 1, sizeof(*r->intervals));
	r->intervals[r->count++] = interval;
	row = draft_affected(r->draft);
	*row = *model;
	if (from->key.len > 0) {
		row->low = from->version;
		row->low_inclusive = true;
	}
	if (to) {
		row->high = to->version;
		row->high_inclusive = to->kind == OSV_LAST_AFFECTED;
		row->fixed = to->kind == OSV_FIXED ? to->version : STR_NONE;
	}
}

/* How many of the sorted events count: up to the last limit, and all of them where there is none. */
static size_t up_to_limit(const struct osv_event *events, size_t count)
{
	for (size_t i = count; i > 0; i--)
		if (events[i - 1].kind == OSV_LIMIT)
			return i;
	return count;
}

void osv_range_add(struct osv_ranges *r, struct osv_event *events, size_t count, const struct affected *model)
{
	const struct osv_event *open = NULL;
	struct affected row = *model;

	if (!make_keys(row.scheme, events, count, r->record)) {
		row.scheme = VERSION_GENERIC;
		if (!make_keys(VERSION_GENERIC, events, count, r->record))
			return;
	}
	vec_sort(events, count, sizeof(*events), compare_events);
	count = up_to_limit(events, count);
	for (size_t i = 0; i < count; i++) {
		if (events[i].kind == OSV_INTRODUCED) {
			open = open ? open : &events[i];
		} else if (open && (events[i].kind != OSV_LIMIT || i + 1 == count)) {
			add_span(r, open, &events[i], &row);
			open = NULL;
		}
	}
	if (open)
		add_span(r, open, NULL, &row);
}

static int compare_intervals(const void *left, const void *right)
{
	const struct osv_interval *a = left, *b = right;

	if (a->scheme != b->scheme)
		return a->scheme < b->scheme ? -1 : 1;
	return str_cmp(a->low, b->low);
}

static void sort_intervals(struct osv_ranges *r)
{
	vec_sort(r->intervals, r->count, sizeof(*r->intervals), compare_intervals);
	for (size_t i = 0; i < r->count; i++) {
		struct osv_interval *here = &r->intervals[i];
		bool first = i == 0 || here[-1].scheme != here->scheme;

		here->endless = here->high.len == 0 || (!first && here[-1].endless);
		here->reach = first || str_cmp(here[-1].reach, here->high) < 0 ? here->high : here[-1].reach;
	}
}

static bool is_inside(const struct osv_ranges *r, enum version_scheme scheme, struct str key)
{
	struct osv_interval wanted = { .scheme = scheme, .low = key };
	const struct osv_interval *last;
	size_t low = 0, high = r->count;

	while (low < high) { /* the first interval behind key */
		size_t middle = (low + high) / 2;

		if (compare_intervals(&r->intervals[middle], &wanted) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return false;
	last = &r->intervals[low - 1];
	return last->scheme == scheme && (last->endless || str_cmp(key, last->reach) < 0);
}

void osv_range_add_versions(
    struct osv_ranges *r, const struct str *versions, size_t count, const struct affected *model)
{
	SCOPED_BUF scratch = buf_new(4 * LIMIT_VERSION_BYTES + 16);

	sort_intervals(r);
	for (size_t i = 0; i < count; i++) {
		enum version_scheme scheme = model->scheme;
		struct affected *row;
		struct err e;

		buf_clear(&scratch);
		if (!version_key(scheme, versions[i], &scratch, &e))
			scheme = VERSION_GENERIC;
		else if (is_inside(r, scheme, buf_str(&scratch)))
			continue;
		row = draft_affected(r->draft);
		*row = *model;
		row->scheme = scheme;
		row->low = row->high = versions[i];
		row->low_inclusive = row->high_inclusive = true;
	}
}
