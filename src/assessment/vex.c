#include "assessment/vex.h"

#include <stdlib.h>

#include "assessment/vex_fit.h"

static const char *const scope_names[] = {
	[VEX_FINDING] = "finding",
	[VEX_RELEASE] = "release",
	[VEX_DEVICE_COMPONENT] = "device and component",
	[VEX_COMPONENT] = "component",
	[VEX_DEVICE] = "device",
	[VEX_PORTFOLIO] = "portfolio",
};

static const char *const standing_names[] = {
	[VEX_DECIDES] = "decides",
	[VEX_OVERRULED] = "overruled",
	[VEX_EXPIRED] = "expired",
	[VEX_NOT_YET] = "not yet valid",
	[VEX_NO_REASON] = "no reason given",
	[VEX_UNCERTAIN] = "uncertain",
	[VEX_PROPOSED] = "proposed",
};

const char *vex_origin_name(enum vex_origin origin)
{
	return origin == VEX_OWN ? "own" : "supplier";
}

const char *vex_life_name(enum vex_life life)
{
	static const char *const names[] = {
		[VEX_STANDING] = "stands", [VEX_REPLACED] = "replaced", [VEX_WITHDRAWN] = "withdrawn"
	};

	return names[life];
}

const char *vex_scope_name(enum vex_scope scope)
{
	return scope_names[scope];
}

const char *vex_standing_name(enum vex_standing standing)
{
	_Static_assert(COUNT(standing_names) == VEX_STANDING_COUNT, "a name for every standing");
	return standing_names[standing];
}

enum vex_scope vex_own_scope(const struct vex_record *r)
{
	bool component = r->said.product_count > 0;

	if (r->release_id)
		return component ? VEX_FINDING : VEX_RELEASE;
	if (r->device_id)
		return component ? VEX_DEVICE_COMPONENT : VEX_DEVICE;
	return component ? VEX_COMPONENT : VEX_PORTFOLIO;
}

/* What keeps it from deciding; VEX_OVERRULED where nothing does, until it is known who decides. */
static enum vex_standing standing_of(
    const struct vex_record *r, const struct vex_fitting *fitting, struct date today)
{
	if (date_is_known(r->until) && r->until.days < today.days)
		return VEX_EXPIRED;
	if (date_is_known(r->from) && r->from.days > today.days)
		return VEX_NOT_YET;
	if (fitting->proposed)
		return VEX_PROPOSED;
	if (!statement_has_reason(&r->said))
		return VEX_NO_REASON;
	return fitting->fit == VEX_FIT_SURE ? VEX_OVERRULED : VEX_UNCERTAIN;
}

static int64_t moment(struct instant t)
{
	return instant_is_known(t) ? t.us : INT64_MIN;
}

/* The order of precedence: who would decide comes first. */
static int by_rank(const void *left, const void *right)
{
	const struct vex_opinion *a = left, *b = right;
	const struct vex_record *x = a->record, *y = b->record;
	int64_t made_x = moment(x->made_at), made_y = moment(y->made_at);

	if (a->standing != b->standing)
		return a->standing < b->standing ? -1 : 1;
	if (x->origin != y->origin)
		return x->origin < y->origin ? -1 : 1;
	if (a->scope != b->scope)
		return a->scope < b->scope ? -1 : 1;
	if (made_x != made_y)
		return made_x > made_y ? -1 : 1;
	return (x->id < y->id) - (x->id > y->id);
}

/* A finding that was decided by itself needs no proposals. */
static size_t drop_proposals(struct vex_opinion *opinions, size_t count)
{
	if (opinions[0].standing != VEX_DECIDES || opinions[0].record->origin != VEX_OWN ||
	    opinions[0].scope > VEX_RELEASE)
		return count;
	while (count > 1 && opinions[count - 1].standing == VEX_PROPOSED)
		count--;
	return count;
}

void vex_weigh(const struct vex_record *records, size_t count, const struct vex_place *place,
    const struct component *c, struct date today, struct arena *arena, struct vex_position *out)
{
	struct vex_opinion *opinions = arena_alloc(arena, count, sizeof(*opinions));
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct vex_fitting fitting = vex_fit(&records[i], place, c, arena);
		enum vex_standing standing;

		if (fitting.fit == VEX_FIT_NONE)
			continue;
		standing = standing_of(&records[i], &fitting, today);
		if (fitting.proposed && standing != VEX_PROPOSED)
			continue;
		opinions[kept++] = (struct vex_opinion){ &records[i], fitting.scope, standing, fitting.how };
	}
	if (kept) {
		qsort(opinions, kept, sizeof(*opinions), by_rank);
		if (opinions[0].standing == VEX_OVERRULED)
			opinions[0].standing = VEX_DECIDES;
		kept = drop_proposals(opinions, kept);
	}
	*out = (struct vex_position){ opinions, kept };
}
