#include "actions/duties/metrics_findings.h"

#include "actions/fielded.h"
#include "actions/findings/finding_list.h"
#include "store/devices.h"
#include "store/statements.h"
#include "store/vulnerabilities.h"

struct counting {
	struct db *db;
	struct date today;
	struct metrics *m;
	struct finding_walk *walk;
	struct id_set seen; /* vulnerabilities */
};

static bool is_open(enum finding_state state)
{
	return state == FINDING_AFFECTED || state == FINDING_PLATFORM_NOT_IN_SBOM ||
	       state == FINDING_UNDER_INVESTIGATION;
}

static int64_t days_before(struct date today, struct date on)
{
	return date_is_known(on) && on.days < today.days ? (int64_t)today.days - on.days : 0;
}

static bool count_row(
    void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct counting *c = ctx;
	struct date since;
	int64_t days;

	(void)components;
	if (!row->exploited || !is_open(row->finding.state))
		return true;
	if (!vulnerability_exploited_since(c->db, row->finding.vulnerability_id, &since, e))
		return false;
	days = days_before(c->today, since);
	c->m->listed_findings++;
	c->m->listed_days = days > c->m->listed_days ? days : c->m->listed_days;
	id_set_add(&c->seen, row->finding.vulnerability_id);
	return true;
}

static bool count_release(
    void *ctx, const struct device *device, const struct release *release, struct err *e)
{
	static const bool never;
	struct counting *c = ctx;

	return !finding_walk_can_have(c->walk, release) ||
	       finding_walk_release(
		   c->walk, device, release, (struct finding_sink){ c, count_row }, &never, e);
}

static bool count_listed(struct counting *c, struct str device, struct err *e)
{
	struct finding_query query = { .device = device, .today = c->today };
	struct fielded_query which = { device, STR("") };
	SCOPED_FINDING_WALK *walk = NULL;

	if (!finding_walk_open(c->db, &query, &walk, e) || !finding_walk_only_kev(walk, e))
		return false;
	c->walk = walk;
	if (!fielded_walk(c->db, which, (struct fielded_visit){ c, count_release, NULL }, e))
		return false;
	c->m->listed_vulnerabilities = (int64_t)c->seen.count;
	return true;
}

static bool count_statement(void *ctx, const struct statement_brief *s, struct err *e)
{
	struct counting *c = ctx;
	int64_t days = days_before(c->today, instant_date(s->made_at, 0));

	(void)e;
	if ((c->m->device_id && s->device_id != c->m->device_id) ||
	    (date_is_known(s->until) && s->until.days < c->today.days))
		return true;
	if (s->status == STATEMENT_NOT_AFFECTED) {
		c->m->justified.whole++;
		c->m->justified.part += s->justification != JUSTIFICATION_NONE;
	}
	if (s->status == STATEMENT_UNDER_INVESTIGATION) {
		c->m->investigated++;
		c->m->investigated_days = days > c->m->investigated_days ? days : c->m->investigated_days;
	}
	return true;
}

bool metrics_findings(struct db *db, struct date today, struct arena *arena, struct metrics *m, struct err *e)
{
	struct counting c = { .db = db, .today = today, .m = m };
	struct device device = { .name = STR("") };
	bool done;

	if (m->device_id && !device_by_id(db, m->device_id, arena, &device, e))
		return false;
	done = count_listed(&c, device.name, e) &&
	       statements_own_each(db, (struct statement_brief_sink){ &c, count_statement }, e);
	id_set_clear(&c.seen);
	return done;
}
