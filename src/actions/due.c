#include "actions/due.h"

#include <stdlib.h>

#include "actions/signal_list.h"
#include "store/casefiles.h"
#include "store/devices.h"

struct collecting {
	struct db *db;
	struct arena *arena;
	struct date until;
	struct due_row *rows;
	size_t count, room;
};

static bool is_wanted(const struct obligation *o, struct date until)
{
	if (o->state != OBLIGATION_OPEN && o->state != OBLIGATION_OVERDUE)
		return false;
	return date_is_known(o->due) && (!date_is_known(until) || o->due.days <= until.days);
}

/* Its place among those of its kind, met ones included: what is done does not rename what is left. */
static int ordinal_of(const struct obligation *list, size_t at)
{
	int ordinal = 1;

	for (size_t i = 0; i < at; i++)
		ordinal += list[i].kind == list[at].kind;
	return ordinal;
}

static bool collect(struct collecting *c, const struct case_view *view, struct err *e)
{
	struct device device;
	const struct obligation *list = view->obligations;

	if (!device_by_id(c->db, view->casefile.device_id, c->arena, &device, e))
		return false;
	for (size_t i = 0; i < view->obligation_count; i++) {
		if (!is_wanted(&list[i], c->until))
			continue;
		c->rows = arena_room(c->arena, c->rows, c->count, &c->room, sizeof(*c->rows));
		c->rows[c->count++] = (struct due_row){ .obligation = list[i],
			.casefile = view->casefile,
			.vulnerability = view->casefile.vulnerability,
			.device = device.name,
			.ordinal = ordinal_of(list, i),
			.since = view->casefile.opened_at };
	}
	return true;
}

static struct str device_names(const struct signal *s, struct arena *arena)
{
	struct str names = STR("");

	for (size_t i = 0; i < s->device_count; i++)
		names = arena_printf(
		    arena, STR_FMT "%s" STR_FMT, STR_ARG(names), i ? ", " : "", STR_ARG(s->devices[i].name));
	return names;
}

static bool collect_signals(struct collecting *c, struct date today, struct instant now, struct err *e)
{
	struct signal_query query = {
		.state = SIGNAL_STATE_COUNT, .since = DATE_NONE, .today = today, .now = now
	};
	struct signal_row *list;
	size_t count;

	if (!signal_list(c->db, &query, c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct signal *s = &list[i].signal;
		struct obligation o = { .kind = OBLIGATION_ACKNOWLEDGE_REPORTER,
			.starts = s->received_on,
			.due = list[i].acknowledge_by,
			.state = list[i].overdue ? OBLIGATION_OVERDUE : OBLIGATION_OPEN,
			.met_on = DATE_NONE };

		if (!list[i].owed || !is_wanted(&o, c->until))
			continue;
		c->rows = arena_room(c->arena, c->rows, c->count, &c->room, sizeof(*c->rows));
		c->rows[c->count++] = (struct due_row){ .obligation = o,
			.signal = s->id,
			.vulnerability = s->vulnerability,
			.device = device_names(s, c->arena),
			.ordinal = 1,
			.since = s->recorded_at };
	}
	return true;
}

static int by_day(const void *left, const void *right)
{
	const struct due_row *a = left, *b = right;

	if (a->obligation.due.days != b->obligation.due.days)
		return a->obligation.due.days < b->obligation.due.days ? -1 : 1;
	if (a->casefile.id != b->casefile.id)
		return a->casefile.id < b->casefile.id ? -1 : 1;
	if (a->signal != b->signal)
		return a->signal < b->signal ? -1 : 1;
	return (int)a->obligation.kind - (int)b->obligation.kind;
}

bool due_list(struct db *db, struct date today, struct instant now, struct date until, struct arena *arena,
    struct due_row **out, size_t *count, struct err *e)
{
	struct collecting c = { .db = db, .arena = arena, .until = until };
	struct casefile *casefiles;
	size_t casefile_count;

	if (!casefile_list(db, arena, &casefiles, &casefile_count, e))
		return false;
	for (size_t i = 0; i < casefile_count; i++) {
		struct case_view view;

		if (!case_view(db, casefiles[i].id, today, now, arena, &view, e) || !collect(&c, &view, e))
			return err_within(e, "casefile %lld", (long long)casefiles[i].id);
	}
	if (!collect_signals(&c, today, now, e))
		return false;
	if (c.count)
		qsort(c.rows, c.count, sizeof(*c.rows), by_day);
	*out = c.rows;
	*count = c.count;
	return true;
}
