#include "actions/duties/due.h"

#include <stdlib.h>

#include "actions/casework/case_drift.h"
#include "actions/intake/signal_duties.h"
#include "decision/evidence.h"
#include "store/casefiles.h"
#include "store/devices.h"

struct collecting {
	struct db *db;
	struct arena *arena;
	struct due_asked asked;
	struct due_found found;
	size_t room, lapse_room;
	struct case_shared shared; /* of all casefiles */
};

static bool is_owed(const struct obligation *o)
{
	return o->state == OBLIGATION_OPEN || o->state == OBLIGATION_OVERDUE;
}

static bool is_undated(const struct obligation *o)
{
	return is_owed(o) && !date_is_known(o->due);
}

static bool is_wanted(const struct obligation *o, struct due_asked asked)
{
	if (asked.kept)
		return o->state == OBLIGATION_KEPT &&
		       (!date_is_known(asked.until) || date_by(o->until, asked.until));
	if (asked.undated)
		return is_undated(o);
	return is_owed(o) && date_is_known(o->due) &&
	       (!date_is_known(asked.until) || o->due.days <= asked.until.days);
}

/* Its place among those of its kind, met ones included: what is done does not rename what is left. */
static int ordinal_of(const struct obligation *list, size_t at)
{
	int ordinal = 1;

	for (size_t i = 0; i < at; i++)
		ordinal += list[i].kind == list[at].kind;
	return ordinal;
}

static bool add_row(struct collecting *c, const struct casefile *head, const struct case_view *view,
    const struct obligation *o, int ordinal, struct err *e)
{
	const struct case_shared_device *device;
	struct due_found *f = &c->found;

	f->undated += is_undated(o);
	if (!is_wanted(o, c->asked))
		return true;
	if (!case_shared_device(&c->shared, head->device_id, &device, e))
		return false;
	f->rows = arena_room(c->arena, f->rows, f->count, &c->room, sizeof(*f->rows));
	f->rows[f->count++] = (struct due_row){ .obligation = *o,
		.casefile = *head,
		.vulnerability = head->vulnerability,
		.device = device->device.name,
		.report_806_if_lapsed = view->determination.reading.report_806_due_if_lapsed,
		.ordinal = ordinal,
		.since = head->opened_at };
	if (o->says) /* of the arena of the casefile at hand */
		f->rows[f->count - 1].obligation.says = arena_text(c->arena, str_of(o->says));
	return true;
}

/* What is kept of the view lives in the arena of the rows: the casefile's head does already. */
static bool collect(
    struct collecting *c, const struct casefile *head, const struct case_view *view, struct err *e)
{
	const struct obligation *list = view->obligations;
	struct date lapse = view->determination.reading.report_806_due_if_lapsed;
	struct due_found *f = &c->found;

	if (date_is_known(lapse)) {
		f->lapses =
		    arena_room(c->arena, f->lapses, f->lapse_count, &c->lapse_room, sizeof(*f->lapses));
		f->lapses[f->lapse_count++] =
		    (struct due_lapse){ head->id, lapse, view->facts.today.days > lapse.days };
	}
	for (size_t i = 0; i < view->obligation_count; i++)
		if (!add_row(c, head, view, &list[i], ordinal_of(list, i), e))
			return false;
	return true;
}

static int count_of(const struct case_view *view, enum obligation_kind kind)
{
	int count = 0;

	for (size_t i = 0; i < view->obligation_count; i++)
		count += view->obligations[i].kind == kind;
	return count;
}

/* What has changed under an assessment is due at once. one: of the casefile at hand. */
static bool collect_drift(struct collecting *c, const struct casefile *head, const struct case_view *view,
    struct arena *one, struct err *e)
{
	struct case_drift drift;
	struct obligation o = { .kind = OBLIGATION_REASSESS_CHANGED,
		.due = view->facts.today,
		.state = OBLIGATION_OPEN,
		.met_on = DATE_NONE,
		.until = DATE_NONE };

	if (!case_drift_of(c->db, view, one, &drift, e))
		return false;
	o.starts = drift.assessed_on;
	return drift.change_count == 0 || add_row(c, head, view, &o, 1 + count_of(view, o.kind), e);
}

static struct str device_names(const struct signal *s, struct arena *arena)
{
	struct str names = STR("");

	for (size_t i = 0; i < s->device_count; i++)
		names = arena_printf(
		    arena, STR_FMT "%s" STR_FMT, STR_ARG(names), i ? ", " : "", STR_ARG(s->devices[i].name));
	return names;
}

static void add_signal(struct collecting *c, const struct signal *s, const struct obligation *o, int ordinal)
{
	struct due_found *f = &c->found;

	if (!is_wanted(o, c->asked))
		return;
	f->rows = arena_room(c->arena, f->rows, f->count, &c->room, sizeof(*f->rows));
	f->rows[f->count++] = (struct due_row){ .obligation = *o,
		.signal = s->id,
		.vulnerability = arena_copy(c->arena, s->vulnerability),
		.device = device_names(s, c->arena),
		.report_806_if_lapsed = DATE_NONE,
		.ordinal = ordinal,
		.since = s->recorded_at };
}

static bool collect_signal(void *ctx, const struct signal_row *row, struct err *e)
{
	struct collecting *c = ctx;
	struct signal_duties duties;

	if (!signal_duties_of(&c->shared, row, c->arena, &duties, e))
		return false;
	for (size_t i = 0; i < duties.count; i++)
		add_signal(c, &row->signal, &duties.items[i], 1);
	return true;
}

static bool collect_signals(struct collecting *c, struct date today, struct instant now, struct err *e)
{
	struct signal_query query = { .state = SIGNAL_STATE_COUNT,
		.since = DATE_NONE,
		.with_duties = true,
		.today = today,
		.now = now };

	return signal_rows(c->db, &query, 0, (struct signal_row_sink){ c, collect_signal, NULL }, e);
}

/* The day it is due, or the last one it is kept; an unknown one lies behind all others. */
static int32_t day_of(const struct obligation *o)
{
	struct date day = obligation_is_kept(o->kind) ? o->until : o->due;

	return date_is_known(day) ? day.days : INT32_MAX;
}

static int by_day(const void *left, const void *right)
{
	const struct due_row *a = left, *b = right;
	int32_t on = day_of(&a->obligation), other = day_of(&b->obligation);

	if (on != other)
		return on < other ? -1 : 1;
	if (a->casefile.id != b->casefile.id)
		return a->casefile.id < b->casefile.id ? -1 : 1;
	if (a->signal != b->signal)
		return a->signal < b->signal ? -1 : 1;
	return (int)a->obligation.kind - (int)b->obligation.kind;
}

static bool collect_casefiles(struct collecting *c, struct date today, struct instant now, struct err *e)
{
	SCOPED_ARENA one = { 0 }; /* of the casefile at hand */
	struct casefile *casefiles;
	size_t count;

	if (!casefile_list(c->db, c->arena, &casefiles, &count, e) ||
	    !case_shared_open(c->db, today, now, c->arena, &c->shared, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct case_view view;

		arena_reset(&one);
		if (!case_view_shared(&c->shared, casefiles[i].id, &one, &view, e) ||
		    !collect(c, &casefiles[i], &view, e) ||
		    (!case_is_superseded(casefiles, count, i) &&
			!collect_drift(c, &casefiles[i], &view, &one, e)))
			return err_within(e, "casefile %lld", (long long)casefiles[i].id);
	}
	return true;
}

bool due_list(struct db *db, struct date today, struct instant now, struct due_asked asked,
    struct arena *arena, struct due_found *out, struct err *e)
{
	struct collecting c = { .db = db, .arena = arena, .asked = asked };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = collect_casefiles(&c, today, now, e) && collect_signals(&c, today, now, e);
	case_shared_close(&c.shared);
	db_read_end(db);
	if (!done)
		return false;
	if (c.found.count)
		qsort(c.found.rows, c.found.count, sizeof(*c.found.rows), by_day);
	*out = c.found;
	return true;
}
