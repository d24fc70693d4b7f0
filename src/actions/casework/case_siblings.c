#include "actions/casework/case_siblings.h"

#include "actions/case_names.h"
#include "actions/casework/case_drift.h"
#include "actions/firm_day.h"
#include "matching/finding.h"
#include "store/casefiles.h"
#include "store/devices.h"

static bool read_sibling(struct db *db, const struct casefile *c, struct date today, struct instant now,
    struct arena *arena, struct case_sibling *out, struct err *e)
{
	struct device device;
	struct case_view view;

	if (!case_view(db, c->id, today, now, arena, &view, e) ||
	    !device_by_id(db, c->device_id, arena, &device, e))
		return false;
	*out = (struct case_sibling){ .casefile = *c,
		.device = device.name,
		.learned_on = view.facts.vulnerability.learned_on,
		.assessed_on = DATE_NONE,
		.risk = view.determination.risk,
		.initiated_on = view.determination.initiated_on,
		.distributed_on = view.determination.distributed_on };
	case_counting_assessment(&view, &out->assessed_on);
	return true;
}

static bool read_casefiles(struct db *db, const struct case_subject *wanted, struct date today,
    struct instant now, struct arena *arena, struct case_siblings *out, struct err *e)
{
	struct casefile *list;
	size_t count;

	if (!casefile_list(db, arena, &list, &count, e))
		return false;
	out->casefiles = arena_alloc(arena, count ? count : 1, sizeof(*out->casefiles));
	for (size_t i = 0; i < count; i++) {
		bool same;

		if (!case_is_on(db, &list[i], wanted, &same, e))
			return false;
		if (!same)
			continue;
		if (!read_sibling(db, &list[i], today, now, arena, &out->casefiles[out->count++], e))
			return err_within(e, "casefile %lld", (long long)list[i].id);
	}
	return true;
}

static int64_t casefile_of(const struct case_siblings *s, int64_t device_id)
{
	int64_t last = 0;

	for (size_t i = 0; i < s->count; i++)
		if (s->casefiles[i].casefile.device_id == device_id)
			last = s->casefiles[i].casefile.id;
	return last;
}

/* What is known to do no harm there needs no casefile. */
static bool is_concerned(struct str state)
{
	return !str_eq(state, str_of(finding_state_name(FINDING_NOT_AFFECTED))) &&
	       !str_eq(state, str_of(finding_state_name(FINDING_FIXED))) &&
	       !str_eq(state, str_of(finding_state_name(FINDING_WITHDRAWN)));
}

/* Places stand by device, so a device named last is the only one that could be named twice. */
static void take_places(const struct where *found, struct arena *arena, struct case_siblings *out)
{
	size_t most = found->count ? found->count : 1;

	out->places = found->rows;
	out->place_count = found->count;
	out->place_casefile = arena_alloc(arena, most, sizeof(*out->place_casefile));
	out->missing = arena_alloc(arena, most, sizeof(*out->missing));
	for (size_t i = 0; i < found->count; i++) {
		const struct where_row *at = &found->rows[i];

		out->place_casefile[i] = casefile_of(out, at->device.id);
		if (out->place_casefile[i] || !is_concerned(at->state))
			continue;
		if (out->missing_count == 0 || !str_eq(out->missing[out->missing_count - 1], at->device.name))
			out->missing[out->missing_count++] = at->device.name;
	}
}

bool case_siblings(struct db *db, int64_t casefile_id, struct date today, struct instant now,
    struct arena *arena, struct case_siblings *out, struct err *e)
{
	struct case_siblings siblings = { 0 };
	struct where found = { 0 };
	struct err unsaid = { 0 };
	struct case_subject wanted;
	struct casefile c;

	if (!casefile_get(db, casefile_id, arena, &c, e) ||
	    !case_subject_named(db, c.vulnerability, &wanted, e) || !firm_day(db, today, now, &today, e))
		return false;
	if (!read_casefiles(db, &wanted, today, now, arena, &siblings, e))
		return false;
	/* where nothing says what has it, that is part of the answer */
	if (wanted.vulnerability_id)
		siblings.told = where_is(db, c.vulnerability, today, arena, &found, &unsaid);
	if (wanted.vulnerability_id && !siblings.told && unsaid.code != ERR_INPUT &&
	    unsaid.code != ERR_ABSENT) {
		*e = unsaid;
		return false;
	}
	take_places(&found, arena, &siblings);
	*out = siblings;
	return true;
}
