#include "actions/casework/case_drift.h"

#include "actions/casework/case_context.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"
#include "store/devices.h"

#define SETTING "reassessment"

bool case_drift_limits(struct db *db, struct context_limits *out, struct err *e)
{
	struct context_limits limits = context_limits_default();
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	struct str json;

	if (!setting_get(db, SETTING, &arena, &json, e))
		return false;
	if (json.ptr && !report_fields_read(json, &arena, &fields, e))
		return err_within(e, "setting " SETTING);
	for (size_t i = 0; json.ptr && i < fields.count; i++)
		if (str_eq(fields.items[i].key, STR("epss_threshold_millionths")))
			limits.epss_threshold = fields.items[i].number;
	*out = limits;
	return true;
}

static bool compare(struct db *db, const struct case_view *view, const struct case_record *assessment,
    const struct context_limits *limits, struct arena *arena, struct case_drift *drift, struct err *e)
{
	struct context before, now;

	if (!case_context_read(assessment, arena, &drift->kept, &before, e))
		return false;
	if (!drift->kept)
		return true;
	if (!case_context_gather(db, view, arena, &now, e))
		return false;
	context_compare(&before, &now, limits, arena, &drift->changes, &drift->change_count);
	return true;
}

/* A policy that came into force since counts where it would conclude otherwise. */
static void add_policy(const struct case_view *view, struct arena *arena, struct case_drift *drift)
{
	size_t count = drift->change_count;
	struct context_change *changes = arena_alloc(arena, count + 1, sizeof(*changes));

	if (view->now.otherwise_count == 0)
		return;
	if (count)
		memcpy(changes, drift->changes, count * sizeof(*changes));
	changes[count] = (struct context_change){ CONTEXT_POLICY, STR(""), view->determination.policy_version,
		view->now.version };
	drift->changes = changes;
	drift->change_count = count + 1;
}

/* The device's name and the limits: of many casefiles they are read once. */
static bool read_common(struct db *db, const struct case_view *view, struct arena *arena, struct str *device,
    struct context_limits *limits, struct err *e)
{
	const struct case_shared_device *of_many;
	struct case_shared *shared = view->shared;
	struct device alone;

	if (!shared) {
		if (!device_by_id(db, view->casefile.device_id, arena, &alone, e))
			return false;
		*device = alone.name;
		return case_drift_limits(db, limits, e);
	}
	if (!case_shared_device(shared, view->casefile.device_id, &of_many, e) ||
	    (!shared->has_limits && !case_drift_limits(db, &shared->limits, e)))
		return false;
	shared->has_limits = true;
	*device = of_many->device.name;
	*limits = shared->limits;
	return true;
}

bool case_drift_of(
    struct db *db, const struct case_view *view, struct arena *arena, struct case_drift *out, struct err *e)
{
	struct case_drift drift = { .casefile = view->casefile, .assessed_on = DATE_NONE };
	const struct case_record *assessment = case_counting_assessment(view, &drift.assessed_on);
	struct context_limits limits;

	if (!read_common(db, view, arena, &drift.device, &limits, e))
		return false;
	if (assessment) {
		drift.assessment = assessment->id;
		if (!compare(db, view, assessment, &limits, arena, &drift, e))
			return false;
		add_policy(view, arena, &drift);
	}
	*out = drift;
	return true;
}

bool case_is_superseded(const struct casefile *list, size_t count, size_t i)
{
	if (!date_is_known(list[i].closed_on))
		return false;
	for (size_t k = 0; k < count; k++)
		if (list[k].id > list[i].id && list[k].device_id == list[i].device_id &&
		    str_eq_nocase(list[k].vulnerability, list[i].vulnerability))
			return true;
	return false;
}

/* What is left of a casefile that was looked at. */
static struct case_drift keep(
    const struct case_drift *d, const struct casefile *casefile, struct arena *arena)
{
	struct case_drift kept = *d;

	kept.casefile = *casefile;
	kept.device = arena_copy(arena, d->device);
	kept.changes = arena_alloc(arena, d->change_count, sizeof(*kept.changes));
	for (size_t i = 0; i < d->change_count; i++) {
		const struct context_change *c = &d->changes[i];

		kept.changes[i] = (struct context_change){ c->what, arena_copy_optional(arena, c->name),
			arena_copy_optional(arena, c->before), arena_copy_optional(arena, c->after) };
	}
	return kept;
}

bool case_drift_list(struct db *db, struct date today, struct instant now, struct arena *arena,
    struct case_drift **out, size_t *count, struct err *e)
{
	SCOPED_ARENA scratch = { 0 }; /* of the casefile at hand */
	SCOPED_CASE_SHARED shared = { 0 };
	struct casefile *casefiles;
	struct case_drift *rows;
	size_t all, kept = 0;

	if (!casefile_list(db, arena, &casefiles, &all, e) ||
	    !case_shared_open(db, today, now, arena, &shared, e))
		return false;
	rows = arena_alloc(arena, all ? all : 1, sizeof(*rows));
	for (size_t i = 0; i < all; i++) {
		struct case_drift drift;
		struct case_view view;

		if (case_is_superseded(casefiles, all, i))
			continue;
		arena_reset(&scratch);
		if (!case_view_shared(&shared, casefiles[i].id, &scratch, &view, e) ||
		    !case_drift_of(db, &view, &scratch, &drift, e))
			return err_within(e, "casefile %lld", (long long)casefiles[i].id);
		rows[kept++] = keep(&drift, &casefiles[i], arena);
	}
	*out = rows;
	*count = kept;
	return true;
}
