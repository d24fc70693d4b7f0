#include "actions/findings/finding_reach.h"

#include "actions/case_names.h"
#include "actions/findings/finding_list.h"
#include "store/casefiles.h"
#include "store/devices.h"

struct looking {
	int64_t statement;
	bool decides;
};

static bool take_row(void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	struct looking *l = ctx;
	const struct vex_opinion *o = vex_deciding(&row->position);

	(void)components;
	(void)e;
	l->decides = l->decides || (o && o->record->origin == VEX_OWN && o->record->id == l->statement);
	return true;
}

static bool decides_in(struct db *db, const struct vex_record *r, const struct device *device,
    struct date today, bool *decides, struct err *e)
{
	struct finding_query query = {
		.device = device->name, .vulnerability = r->said.ids[0], .today = today
	};
	struct looking l = { .statement = r->id };

	if (!finding_list(db, &query, (struct finding_sink){ &l, take_row }, e))
		return false;
	*decides = l.decides;
	return true;
}

static struct str line_of(const struct casefile *c, const struct device *device, struct arena *arena)
{
	char on[DATE_TEXT_SIZE];

	if (date_is_known(c->closed_on))
		return arena_printf(arena,
		    "it decides for " STR_FMT " too, whose casefile %lld on this was closed on %s",
		    STR_ARG(device->name), (long long)c->id, date_write(c->closed_on, on));
	return arena_printf(arena,
	    "it decides for " STR_FMT " too, whose casefile %lld on this is open: its clocks run on",
	    STR_ARG(device->name), (long long)c->id);
}

bool finding_reach(struct db *db, const struct vex_record *r, struct date today, struct arena *arena,
    struct str **lines, size_t *count, struct err *e)
{
	struct case_subject subject;
	struct casefile *list;
	size_t listed;

	*count = 0;
	if (!case_subject_named(db, r->said.ids[0], &subject, e) ||
	    !casefile_list(db, arena, &list, &listed, e))
		return false;
	*lines = arena_alloc(arena, listed ? listed : 1, sizeof(**lines));
	for (size_t i = 0; i < listed; i++) {
		struct device device;
		bool is;

		if (r->device_id && r->device_id != list[i].device_id)
			continue;
		if (!case_is_on(db, &list[i], &subject, &is, e))
			return false;
		if (!is)
			continue;
		if (!device_by_id(db, list[i].device_id, arena, &device, e) ||
		    !decides_in(db, r, &device, today, &is, e))
			return false;
		if (is)
			(*lines)[(*count)++] = line_of(&list[i], &device, arena);
	}
	return true;
}
