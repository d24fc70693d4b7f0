#include "actions/findings/finding_sorted.h"

#include <assert.h>

#include "actions/fielded.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/vec.h"
#include "limits.h"

#define SEPARATOR '\x1f'
#define ROW_BYTES_MOST ((size_t)4 << 20)
#define PLACE_BYTES_MOST ((size_t)64 << 10)

/* What a row is ordered by: the higher the key, the earlier; then its place. */
struct rank {
	int64_t key;
	struct str place; /* device, release, component, version, vulnerability, and which of those alike */
};

struct kept {
	struct rank rank;
	struct buf place, json;
};

struct sorting {
	struct db *db;
	const struct finding_page *page;
	enum finding_order order;
	struct finding_walk *walk;
	struct rank from; /* behind which the page begins; no pointer: at the first row */
	struct kept *rows;
	size_t count, worst; /* worst: of the rows, the last in the order */
	bool full;	     /* there are more */
	struct buf place;    /* of the row that is looked at */
	struct buf before;   /* of the one before, without which of those alike it is */
	int64_t alike;
	size_t releases;
};

enum finding_order finding_order_find(struct str word)
{
	static const char *const words[] = { "place", "worst", "severity", "epss", "published" };

	_Static_assert(COUNT(words) == FINDING_ORDER_COUNT, "a word for every order");
	for (int i = 0; i < FINDING_ORDER_COUNT; i++)
		if (str_eq(word, str_of(words[i])))
			return (enum finding_order)i;
	return FINDING_ORDER_COUNT;
}

static int64_t key_of(const struct scan_row *row, enum finding_order order)
{
	int64_t score = row->score_count ? row->scores[0].tenths : -1;

	switch (order) {
	case FINDING_BY_SEVERITY:
		return score;
	case FINDING_BY_EPSS:
		return row->epss;
	case FINDING_BY_PUBLISHED:
		return instant_is_known(row->published) ? row->published.us : -INT64_MAX;
	case FINDING_BY_WORST:
		return (row->kev ? INT64_C(1000000000) : 0) + (score + 1) * 2000000 + row->epss;
	case FINDING_BY_PLACE:
	case FINDING_ORDER_COUNT:
		break;
	}
	return 0;
}

/* Less than 0: a comes before b. */
static int rank_cmp(const struct rank *a, const struct rank *b)
{
	return a->key != b->key ? (a->key > b->key ? -1 : 1) : str_cmp(a->place, b->place);
}

/* Findings that nothing tells apart stand beside each other: they are counted. */
static void write_place(struct sorting *s, const struct component *c, const struct scan_row *row)
{
	const struct str parts[] = { row->device, row->release, c->name, c->version, row->vulnerability };

	buf_clear(&s->place);
	for (size_t i = 0; i < COUNT(parts); i++) {
		buf_add(&s->place, parts[i]);
		buf_byte(&s->place, SEPARATOR);
	}
	s->alike = str_eq(buf_str(&s->place), buf_str(&s->before)) ? s->alike + 1 : 0;
	buf_clear(&s->before);
	buf_add(&s->before, buf_str(&s->place));
	buf_printf(&s->place, "%06lld", (long long)s->alike);
}

static void find_worst(struct sorting *s)
{
	s->worst = 0;
	for (size_t i = 1; i < s->count; i++)
		if (rank_cmp(&s->rows[i].rank, &s->rows[s->worst].rank) > 0)
			s->worst = i;
}

/* Where the row goes: a place that is free, or that of the last in the order. */
static struct kept *room_for(struct sorting *s, const struct rank *rank)
{
	if (s->count < s->page->limit) {
		struct kept *k = &s->rows[s->count++];

		k->place = buf_new(PLACE_BYTES_MOST);
		k->json = buf_new(ROW_BYTES_MOST);
		return k;
	}
	s->full = true;
	return rank_cmp(rank, &s->rows[s->worst].rank) < 0 ? &s->rows[s->worst] : NULL;
}

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct sorting *s = ctx;
	struct rank rank = { .key = key_of(row, s->order) };
	struct json_out *w;
	struct kept *k;

	if (!finding_passes(&s->page->filter, row))
		return true;
	write_place(s, &components[row->finding.component], row);
	rank.place = buf_str(&s->place);
	if (s->from.place.ptr && rank_cmp(&rank, &s->from) <= 0)
		return true;
	k = room_for(s, &rank);
	if (!k)
		return true;
	buf_clear(&k->place);
	buf_add(&k->place, rank.place);
	buf_clear(&k->json);
	k->rank = (struct rank){ rank.key, buf_str(&k->place) };
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
		    "findings of more than %d releases are given in the order of their places alone: ask for "
		    "a "
		    "device or a vulnerability",
		    FINDING_PAGE_RELEASES);
	return finding_walk_release(s->walk, d, r, (struct finding_sink){ s, take_row }, &never, e);
}

static bool read_cursor(struct sorting *s, struct err *e)
{
	struct str rest = s->page->cursor, key;

	if (!rest.len)
		return true;
	if (!str_cut(&rest, SEPARATOR, &key) ||
	    !number_parse(key, "cursor", -INT64_MAX, INT64_MAX, &s->from.key, e))
		return err_fail(
		    e, ERR_INPUT, "cursor: this is not what \"next\" of a page in this order said");
	s->from.place = rest;
	return true;
}

static int in_order(const void *a, const void *b)
{
	const struct kept *left = a, *right = b;

	return rank_cmp(&left->rank, &right->rank);
}

static void give_rows(struct sorting *s, struct json_out *w, struct arena *arena, struct str *next)
{
	const struct rank *last;

	*next = STR_NONE;
	if (!s->count)
		return;
	vec_sort(s->rows, s->count, sizeof(*s->rows), in_order);
	for (size_t i = 0; i < s->count; i++)
		json_put_written(w, buf_str(&s->rows[i].json));
	last = &s->rows[s->count - 1].rank;
	if (s->full)
		*next = arena_printf(
		    arena, "%lld%c" STR_FMT, (long long)last->key, SEPARATOR, STR_WHOLE(last->place));
}

static void sorting_clear(struct sorting *s)
{
	for (size_t i = 0; i < s->count; i++) {
		buf_free(&s->rows[i].place);
		buf_free(&s->rows[i].json);
	}
	free(s->rows);
	buf_free(&s->place);
	buf_free(&s->before);
}

bool finding_sorted(struct db *db, const struct finding_page *page, enum finding_order order,
    struct json_out *w, struct arena *arena, struct str *next, struct err *e)
{
	SCOPED_FINDING_WALK *walk = NULL;
	struct sorting s = { .db = db, .page = page, .order = order };
	struct fielded_query which = { page->query.device, page->query.release };
	bool done;

	assert(page->limit > 0 && page->limit <= LIMIT_PAGE_ROWS);
	if (!read_cursor(&s, e) || !finding_walk_open(db, &page->query, &walk, e))
		return false;
	s.walk = walk;
	if (page->filter.kev && !finding_walk_only_kev(walk, e))
		return false;
	s.rows = memory_alloc(page->limit, sizeof(*s.rows));
	s.place = buf_new(PLACE_BYTES_MOST);
	s.before = buf_new(PLACE_BYTES_MOST);
	done = fielded_walk(db, which, (struct fielded_visit){ &s, take_release, NULL }, e) &&
	       finding_walk_end(walk, e);
	if (done)
		give_rows(&s, w, arena, next);
	sorting_clear(&s);
	return done;
}
