#include "actions/intake/learning.h"

#include "actions/casework/case_record.h"
#include "actions/casework/kept_policies.h"
#include "actions/casework/learning_record.h"
#include "actions/firm_day.h"
#include "actions/intake/signal_head.h"
#include "actions/signal_read.h"
#include "base/vec.h"
#include "decision/facts_json.h"
#include "store/casefiles.h"

/* Signals that may say when something was learned, with marks on those that do. */
struct marked {
	struct signal *signals;
	size_t count, room;
	bool *marks;
	const int64_t *asked; /* these are among them, whatever they are */
	size_t asked_count;
	struct arena *arena;
};

/* Nothing is learned from what is in no casefile, unless it is asked for or a duplicate of another. */
static bool can_count(const struct marked *m, const struct signal *s)
{
	for (size_t i = 0; i < m->asked_count; i++)
		if (m->asked[i] == s->id)
			return true;
	return s->casefile_count > 0 || s->state == SIGNAL_DUPLICATE;
}

static bool take_signal(void *ctx, const struct signal *s, struct err *e)
{
	struct marked *m = ctx;

	(void)e;
	if (!can_count(m, s))
		return true;
	m->signals = arena_room(m->arena, m->signals, m->count, &m->room, sizeof(*m->signals));
	m->signals[m->count] = *s;
	signal_keep(&m->signals[m->count++], m->arena);
	return true;
}

static int by_number(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Those that can count, by number, each once. */
static bool find_candidates(
    struct db *db, const struct marked *m, int64_t **out, size_t *count, struct err *e)
{
	int64_t *linked, *ids;
	size_t linked_count, all, kept = 0;

	if (!signal_heads_linked(db, m->arena, &linked, &linked_count, e))
		return false;
	all = linked_count + m->asked_count;
	ids = arena_alloc(m->arena, all + 1, sizeof(*ids));
	for (size_t i = 0; i < all; i++)
		ids[i] = i < linked_count ? linked[i] : m->asked[i - linked_count];
	vec_sort(ids, all, sizeof(*ids), by_number);
	for (size_t i = 0; i < all; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			ids[kept++] = ids[i];
	*out = ids;
	*count = kept;
	return true;
}

static bool read_marked(
    struct db *db, const int64_t *asked, size_t count, struct arena *arena, struct marked *m, struct err *e)
{
	struct signal_sink sink = { m, take_signal, NULL };
	int64_t *ids;
	size_t found;
	bool known;

	*m = (struct marked){ .asked = asked, .asked_count = count, .arena = arena };
	if (!signal_heads_are_there(db, &known, e) || (known && !find_candidates(db, m, &ids, &found, e)) ||
	    !(known ? signal_heads_read(db, ids, found, sink, e) : signal_each(db, 0, sink, e)))
		return false;
	m->marks = arena_alloc(arena, m->count + 1, sizeof(*m->marks));
	return true;
}

static size_t place_of(const struct marked *m, int64_t id)
{
	size_t i = 0;

	while (i < m->count && m->signals[i].id != id)
		i++;
	return i;
}

/* What is a duplicate of something marked is marked too, through any number of steps. */
static void mark_duplicates(struct marked *m)
{
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < m->count; i++) {
			size_t of = m->signals[i].state == SIGNAL_DUPLICATE
					? place_of(m, m->signals[i].duplicate_of)
					: m->count;

			if (!m->marks[i] && of < m->count && m->marks[of])
				again = m->marks[i] = true;
		}
	}
}

/* Was it found to be about nothing of ours, or no vulnerability? */
static bool is_refuted(const struct signal *s)
{
	return s->state == SIGNAL_NOT_OURS || s->state == SIGNAL_FALSE;
}

/* Those in the casefile, without those that were refuted where they are to count. */
static void mark_casefile(struct marked *m, int64_t casefile_id, bool counting)
{
	for (size_t i = 0; i < m->count; i++)
		m->marks[i] = signal_has_casefile(&m->signals[i], casefile_id) &&
			      !(counting && is_refuted(&m->signals[i]));
	mark_duplicates(m);
}

static bool read_clock_start(struct db *db, struct arena *arena, enum clock_start *out, struct err *e)
{
	struct policy policy = policy_default();
	struct kept_policies policies;
	struct str json;

	if (!kept_policies(db, arena, &policies, e))
		return false;
	json = kept_policy_last(&policies)->json;
	if (json.ptr && !policy_json_read(json, arena, &policy, e))
		return false;
	*out = policy.clock_start;
	return true;
}

static bool day_of_marked(
    struct db *db, const struct marked *m, struct arena *arena, struct learning_day *out, struct err *e)
{
	struct signal *chosen = arena_alloc(arena, m->count + 1, sizeof(*chosen));
	struct time_zone zone;
	enum clock_start start;
	size_t count = 0;

	if (!read_clock_start(db, arena, &start, e) || !firm_zone(db, arena, &zone, e))
		return false;
	for (size_t i = 0; i < m->count; i++)
		if (m->marks[i])
			chosen[count++] = m->signals[i];
	*out = learning_day_of(chosen, count, start, zone.name, arena);
	return true;
}

bool learning_by_signals(struct db *db, const int64_t *signals, size_t count, struct arena *arena,
    struct learning_day *out, struct err *e)
{
	struct marked m;

	if (!read_marked(db, signals, count, arena, &m, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t at = place_of(&m, signals[i]);

		if (at == m.count)
			return err_fail(e, ERR_ABSENT, "there is no signal %lld", (long long)signals[i]) ||
			       err_remedy(e, REMEDY_SIGNALS);
		m.marks[at] = true;
	}
	mark_duplicates(&m);
	return day_of_marked(db, &m, arena, out, e);
}

static bool amend(struct db *db, struct change *change, const struct learning_move *move, struct change_by by,
    struct arena *arena, struct err *e)
{
	struct case_addition a = { .casefile_id = move->casefile_id, .kind = "vulnerability" };
	int64_t id;

	a.facts = learning_facts(move->after, arena);
	a.more = learning_basis(move->reason, STR(""), arena);
	return case_record_within(db, change, &a, by, arena, &id, e);
}

/* Leaves the marks of those alone that have changed; true if any did. */
static bool mark_changed(struct marked *m, const int64_t *changed, size_t count)
{
	bool *marks = m->marks, any = false;

	for (size_t i = 0; i < m->count; i++) {
		bool is_changed = false;

		for (size_t k = 0; k < count && marks[i]; k++)
			is_changed |= changed[k] == m->signals[i].id;
		any |= marks[i] = is_changed;
	}
	return any;
}

/* What the signals that have changed say of a casefile they are in, against what all of them say; the days
 * are DATE_NONE where none counts. */
struct review {
	bool concerns; /* any of them is in it */
	struct learning_day by_changed, by_all;
};

static bool review_days(struct db *db, struct marked *m, int64_t casefile_id, const int64_t *changed,
    size_t count, struct arena *arena, struct review *out, struct err *e)
{
	*out = (struct review){ .by_changed = { .on = DATE_NONE }, .by_all = { .on = DATE_NONE } };
	mark_casefile(m, casefile_id, false);
	out->concerns = mark_changed(m, changed, count);
	if (!out->concerns)
		return true;
	mark_casefile(m, casefile_id, true);
	return day_of_marked(db, m, arena, &out->by_all, e) &&
	       (!mark_changed(m, changed, count) || day_of_marked(db, m, arena, &out->by_changed, e));
}

static bool is_before(struct date a, struct date b)
{
	return date_is_known(a) && (!date_is_known(b) || a.days < b.days);
}

static bool move_day(struct db *db, struct change *change, int64_t casefile_id, const struct review *r,
    struct change_by by, struct arena *arena, struct learning_moves *moves, struct err *e)
{
	struct learning_move move = {
		.casefile_id = casefile_id, .after = r->by_all.on, .reason = r->by_all.reason
	};
	struct case_view view;

	if (!case_view(db, casefile_id, DATE_NONE, by.at, arena, &view, e))
		return false;
	move.before = view.facts.vulnerability.learned_on;
	if (is_before(r->by_changed.on, move.before) && is_before(move.after, move.before))
		move.kind = date_is_known(view.casefile.closed_on) && !view.determination.reopened
				? LEARNING_CLOSED
				: LEARNING_MOVED;
	else if (is_before(move.before, move.after))
		move.kind = LEARNING_LATER;
	else
		return true;
	if (move.kind == LEARNING_MOVED && !amend(db, change, &move, by, arena, e))
		return false;
	moves->items = arena_room(arena, moves->items, moves->count, &moves->room, sizeof(*moves->items));
	moves->items[moves->count++] = move;
	return true;
}

bool learning_review(struct db *db, struct change *change, const int64_t *changed, size_t count,
    struct change_by by, struct arena *arena, struct learning_moves *moves, struct err *e)
{
	struct casefile *casefiles;
	struct marked m;
	size_t casefile_count;

	if (!read_marked(db, changed, count, arena, &m, e) ||
	    !casefile_list(db, arena, &casefiles, &casefile_count, e))
		return false;
	for (size_t i = 0; i < casefile_count; i++) {
		struct review r;

		if (!review_days(db, &m, casefiles[i].id, changed, count, arena, &r, e))
			return false;
		if (r.concerns && !move_day(db, change, casefiles[i].id, &r, by, arena, moves, e))
			return err_within(e, "casefile %lld", (long long)casefiles[i].id);
	}
	return true;
}
