#include "actions/casework/field_units.h"

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
};

static bool read_concerned(
    struct db *db, const struct case_view *view, struct arena *arena, struct concerned *out, struct err *e)
{
	size_t room = 0;

	for (size_t i = 0; i < view->record_count; i++) {
		const struct case_record *r = &view->records[i];

		if (str_eq(r->kind, STR("finding")) && !report_findings_read(r->more, r->id, arena,
							   &out->findings, &out->finding_count, &room, e))
			return err_within(e, "record %lld", (long long)r->id);
	}
	return release_list(db, view->casefile.device_id, arena, &out->releases, &out->release_count, e);
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

		u->releases[i] = (struct field_release){ version, is_named(c, version), false, -1, -1 };
	}
	u->releases[c->release_count] = (struct field_release){ STR_NONE, false, true, -1, -1 };
}

/* What findings say of releases that no finding in the file names. */
static bool judge_others(struct db *db, const struct case_view *view, struct date today, struct arena *arena,
    struct field_units *u, struct err *e)
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

		at->concerned = at->named || judged[i].bearing == RELEASE_AFFECTED ||
				(judged[i].bearing == RELEASE_NOT_TOLD && (!any || at->most > 0));
	}
	return true;
}

static bool judge(struct db *db, const struct case_view *view, struct date today, struct arena *arena,
    struct field_units *u, struct err *e)
{
	bool all = true;

	for (size_t i = 0; i + 1 < u->release_count; i++) {
		u->releases[i].concerned = u->releases[i].named;
		all = all && u->releases[i].named;
	}
	return all || judge_others(db, view, today, arena, u, e);
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

bool field_units(struct db *db, const struct case_view *view, struct date today, struct arena *arena,
    struct field_units *out, struct err *e)
{
	struct field_units u = { .most = -1 };
	struct concerned c = { 0 };
	struct shipment *list;
	size_t count;

	if (!read_concerned(db, view, arena, &c, e) ||
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
	if (!judge(db, view, today, arena, &u, e))
		return false;
	*out = u;
	return true;
}

struct concerned_fact *field_concerned(const struct field_units *field, struct arena *arena, size_t *count)
{
	struct concerned_fact *out = arena_alloc(arena, field->release_count, sizeof(*out));
	size_t found = 0;

	for (size_t i = 0; i < field->release_count; i++) {
		const struct field_release *at = &field->releases[i];
		bool unknown = at->held < 0 && at->version.len && !field->by_shipments;

		if (at->concerned && (at->held > 0 || unknown)) {
			out[found] = (struct concerned_fact){ (int64_t)found, at->version, at->held };
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
	if (!field_units(db, view, today, &arena, &field, e) || !read_concerned(db, view, &arena, &c, e) ||
	    !shipment_list(db, view->casefile.device_id, &arena, &list, &shipments, e))
		return false;
	of = field_release_of(&field, release);
	for (size_t i = 0; i < shipments; i++) {
		const struct field_release *at = &field.releases[place_of(&c, &list[i])];

		if (!date_not_after(list[i].shipped_on, today))
			continue;
		any = true;
		if (of ? at != of && at->version.len : !at->concerned)
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
