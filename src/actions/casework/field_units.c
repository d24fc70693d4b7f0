#include "actions/casework/field_units.h"

#include <stdlib.h>

#include "actions/casework/carrying.h"
#include "actions/casework/rollout_steps.h"
#include "actions/findings/affected_releases.h"
#include "decision/evidence.h"
#include "reports/casefile_record.h"
#include "store/consignees.h"
#include "store/devices.h"

/* The releases that the file is about. */
struct concerned {
	struct report_finding *findings;
	struct release *releases;
	size_t finding_count, release_count;
	struct carrying *carrying; /* as of today */
	size_t carrying_count;
	struct date first_on; /* of the first distribution; DATE_NONE: none yet */
};

static bool read_sent(const struct case_view *view, struct date today, struct arena *arena,
    struct concerned *out, struct err *e)
{
	struct rollout_record *list;
	size_t count;

	out->first_on = DATE_NONE;
	if (!rollout_records(view, STR("distribution"), today, arena, &list, &count, e) ||
	    !carrying_releases(view, today, arena, &out->carrying, &out->carrying_count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		out->first_on = date_earlier(out->first_on, list[i].on);
	return true;
}

static bool read_concerned(struct db *db, const struct case_view *view, struct date today,
    struct arena *arena, struct concerned *out, struct err *e)
{
	size_t room = 0;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (str_eq(r->kind, STR("finding")) && !report_findings_read(r->more, r->id, arena,
							   &out->findings, &out->finding_count, &room, e))
			return err_within(e, "record %lld", (long long)r->id);
	}
	return read_sent(view, today, arena, out, e) &&
	       release_list(db, view->casefile.device_id, arena, &out->releases, &out->release_count, e);
}

static bool is_named(const struct concerned *c, struct str version)
{
	for (size_t i = 0; i < c->finding_count; i++)
		if (str_eq(c->findings[i].release, version))
			return true;
	return false;
}

/* Every release of the device, of which nothing is known yet; the last: not known which. */
static void begin(const struct concerned *c, struct arena *arena, struct field_units *u)
{
	u->releases = arena_alloc(arena, c->release_count + 1, sizeof(*u->releases));
	u->release_count = c->release_count + 1;
	for (size_t i = 0; i < c->release_count; i++) {
		struct str version = c->releases[i].version;

		u->releases[i] = (struct field_release){ .version = version,
			.named = is_named(c, version),
			.most = -1,
			.held = -1,
			.released_on = c->releases[i].released_on };
	}
	u->releases[c->release_count] =
	    (struct field_release){ .concerned = true, .most = -1, .held = -1, .released_on = DATE_NONE };
}

/* One of which no number is known may be an old one, unless a person says that it is not. */
static bool came_with_fix(
    const struct concerned *c, const struct field_units *u, const struct field_release *at)
{
	const struct carrying *found = carrying_find(c->carrying, c->carrying_count, at->version);

	return found && (found->said || at->most >= 0 || u->by_shipments);
}

static bool is_lost(const struct concerned *c, const struct field_release *at)
{
	return date_is_known(carrying_find(c->carrying, c->carrying_count, at->version)->lost_on);
}

/* What findings say of releases that no finding in the file names. */
static bool judge_others(struct db *db, const struct case_view *view, struct date today,
    const struct concerned *c, struct arena *arena, struct field_units *u, struct err *e)
{
	struct affected_release *judged;
	struct device device;
	bool any = false;
	size_t count;

	if (!device_by_id(db, view->casefile.device_id, arena, &device, e) ||
	    !affected_releases(db, &device, view->casefile.vulnerability, today, arena, &judged, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		any = any || u->releases[i].named || judged[i].bearing == RELEASE_AFFECTED;
	for (size_t i = 0; i < count; i++) {
		struct field_release *at = &u->releases[i];

		if (!at->named && judged[i].bearing != RELEASE_AFFECTED && came_with_fix(c, u, at)) {
			at->lost = is_lost(c, at);
			at->carries = !at->lost;
		}
		at->concerned =
		    at->named || judged[i].bearing == RELEASE_AFFECTED ||
		    (!at->carries && judged[i].bearing == RELEASE_NOT_TOLD && (!any || at->most > 0));
	}
	return true;
}

static bool judge(struct db *db, const struct case_view *view, struct date today, const struct concerned *c,
    struct arena *arena, struct field_units *u, struct err *e)
{
	bool all = true;

	for (size_t i = 0; i + 1 < u->release_count; i++) {
		u->releases[i].concerned = u->releases[i].named;
		all = all && u->releases[i].named;
	}
	return all || judge_others(db, view, today, c, arena, u, e);
}

/* The place of the release that the units of a shipment run; the last where it is not known. */
static size_t place_of(const struct concerned *c, const struct shipment *s)
{
	size_t i = 0;

	while (i < c->release_count && c->releases[i].id != s->release_id)
		i++;
	return i;
}

static int64_t plus(int64_t known, int64_t more)
{
	return (known < 0 ? 0 : known) + more;
}

static void add_shipment(struct field_release *to, const struct shipment *s)
{
	to->most = plus(to->most, s->quantity);
	to->held = plus(to->held, s->quantity - s->returned);
}

/* What is stated of the releases; *most stays -1 where it is not of all. */
static void take_stated(const struct concerned *c, struct field_units *u)
{
	bool all = c->release_count > 0;
	int64_t units = 0;

	for (size_t i = 0; i < c->release_count; i++) {
		u->releases[i].most = u->releases[i].held = c->releases[i].units;
		all = all && c->releases[i].units >= 0;
		units += c->releases[i].units;
	}
	u->most = all ? units : -1;
}

/* May units of the release that came by a day have come with another one, before the fix went out in it? */
static bool may_be_older(const struct concerned *c, const struct field_release *at, struct date came)
{
	const struct carrying *with = carrying_find(c->carrying, c->carrying_count, at->version);

	return (at->carries || at->lost) && !with->said &&
	       !(date_is_known(at->released_on) && at->released_on.days >= with->on.days) &&
	       (!date_is_known(came) || came.days < with->on.days);
}

/* Units that came with a fix that is lost are concerned since then. */
static struct date concerned_since(
    const struct concerned *c, const struct field_release *at, struct date came)
{
	const struct carrying *with = carrying_find(c->carrying, c->carrying_count, at->version);

	return at->lost && date_is_known(came) ? date_later(came, with->lost_on) : came;
}

static void arrive(
    struct field_units *u, const struct concerned *c, size_t release, struct date on, int64_t held)
{
	if (held > 0 && date_is_known(c->first_on) && date_is_known(on) && on.days > c->first_on.days)
		u->arrived[u->arrived_count++] = (struct field_arrival){ release, on, held };
}

static void move_units(struct field_release *from, struct field_release *to, int64_t most, int64_t held)
{
	from->most -= most;
	from->held -= held;
	to->most = plus(to->most, most);
	to->held = plus(to->held, held);
}

/* Of units that run a release that carries the fix and may have come with another, that one is not known. */
static void settle(struct field_units *u, const struct concerned *c, const struct shipment *list,
    size_t count, struct date today)
{
	size_t unknown = c->release_count;

	for (size_t i = 0; u->by_shipments && i < count; i++) {
		size_t at = place_of(c, &list[i]);
		int64_t held = list[i].quantity - list[i].returned;

		if (!date_not_after(list[i].shipped_on, today))
			continue;
		if (may_be_older(c, &u->releases[at], list[i].shipped_on)) {
			move_units(&u->releases[at], &u->releases[unknown], list[i].quantity, held);
			at = unknown;
		}
		if (!u->releases[at].carries)
			arrive(u, c, at, concerned_since(c, &u->releases[at], list[i].shipped_on), held);
	}
	for (size_t i = 0; !u->by_shipments && i < c->release_count; i++) {
		struct field_release *at = &u->releases[i];

		if (at->most >= 0 && may_be_older(c, at, DATE_NONE))
			move_units(at, &u->releases[unknown], at->most, at->held);
		else if (!at->carries)
			arrive(u, c, i, concerned_since(c, at, at->released_on), at->held);
	}
}

static int by_arrival(const void *left, const void *right)
{
	const struct field_arrival *a = left, *b = right;

	if (a->release != b->release)
		return a->release < b->release ? -1 : 1;
	return (a->on.days > b->on.days) - (a->on.days < b->on.days);
}

/* A day of a release once. */
static void merge_arrived(struct field_units *u)
{
	size_t kept = 0;

	if (u->arrived_count)
		qsort(u->arrived, u->arrived_count, sizeof(*u->arrived), by_arrival);
	for (size_t i = 0; i < u->arrived_count; i++) {
		struct field_arrival *last = kept ? &u->arrived[kept - 1] : NULL;

		if (last && by_arrival(last, &u->arrived[i]) == 0)
			last->held += u->arrived[i].held;
		else
			u->arrived[kept++] = u->arrived[i];
	}
	u->arrived_count = kept;
}

bool field_units(struct db *db, const struct case_view *view, struct date today, struct arena *arena,
    struct field_units *out, struct err *e)
{
	struct field_units u = { .most = -1 };
	struct concerned c = { 0 };
	struct shipment *list;
	size_t count;

	if (!read_concerned(db, view, today, arena, &c, e) ||
	    !shipment_list(db, view->casefile.device_id, arena, &list, &count, e))
		return false;
	begin(&c, arena, &u);
	for (size_t i = 0; i < count; i++) {
		if (!date_not_after(list[i].shipped_on, today))
			continue;
		u.most = plus(u.most, list[i].quantity);
		add_shipment(&u.releases[place_of(&c, &list[i])], &list[i]);
	}
	u.by_shipments = u.most >= 0;
	if (!u.by_shipments)
		take_stated(&c, &u);
	if (!judge(db, view, today, &c, arena, &u, e))
		return false;
	u.arrived = arena_alloc(arena, count + c.release_count, sizeof(*u.arrived));
	settle(&u, &c, list, count, today);
	merge_arrived(&u);
	*out = u;
	return true;
}

/* Those of a release that arrived later, each day by itself; their sum. */
static int64_t add_arrived(
    const struct field_units *field, size_t release, struct concerned_fact *out, size_t *found)
{
	int64_t sum = 0;

	for (size_t i = 0; i < field->arrived_count; i++) {
		const struct field_arrival *a = &field->arrived[i];

		if (a->release != release)
			continue;
		out[*found] = (struct concerned_fact){ (int64_t)*found, field->releases[release].version,
			a->held, a->on };
		(*found)++;
		sum += a->held;
	}
	return sum;
}

struct concerned_fact *field_concerned(const struct field_units *field, struct arena *arena, size_t *count)
{
	struct concerned_fact *out =
	    arena_alloc(arena, field->release_count + field->arrived_count, sizeof(*out));
	size_t found = 0;

	if (field->told) {
		*count = field->told_count;
		return field->told;
	}
	for (size_t i = 0; i < field->release_count; i++) {
		const struct field_release *at = &field->releases[i];
		bool unknown = at->held < 0 && at->version.len && !field->by_shipments;
		int64_t later;

		if (!at->concerned)
			continue;
		later = add_arrived(field, i, out, &found);
		if (at->held > later || unknown) {
			out[found] = (struct concerned_fact){ (int64_t)found, at->version,
				unknown ? at->held : at->held - later, DATE_NONE };
			found++;
		}
	}
	*count = found;
	return out;
}

const struct field_release *field_release_of(const struct field_units *field, struct str version)
{
	for (size_t i = 0; i < field->release_count; i++) {
		const struct field_release *at = &field->releases[i];

		if (version.len && at->concerned && at->most > 0 && str_eq(at->version, version))
			return at;
	}
	return NULL;
}

int64_t field_most(const struct field_units *field, struct str version)
{
	const struct field_release *of = field_release_of(field, version);
	int64_t unknown = field->releases[field->release_count - 1].most;

	return of ? plus(unknown, of->most) : field->most;
}

static bool is_account(
    struct db *db, int64_t consignee, const struct str *accounts, size_t count, bool *is, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct consignee one;

	*is = false;
	for (size_t i = 0; i < count && !*is; i++) {
		if (!consignee_find(db, accounts[i], &arena, &one, e))
			return false;
		*is = one.id == consignee;
	}
	return true;
}

bool field_share_of(struct db *db, const struct case_view *view, struct str release,
    const struct str *accounts, size_t count, struct field_share *out, struct err *e)
{
	const struct field_release *of;
	struct date today = view->facts.today;
	struct field_units field;
	struct concerned c = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct shipment *list;
	size_t shipments;
	bool is, any = false;

	*out = (struct field_share){ 0 };
	if (!field_units(db, view, today, &arena, &field, e) ||
	    !read_concerned(db, view, today, &arena, &c, e) ||
	    !shipment_list(db, view->casefile.device_id, &arena, &list, &shipments, e))
		return false;
	of = field_release_of(&field, release);
	for (size_t i = 0; i < shipments; i++) {
		const struct field_release *at = &field.releases[place_of(&c, &list[i])];

		if (!date_not_after(list[i].shipped_on, today))
			continue;
		any = true;
		if (of ? at != of && at->version.len
		       : !at->concerned && !(at->carries && str_eq(at->version, release)))
			continue;
		if (!is_account(db, list[i].consignee_id, accounts, count, &is, e))
			return false;
		out->shipped += is ? list[i].quantity : 0;
		out->held += is ? list[i].quantity - list[i].returned : 0;
	}
	if (!any)
		*out = (struct field_share){ -1, -1 };
	return true;
}
