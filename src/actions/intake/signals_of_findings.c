#include "actions/intake/signal_draft.h"

#include "actions/firm_day.h"
#include "actions/matching/match_events.h"
#include "base/vec.h"
#include "matching/change.h"
#include "store/devices.h"

/* One component of a device, after one event. */
struct event {
	struct signal_pair pair;
	struct str component;
	size_t number;	 /* in the order of the events */
	bool is_finding; /* somebody may be affected */
};

struct gathering {
	struct arena *arena;
	struct event *events;
	size_t count, room;
	int64_t device_id; /* 0: all */
};

static bool is_finding(unsigned char code)
{
	return code && (finding_code_state(code) == FINDING_AFFECTED ||
			   finding_code_state(code) == FINDING_UNDER_INVESTIGATION);
}

static bool take_event(void *ctx, const struct match_event_row *row, struct err *e)
{
	struct gathering *g = ctx;
	char at[INSTANT_TEXT_SIZE];
	struct event event = { .number = g->count, .is_finding = is_finding(row->after) };

	(void)e;
	if (!row->device || (g->device_id && row->device->id != g->device_id))
		return true;
	event.component = arena_printf(
	    g->arena, STR_FMT " " STR_FMT, STR_ARG(row->component->name), STR_ARG(row->component->version));
	event.pair = (struct signal_pair){ .vulnerability = arena_copy(g->arena, row->vulnerability),
		.device = arena_copy(g->arena, row->device->name),
		.received_at = row->run->at,
		.received = arena_copy(g->arena, str_of(instant_write(row->run->at, at))),
		.source = str_of(match_cause_name(row->run->cause)),
		.reference = arena_copy(g->arena, row->cause),
		.summary = arena_printf(g->arena, STR_FMT " in " STR_FMT, STR_ARG(row->vulnerability),
		    STR_ARG(event.component)) };
	g->events = arena_room(g->arena, g->events, g->count, &g->room, sizeof(*g->events));
	g->events[g->count++] = event;
	return true;
}

static int by_place(const struct event *a, const struct event *b)
{
	int order = str_cmp(a->pair.vulnerability, b->pair.vulnerability);

	if (order == 0)
		order = str_cmp(a->pair.device, b->pair.device);
	return order ? order : str_cmp(a->component, b->component);
}

static int by_place_and_number(const void *left, const void *right)
{
	const struct event *a = left, *b = right;
	int order = by_place(a, b);

	return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* What is a finding still, since it last became one. */
static void draft_standing(
    struct gathering *g, const struct time_zone *zone, struct date since, struct signal_draft *draft)
{
	vec_sort(g->events, g->count, sizeof(*g->events), by_place_and_number);
	for (size_t i = 0, end, first; i < g->count; i = end) {
		for (end = i; end < g->count && by_place(&g->events[end], &g->events[i]) == 0;)
			end++;
		for (first = end; first > i && g->events[first - 1].is_finding;)
			first--;
		if (first < end &&
		    (!date_is_known(since) ||
			time_zone_date(zone, g->events[first].pair.received_at).days >= since.days))
			signal_draft_add(draft, g->events[first].pair);
	}
}

static bool find_device(struct db *db, struct str name, struct arena *arena, int64_t *id, struct err *e)
{
	struct device device;

	*id = 0;
	if (name.len == 0)
		return true;
	if (!device_get(db, name, arena, &device, e))
		return false;
	*id = device.id;
	return true;
}

bool signals_of_findings(struct db *db, const struct signal_findings_query *query, struct change_by by,
    struct arena *arena, struct signals_made *out, struct err *e)
{
	struct signal_draft draft = { .kind = "feed_match", .arena = arena };
	struct gathering g = { .arena = arena };
	SCOPED_CHANGE *change = NULL;
	struct time_zone zone;

	*out = (struct signals_made){ .is_draft = query->dry_run };
	if (!find_device(db, query->device, arena, &g.device_id, e) || !firm_zone(db, arena, &zone, e) ||
	    !match_events_read(db, 0, (struct match_event_sink){ &g, take_event }, e))
		return false;
	draft_standing(&g, &zone, query->since, &draft);
	if (query->dry_run)
		return signal_draft_keep(&draft, db, NULL, by, out, e);
	return change_open(db, &by, &change, e) && signal_draft_keep(&draft, db, change, by, out, e) &&
	       (out->count == 0 || change_close(&change, e));
}
