#include "actions/casework/field_units.h"

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

/* Known to run another release than those of the findings? */
static bool runs_another(const struct concerned *c, const struct shipment *s)
{
	for (size_t i = 0; c->finding_count && i < c->release_count; i++)
		if (c->releases[i].id == s->release_id)
			return !is_named(c, c->releases[i].version);
	return false;
}

/* What is stated of the releases; -1 where it is not of all. */
static int64_t stated_units(const struct concerned *c)
{
	int64_t units = 0;

	for (size_t i = 0; i < c->release_count; i++) {
		if (c->releases[i].units < 0)
			return -1;
		units += c->releases[i].units;
	}
	return c->release_count ? units : -1;
}

bool field_units(
    struct db *db, const struct case_view *view, struct date today, struct field_units *out, struct err *e)
{
	struct field_units u = { -1, -1, -1 };
	struct concerned c = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct shipment *list;
	int64_t all = 0;
	size_t count;
	bool any = false;

	if (!read_concerned(db, view, &arena, &c, e) ||
	    !shipment_list(db, view->casefile.device_id, &arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!date_not_after(list[i].shipped_on, today))
			continue;
		any = true;
		all += list[i].quantity;
		if (runs_another(&c, &list[i]))
			continue;
		u.shipped = (u.shipped < 0 ? 0 : u.shipped) + list[i].quantity;
		u.held = (u.held < 0 ? 0 : u.held) + list[i].quantity - list[i].returned;
	}
	u.most = any ? all : stated_units(&c);
	*out = u;
	return true;
}
