#include "actions/duties/metrics.h"

#include "actions/casework/case_view.h"
#include "actions/casework/rollout.h"
#include "actions/duties/metrics_case.h"
#include "actions/duties/metrics_findings.h"
#include "actions/firm_day.h"
#include "actions/intake/signal_duties.h"
#include "actions/intake/signal_list.h"
#include "actions/reports/consignee_list.h"
#include "decision/evidence.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/trails.h"
#include "store/vulnerabilities.h"

struct gathering {
	struct db *db;
	const struct metrics_asked *asked;
	struct instant now;
	struct arena *arena;
	struct metrics m;
	size_t signal_room, rollout_room;
	struct case_shared *shared; /* of signals */
};

static bool add_rollouts(struct gathering *g, const struct case_view *view, struct str device, struct err *e)
{
	struct metric_rollout *list;
	size_t count;

	if (!rollouts_validated(view, g->m.window.to, g->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		g->m.rollouts = arena_room(
		    g->arena, g->m.rollouts, g->m.rollout_count, &g->rollout_room, sizeof(*g->m.rollouts));
		list[i].device = device;
		list[i].release = arena_copy(g->arena, list[i].release);
		g->m.rollouts[g->m.rollout_count++] = list[i];
	}
	return true;
}

/* Whom the communications must reach, and what they answered: of casefiles that told customers. */
static bool add_answers(struct gathering *g, const struct case_view *view, struct arena *one, struct err *e)
{
	struct metric_case *c = &g->m.cases[g->m.case_count - 1];
	struct consignee_query query = { .casefile = view->casefile.id, .now = g->now };
	struct consignee_listing listing;
	struct rollout_answers a;

	if (c->notices == 0)
		return true;
	if (!rollout_answers(view, g->m.window.to, &a, e) ||
	    !consignee_listing(g->db, &query, one, &listing, e))
		return false;
	c->told = (int64_t)listing.report.count;
	c->confirmed = a.confirmed;
	c->bounced = a.bounced;
	c->silent = a.silent;
	return true;
}

static bool add_cases(struct gathering *g, struct err *e)
{
	SCOPED_CASE_SHARED shared = { 0 };
	SCOPED_ARENA one = { 0 };
	struct casefile *list;
	size_t count;

	if (!casefile_list(g->db, g->arena, &list, &count, e) ||
	    !case_shared_open(g->db, g->m.window.to, g->now, g->arena, &shared, e))
		return false;
	g->m.cases = arena_alloc(g->arena, count, sizeof(*g->m.cases));
	for (size_t i = 0; i < count; i++) {
		const struct case_shared_device *device;
		struct case_view view;

		if (g->asked->device_id && list[i].device_id != g->asked->device_id)
			continue;
		arena_reset(&one);
		if (!case_view_shared(&shared, list[i].id, &one, &view, e) ||
		    !case_shared_device(&shared, list[i].device_id, &device, e) ||
		    !metrics_case(&view, g->m.window, device->device.name, g->arena,
			&g->m.cases[g->m.case_count++], e) ||
		    !add_rollouts(g, &view, device->device.name, e) || !add_answers(g, &view, &one, e))
			return err_within(e, "casefile %lld", (long long)list[i].id);
	}
	return true;
}

/* Whether a complaint that is in no casefile is a reportable event, where that is still owed. */
static bool find_decide_by(
    struct gathering *g, const struct signal_row *row, struct arena *arena, struct date *out, struct err *e)
{
	struct signal_duties duties;

	*out = DATE_NONE;
	if (!signal_duties_of(g->shared, row, arena, &duties, e))
		return false;
	for (size_t i = 0; i < duties.count; i++)
		if (duties.items[i].kind == OBLIGATION_DECIDE_MDR &&
		    (duties.items[i].state == OBLIGATION_OPEN || duties.items[i].state == OBLIGATION_OVERDUE))
			*out = duties.items[i].due;
	return true;
}

static bool add_signal(void *ctx, const struct signal_row *row, struct err *e)
{
	struct gathering *g = ctx;
	const struct signal *s = &row->signal;
	SCOPED_ARENA one = { 0 };
	struct date decide_by;

	if (!date_is_known(s->received_on) || s->received_on.days > g->m.window.to.days)
		return true;
	if (!find_decide_by(g, row, &one, &decide_by, e))
		return false;
	g->m.signals =
	    arena_room(g->arena, g->m.signals, g->m.signal_count, &g->signal_room, sizeof(*g->m.signals));
	g->m.signals[g->m.signal_count++] = (struct metric_signal){ .received_on = s->received_on,
		.triaged_on = s->triaged_on,
		.acknowledge_by = s->acknowledgement_waived ? DATE_NONE : row->acknowledge_by,
		.acknowledged_on = s->acknowledged_on,
		.decide_by = decide_by,
		.from_isao = str_starts(str_of(s->kind->name), STR("isao")),
		.is_traced = s->casefile_count > 0 || s->state == SIGNAL_DUPLICATE ||
			     s->state == SIGNAL_NOT_OURS || s->state == SIGNAL_FALSE };
	return true;
}

/* Signals of one device alone are none of a report on it: they may name several. */
static bool add_signals(struct gathering *g, struct err *e)
{
	struct signal_query query = {
		.state = SIGNAL_STATE_COUNT, .since = DATE_NONE, .today = g->m.window.to, .now = g->now
	};

	SCOPED_CASE_SHARED shared = { 0 };

	if (g->asked->device_id)
		return true;
	if (!case_shared_open(g->db, g->m.window.to, g->now, g->arena, &shared, e))
		return false;
	g->shared = &shared;
	return signal_rows(g->db, &query, 0, (struct signal_row_sink){ g, add_signal, NULL }, e);
}

/* A source is on schedule that was imported within so many days. */
static bool count_sources(struct gathering *g, struct err *e)
{
	struct source_row *sources;
	size_t count;

	if (!sources_list(g->db, g->arena, &sources, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		g->m.sources++;
		g->m.sources_on_schedule +=
		    instant_is_known(sources[i].imported) &&
		    instant_days_since(sources[i].imported, g->now) < METRICS_SOURCE_DAYS;
	}
	return true;
}

/* Each component once, however many releases hold it. */
static bool count_components(struct gathering *g, const struct id_set *ids, struct err *e)
{
	SCOPED_ARENA one = { 0 };

	for (size_t i = 0; i < ids->count; i++) {
		struct component c;

		arena_reset(&one);
		if (!component_by_id(g->db, ids->ids[i], &one, &c, e))
			return false;
		g->m.components++;
		g->m.components_named += c.identity_count > 0;
		g->m.components_with_support +=
		    c.support_level != SUPPORT_LEVEL_UNKNOWN || date_is_known(c.end_of_support);
		g->m.components_ended += c.support_level == SUPPORT_LEVEL_ENDED ||
					 c.support_level == SUPPORT_LEVEL_ABANDONED ||
					 date_by(c.end_of_support, g->m.window.to);
	}
	return true;
}

static bool count_releases(struct gathering *g, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };
	struct device *devices;
	size_t count;

	if (!device_list(g->db, g->arena, &devices, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct release *releases;
		size_t release_count;

		if (g->asked->device_id && devices[i].id != g->asked->device_id)
			continue;
		if (!release_list(g->db, devices[i].id, g->arena, &releases, &release_count, e))
			return false;
		g->m.releases += (int64_t)release_count;
		for (size_t k = 0; k < release_count; k++) {
			g->m.releases_with_sbom += releases[k].list_id != 0;
			if (releases[k].list_id &&
			    !component_ids_of_list(g->db, releases[k].list_id, &ids, e))
				return false;
		}
	}
	return count_components(g, &ids, e);
}

/* --- editions --- */

/* What the trail calls them: editions of one period, unit and slice are counted together. */
static struct str object_of(const struct metrics *m, struct arena *arena)
{
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
	struct str device = STR("");

	if (m->device_id)
		device = arena_printf(arena, " of device %lld", (long long)m->device_id);
	return arena_printf(arena, "metrics %s %s %s%s%s" STR_FMT, date_write(m->window.from, from),
	    date_write(m->window.to, to), metric_unit_word(m->unit), m->by == SLICE_NONE ? "" : " by ",
	    metric_slice_word(m->by), STR_ARG(device));
}

static bool count_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	int64_t *count = ctx;

	(void)e;
	*count += str_eq(entry->what, STR("metrics.issue"));
	return true;
}

static bool count_issued(struct db *db, const struct metrics *m, int64_t *issued, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	*issued = 0;
	return trail_read(db, object_of(m, &arena), (struct trail_sink){ issued, count_entry }, e);
}

bool metrics_issue(
    struct db *db, const struct metrics *m, const struct sha256 *digest, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	char hex[SHA256_HEX_SIZE];
	int64_t issued;

	if (!change_open(db, &by, &change, e) || !count_issued(db, m, &issued, e))
		return false;
	if (issued + 1 != m->edition)
		return err_fail(e, ERR_CONFLICT, "another edition was issued meanwhile: make this one again");
	return change_note(change, "metrics.issue", object_of(m, &arena), STR_NONE,
		   arena_printf(&arena, "{\"edition\":%lld,\"digest\":\"%s\"}", (long long)m->edition,
		       sha256_hex(digest, hex)),
		   e) &&
	       change_close(&change, e);
}

/* --- all of it --- */

static bool gather(struct gathering *g, struct err *e)
{
	struct date today;

	if (!firm_day(g->db, DATE_NONE, g->now, &today, e))
		return false;
	if (g->m.window.to.days > today.days)
		g->m.window.to = today;
	return add_cases(g, e) &&
	       (g->m.patching_only || metrics_findings(g->db, today, g->arena, &g->m, e)) &&
	       add_signals(g, e) && count_releases(g, e) && count_sources(g, e) &&
	       count_issued(g->db, &g->m, &g->m.issued, e);
}

bool metrics_gather(struct db *db, const struct metrics_asked *asked, struct instant now, struct arena *arena,
    struct metrics *out, struct err *e)
{
	struct gathering g = { .db = db,
		.asked = asked,
		.now = now,
		.arena = arena,
		.m = { .window = asked->window,
		    .unit = asked->unit,
		    .by = asked->by,
		    .device_id = asked->device_id,
		    .patching_only = asked->patching_only } };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = gather(&g, e);
	db_read_end(db);
	if (done)
		*out = g.m;
	return done;
}
