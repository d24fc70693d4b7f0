#include "actions/duties/report_periodic.h"

#include "actions/casework/case_siblings.h"
#include "actions/duties/metrics_edition.h"
#include "actions/reports/report_fda.h"
#include "store/casefiles.h"
#include "store/devices.h"

/* The other casefiles on the vulnerability: of other devices, and an earlier or a later one of this. */
static bool read_elsewhere(
    struct db *db, struct instant now, struct periodic_case *p, struct arena *arena, struct err *e)
{
	int64_t own = p->c.casefile->casefile.id;
	struct case_siblings siblings;

	if (!case_siblings(db, own, DATE_NONE, now, arena, &siblings, e))
		return false;
	p->elsewhere = arena_alloc(arena, siblings.count ? siblings.count : 1, sizeof(*p->elsewhere));
	for (size_t i = 0; i < siblings.count; i++) {
		const struct case_sibling *s = &siblings.casefiles[i];
		struct device_profile profile;

		if (s->casefile.id == own)
			continue;
		if (!device_profile_get(db, s->device, arena, &profile, e))
			return false;
		p->elsewhere[p->elsewhere_count++] = (struct periodic_elsewhere){ .casefile = s->casefile.id,
			.device = s->device,
			.marketing = profile.lists[DEVICE_MARKETING_NUMBER],
			.is_controlled = s->risk == RISK_CONTROLLED,
			.initiated_on = s->initiated_on,
			.distributed_on = s->distributed_on };
	}
	return true;
}

/* Of those that are told of in full alone it is asked what else was modified. */
static bool read_case(struct db *db, int64_t id, struct instant now, struct window period,
    struct periodic_case *out, struct arena *arena, struct err *e)
{
	return report_fda(db, id, DATE_NONE, now, arena, &out->c, e) &&
	       (!periodic_report_has(&out->c, period) || read_elsewhere(db, now, out, arena, e));
}

static bool read_cases(struct db *db, const struct device *device, struct instant now, struct periodic *p,
    struct arena *arena, struct err *e)
{
	struct casefile *list;
	size_t all;

	if (!casefile_list(db, arena, &list, &all, e))
		return false;
	p->cases = arena_alloc(arena, all ? all : 1, sizeof(*p->cases));
	for (size_t i = 0; i < all; i++)
		if (list[i].device_id == device->id &&
		    !read_case(db, list[i].id, now, p->period, &p->cases[p->count++], arena, e))
			return false;
	return p->count || err_fail(e, ERR_INPUT, "there is no casefile on " STR_FMT, STR_ARG(device->name));
}

bool report_periodic(struct db *db, struct str device_name, struct window period, struct instant now,
    struct arena *arena, struct document **out, struct err *e)
{
	struct metrics_asked asked = {
		.window = period, .unit = UNIT_FINDING, .by = SLICE_RELEASE, .patching_only = true
	};
	struct periodic p = { .period = period };
	struct metrics_report report;
	struct metrics metrics;
	struct device device;

	if (!metrics_check_order(period, e) || !device_get(db, device_name, arena, &device, e) ||
	    !read_cases(db, &device, now, &p, arena, e))
		return false;
	asked.device_id = device.id;
	if (!metrics_gather(db, &asked, now, arena, &metrics, e))
		return false;
	metrics_report_make(&metrics, arena, &report);
	p.metrics = &report;
	*out = periodic_report(&p, arena);
	return true;
}
