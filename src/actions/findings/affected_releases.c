#include "actions/findings/affected_releases.h"

#include "actions/findings/finding_list.h"
#include "actions/matching/holding.h"
#include "store/aliases.h"
#include "store/devices.h"
#include "store/vulnerabilities.h"

struct judging {
	struct affected_release *releases;
	size_t count;
	struct arena *arena;
};

/* What one finding says of its release. */
static enum release_bearing bearing_of(const struct scan_row *row)
{
	const struct vex_opinion *deciding = vex_deciding(&row->position);

	switch (row->finding.state) {
	case FINDING_AFFECTED:
		return RELEASE_AFFECTED;
	case FINDING_PLATFORM_NOT_IN_SBOM:
	case FINDING_UNDER_INVESTIGATION:
	case FINDING_WITHDRAWN: /* by its source: what the file concludes of that, a person has not said yet
				 */
		return RELEASE_NOT_TOLD;
	case FINDING_NOT_AFFECTED:
	case FINDING_FIXED:
		/* what a supplier says of its component is no decision about the device */
		return deciding && deciding->record->origin == VEX_SUPPLIER ? RELEASE_NOT_TOLD
									    : RELEASE_NOT_AFFECTED;
	case FINDING_STATE_COUNT:
		break;
	}
	return RELEASE_NOT_AFFECTED;
}

/* The gravest finding of a release stands for it. */
static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	const struct component *c = &components[row->finding.component];
	enum release_bearing bearing = bearing_of(row);
	struct judging *j = ctx;

	(void)e;
	for (size_t i = 0; i < j->count; i++) {
		struct affected_release *r = &j->releases[i];

		if (!str_eq(r->release.version, row->release) || (r->why.len && bearing <= r->bearing))
			continue;
		r->bearing = bearing;
		r->why = arena_printf(j->arena, STR_FMT " " STR_FMT ": %s", STR_ARG(c->name),
		    STR_ARG(c->version), finding_state_name(row->finding.state));
	}
	return true;
}

static void not_told(struct affected_release *r, struct str why)
{
	r->bearing = RELEASE_NOT_TOLD;
	r->why = why;
}

bool affected_is_answered(struct db *db, struct str vulnerability, bool *answered, struct err *e)
{
	int64_t vulnerability_id;
	SCOPED_ID_SET lists = { 0 };
	bool told;

	*answered = false;
	if (!aliases_find(db, vulnerability, &vulnerability_id, e))
		return false;
	if (vulnerability_id == 0)
		return true;
	if (!holding_lists(db, vulnerability_id, &lists, e) ||
	    !vulnerability_is_told(db, vulnerability_id, &told, e))
		return false;
	*answered = lists.count > 0 || told;
	return true;
}

static bool judge_all(struct db *db, const struct finding_query *query, struct judging *j, struct err *e)
{
	bool answered;

	if (!affected_is_answered(db, query->vulnerability, &answered, e))
		return false;
	if (answered && !finding_list(db, query, (struct finding_sink){ j, take_row }, e))
		return false;
	for (size_t i = 0; i < j->count; i++) {
		struct affected_release *r = &j->releases[i];

		if (!answered)
			not_told(r, STR("no record in the store says what is affected"));
		else if (r->release.list_id == 0)
			not_told(r, STR("it has no SBOM"));
		else if (r->why.len == 0)
			r->why = STR("nothing in its SBOM is touched");
	}
	return true;
}

bool affected_releases(struct db *db, const struct device *device, struct str vulnerability,
    struct date today, struct arena *arena, struct affected_release **out, size_t *count, struct err *e)
{
	struct finding_query query = {
		.device = device->name, .vulnerability = vulnerability, .today = today
	};
	struct judging j = { .arena = arena };
	struct release *releases;

	if (!release_list(db, device->id, arena, &releases, &j.count, e))
		return false;
	j.releases = arena_alloc(arena, j.count, sizeof(*j.releases));
	for (size_t i = 0; i < j.count; i++)
		j.releases[i].release = releases[i];
	if (!judge_all(db, &query, &j, e))
		return false;
	*out = j.releases;
	*count = j.count;
	return true;
}
