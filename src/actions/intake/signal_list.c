#include "actions/intake/signal_list.h"

#include "actions/firm_day.h"
#include "actions/intake/signal_head.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/signals.h"

bool signal_time_frame(struct db *db, int64_t *days, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	struct str json;

	*days = SIGNAL_ACKNOWLEDGE_DAYS;
	if (!setting_get(db, "intake", &arena, &json, e))
		return false;
	if (!json.ptr)
		return true;
	if (!report_fields_read(json, &arena, &fields, e))
		return err_within(e, "setting intake");
	for (size_t i = 0; i < fields.count; i++)
		if (str_eq(fields.items[i].key, STR("acknowledge_within_days")))
			*days = fields.items[i].number;
	return true;
}

static struct signal_row row_of(const struct signal *s, int64_t days, struct date today, struct instant now)
{
	struct signal_row row = { .signal = *s, .acknowledge_by = DATE_NONE };

	row.embargoed = signal_is_under_embargo(s, now);
	if (!signal_wants_acknowledgement(s))
		return row;
	row.acknowledge_by = date_plus(s->received_on, (int32_t)days);
	row.owed = signal_owes_acknowledgement(s);
	row.overdue = row.owed && today.days > row.acknowledge_by.days;
	return row;
}

bool signal_row_of(struct db *db, const struct signal *s, const struct signal_query *query,
    struct signal_row *out, struct err *e)
{
	struct date today;
	int64_t days;

	if (!firm_day(db, query->today, query->now, &today, e) || !signal_time_frame(db, &days, e))
		return false;
	*out = row_of(s, days, today, query->now);
	return true;
}

static bool source_has(struct str source, struct str part)
{
	for (size_t i = 0; i + part.len <= source.len; i++)
		if (str_starts_nocase(str_from(source, i), part))
			return true;
	return part.len == 0;
}

static bool is_asked_for(const struct signal_row *row, const struct signal_query *q)
{
	const struct signal *s = &row->signal;

	return (q->state == SIGNAL_STATE_COUNT || s->state == q->state) &&
	       (q->kind.len == 0 || str_eq(q->kind, str_of(s->kind->name))) &&
	       source_has(s->source, q->source) &&
	       (q->vulnerability.len == 0 || str_eq_nocase(q->vulnerability, s->vulnerability) ||
		   str_eq_nocase(q->vulnerability, s->stated)) &&
	       (!date_is_known(q->since) || s->received_on.days >= q->since.days) &&
	       (!q->overdue || row->overdue); /* of with_duties whoever asks looks itself */
}

/* Signals on their way to rows. */
struct passing {
	const struct signal_query *query;
	struct date today;
	int64_t days;
	struct signal_row_sink sink;
};

static bool pass(void *ctx, const struct signal *s, struct err *e)
{
	const struct passing *p = ctx;
	struct signal_row row = row_of(s, p->days, p->today, p->query->now);

	return !is_asked_for(&row, p->query) || p->sink.take(p->sink.ctx, &row, e);
}

/* --- by heads, where the store has them: nothing is read that is not asked for --- */

static struct signal_head_query heads_of(const struct signal_query *q, int64_t after, struct arena *arena)
{
	return (struct signal_head_query){
		.state = q->state == SIGNAL_STATE_COUNT ? STR("") : str_of(signal_state_word(q->state)),
		.kind = q->kind,
		.vulnerability = signal_head_name(q->vulnerability, arena),
		.after = after,
		.newest_first = q->newest_first
	};
}

static void turn_round(int64_t *ids, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		int64_t first = ids[i];

		ids[i] = ids[count - 1 - i];
		ids[count - 1 - i] = first;
	}
}

/* Behind after, in the order asked for. */
static size_t drop_before(int64_t *ids, size_t count, const struct signal_query *q, int64_t after)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!after || (q->newest_first ? ids[i] < after : ids[i] > after))
			ids[kept++] = ids[i];
	return kept;
}

/* Those that may be asked for. *known: false where all have to be read. */
static bool find_heads(struct db *db, const struct signal_query *q, int64_t after, struct arena *arena,
    int64_t **ids, size_t *count, bool *known, struct err *e)
{
	struct signal_head_query heads = heads_of(q, after, arena);

	*known = false;
	if (q->state == SIGNAL_STATE_COUNT && !q->kind.len && !q->vulnerability.len && !q->overdue &&
	    !q->with_duties)
		return true;
	if (!signal_heads_are_there(db, known, e))
		return false;
	if (!*known)
		return true;
	if (!q->overdue && !q->with_duties)
		return signal_heads_find(db, &heads, arena, ids, count, e);
	if (!signal_heads_with_duties(db, arena, ids, count, e))
		return false;
	*count = drop_before(*ids, *count, q, after);
	if (q->newest_first)
		turn_round(*ids, *count);
	return true;
}

bool signal_rows(struct db *db, const struct signal_query *query, int64_t after, struct signal_row_sink sink,
    struct err *e)
{
	struct passing p = { .query = query, .sink = sink };
	struct signal_sink passed = { &p, pass, sink.enough };
	SCOPED_ARENA arena = { 0 };
	int64_t *ids;
	size_t count;
	bool known;

	if (!firm_day(db, query->today, query->now, &p.today, e) || !signal_time_frame(db, &p.days, e) ||
	    !find_heads(db, query, after, &arena, &ids, &count, &known, e))
		return false;
	if (known)
		return signal_heads_read(db, ids, count, passed, e);
	return query->newest_first ? signal_each_backwards(db, after, passed, e)
				   : signal_each(db, after, passed, e);
}

/* Rows, for as long as their arena. */
struct keeping {
	struct arena *arena;
	struct signal_row *rows;
	size_t count, room;
};

static void keep_row(struct keeping *k, const struct signal_row *row)
{
	k->rows = arena_room(k->arena, k->rows, k->count, &k->room, sizeof(*k->rows));
	k->rows[k->count] = *row;
	signal_keep(&k->rows[k->count++].signal, k->arena);
}

static bool keep(void *ctx, const struct signal_row *row, struct err *e)
{
	(void)e;
	keep_row(ctx, row);
	return true;
}

bool signal_list(struct db *db, const struct signal_query *query, struct arena *arena,
    struct signal_row **out, size_t *count, struct err *e)
{
	struct keeping k = { .arena = arena };

	if (!signal_rows(db, query, 0, (struct signal_row_sink){ &k, keep, NULL }, e))
		return false;
	*out = k.rows;
	*count = k.count;
	return true;
}

/* --- a page --- */

struct turning {
	struct signal_page *page;
	bool newest_first;
	struct keeping kept;
	int64_t all;
};

static bool is_before_page(const struct turning *t, int64_t id)
{
	int64_t after = t->page->after;

	return after && (t->newest_first ? id >= after : id <= after);
}

static bool turn(void *ctx, const struct signal_row *row, struct err *e)
{
	struct turning *t = ctx;

	(void)e;
	t->all++;
	if (is_before_page(t, row->signal.id))
		return true;
	t->page->more = t->kept.count == t->page->limit;
	if (!t->page->more)
		keep_row(&t->kept, row);
	return true;
}

/* Then the store knows how many there are, and where a page begins. */
static bool is_all_asked_for(const struct signal_query *q)
{
	return q->state == SIGNAL_STATE_COUNT && !q->kind.len && !q->source.len && !q->vulnerability.len &&
	       !date_is_known(q->since) && !q->overdue;
}

/* Asked for by what heads tell alone: they say how many there are, and which stand in the page. */
static bool is_told_by_heads(const struct signal_query *q)
{
	return !q->source.len && !date_is_known(q->since) && !q->overdue && !q->with_duties;
}

static bool page_by_heads(struct db *db, const struct signal_query *query, struct turning *t, struct err *e)
{
	struct signal_head_query heads = heads_of(query, t->page->after, t->kept.arena);
	struct passing p = { .query = query, .sink = { t, turn, NULL } };
	int64_t *ids;
	size_t count;

	heads.most = (int64_t)t->page->limit + 1;
	return firm_day(db, query->today, query->now, &p.today, e) && signal_time_frame(db, &p.days, e) &&
	       signal_heads_find(db, &heads, t->kept.arena, &ids, &count, e) &&
	       signal_heads_read(db, ids, count, (struct signal_sink){ &p, pass, NULL }, e) &&
	       signal_heads_count(db, &heads, &t->all, e);
}

bool signal_page(struct db *db, const struct signal_query *query, struct arena *arena,
    struct signal_page *page, struct err *e)
{
	bool whole = is_all_asked_for(query);
	struct turning t = { .page = page, .newest_first = query->newest_first, .kept.arena = arena };
	struct signal_row_sink sink = { &t, turn, whole ? &page->more : NULL };
	bool by_heads = false;

	page->more = false;
	if (!whole && is_told_by_heads(query) && !signal_heads_are_there(db, &by_heads, e))
		return false;
	if (by_heads ? !page_by_heads(db, query, &t, e)
		     : !signal_rows(db, query, whole ? page->after : 0, sink, e) ||
			   (whole && !signal_count(db, &t.all, e)))
		return false;
	page->rows = t.kept.rows;
	page->count = t.kept.count;
	page->all = t.all;
	return true;
}

/* --- embargoes --- */

struct embargoes {
	int64_t casefile_id;
	struct instant now;
	struct arena *arena;
	struct signal *list;
	size_t count, room;
};

static bool take_embargo(void *ctx, const struct signal *s, struct err *e)
{
	struct embargoes *m = ctx;

	(void)e;
	if (!signal_is_under_embargo(s, m->now) ||
	    (m->casefile_id && !signal_has_casefile(s, m->casefile_id)))
		return true;
	m->list = arena_room(m->arena, m->list, m->count, &m->room, sizeof(*m->list));
	m->list[m->count] = *s;
	signal_keep(&m->list[m->count++], m->arena);
	return true;
}

bool signal_embargoes(struct db *db, int64_t casefile_id, struct instant now, struct arena *arena,
    struct signal **out, size_t *count, struct err *e)
{
	struct embargoes m = { .casefile_id = casefile_id, .now = now, .arena = arena };
	struct signal_sink sink = { &m, take_embargo, NULL };
	int64_t *ids;
	size_t found;
	bool known;

	if (!signal_heads_are_there(db, &known, e) ||
	    (known && !signal_heads_embargoed(db, now, arena, &ids, &found, e)) ||
	    !(known ? signal_heads_read(db, ids, found, sink, e) : signal_each(db, 0, sink, e)))
		return false;
	*out = m.list;
	*count = m.count;
	return true;
}
