#include "actions/findings/finding_sorted.h"

#include <assert.h>

#include "actions/fielded.h"
#include "actions/findings/finding_ranked.h"
#include "base/memory.h"
#include "base/vec.h"
#include "limits.h"

#define ROW_BYTES_MOST ((size_t)4 << 20)
#define PLACE_BYTES_MOST ((size_t)64 << 10)

struct kept {
	struct finding_rank rank;
	struct buf place, json;
};

struct sorting {
	struct db *db;
	const struct finding_page *page;
	enum finding_order order;
	struct finding_walk *walk;
	struct finding_rank from; /* behind which the page begins; no pointer: at the first row */
	struct kept *rows;
	size_t count, worst; /* worst: of the rows, the last in the order */
	bool full;	     /* there are more */
	struct finding_places places;
	size_t releases;
};

static void find_worst(struct sorting *s)
{
	s->worst = 0;
	for (size_t i = 1; i < s->count; i++)
		if (finding_rank_cmp(&s->rows[i].rank, &s->rows[s->worst].rank) > 0)
			s->worst = i;
}

/* Where the row goes: a place that is free, or that of the last in the order. */
static struct kept *room_for(struct sorting *s, const struct finding_rank *rank)
{
	if (s->count < s->page->limit) {
		struct kept *k = &s->rows[s->count++];

		k->place = buf_new(PLACE_BYTES_MOST);
		k->json = buf_new(ROW_BYTES_MOST);
		return k;
	}
	s->full = true;
	return finding_rank_cmp(rank, &s->rows[s->worst].rank) < 0 ? &s->rows[s->worst] : NULL;
}

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct sorting *s = ctx;
	struct finding_worth worth = finding_worth_of(row);
	struct finding_rank rank = { finding_key(&worth, s->order), row->finding.vulnerability_id, STR_NONE };
	struct json_out *w;
	struct kept *k;

	if (!finding_passes(&s->page->filter, row))
		return true;
	rank.place = finding_place(&s->places, &components[row->finding.component], row);
	if (s->from.place.ptr && finding_rank_cmp(&rank, &s->from) <= 0)
		return true;
	k = room_for(s, &rank);
	if (!k)
		return true;
	buf_clear(&k->place);
	buf_add(&k->place, rank.place);
	buf_clear(&k->json);
	k->rank = (struct finding_rank){ rank.key, rank.vulnerability_id, buf_str(&k->place) };
	w = json_out_buf(&k->json, false);
	scan_write_row(components, row, w);
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "a finding takes more than %zu bytes", ROW_BYTES_MOST);
	if (s->count == s->page->limit)
		find_worst(s);
	return true;
}

static bool take_release(void *ctx, const struct device *d, const struct release *r, struct err *e)
{
	static const bool never;
	struct sorting *s = ctx;

	if (!s->page->query.vulnerability.len && s->releases++ == FINDING_PAGE_RELEASES)
		return err_fail(e, ERR_USAGE,
		    "findings of more than %d releases of a device come by place alone: ask for one release",
		    FINDING_PAGE_RELEASES);
	return finding_walk_release(s->walk, d, r, (struct finding_sink){ s, take_row }, &never, e);
}

static int in_order(const void *a, const void *b)
{
	const struct kept *left = a, *right = b;

	return finding_rank_cmp(&left->rank, &right->rank);
}

static void give_rows(struct sorting *s, struct json_out *w, struct arena *arena, struct str *next)
{
	const struct finding_rank *last;

	*next = STR_NONE;
	if (!s->count)
		return;
	vec_sort(s->rows, s->count, sizeof(*s->rows), in_order);
	for (size_t i = 0; i < s->count; i++)
		json_put_written(w, buf_str(&s->rows[i].json));
	last = &s->rows[s->count - 1].rank;
	if (s->full)
		*next = finding_rank_write(last, arena);
}

static void sorting_clear(struct sorting *s)
{
	for (size_t i = 0; i < s->count; i++) {
		buf_free(&s->rows[i].place);
		buf_free(&s->rows[i].json);
	}
	free(s->rows);
	finding_places_free(&s->places);
}

static bool look_at_all(struct db *db, const struct finding_page *page, enum finding_order order,
    struct json_out *w, struct arena *arena, struct str *next, struct err *e)
{
	SCOPED_FINDING_WALK *walk = NULL;
	struct sorting s = { .db = db, .page = page, .order = order };
	struct fielded_query which = { page->query.device, page->query.release };
	bool done;

	if ((page->cursor.len && !finding_rank_read(page->cursor, &s.from, e)) ||
	    !finding_walk_open(db, &page->query, &walk, e))
		return false;
	s.walk = walk;
	if (page->filter.kev && !finding_walk_only_kev(walk, e))
		return false;
	s.rows = memory_alloc(page->limit, sizeof(*s.rows));
	s.places = finding_places_new();
	done = fielded_walk(db, which, (struct fielded_visit){ &s, take_release, NULL }, e) &&
	       finding_walk_end(walk, e);
	if (done)
		give_rows(&s, w, arena, next);
	sorting_clear(&s);
	return done;
}

static bool asks_for_all(const struct finding_query *q)
{
	return !q->device.len && !q->vulnerability.len;
}

bool finding_sorted(struct db *db, struct finding_ranking *ranking, const struct finding_page *page,
    enum finding_order order, struct json_out *w, struct arena *arena, struct str *next, struct err *e)
{
	struct finding_order_view view;
	bool current = false;

	assert(page->limit > 0 && page->limit <= LIMIT_PAGE_ROWS);
	if (asks_for_all(&page->query) && !finding_ranking_view(ranking, db, order, &view, &current, e))
		return false;
	return current ? finding_ranked(db, &view, page, order, w, arena, next, e)
		       : look_at_all(db, page, order, w, arena, next, e);
}
