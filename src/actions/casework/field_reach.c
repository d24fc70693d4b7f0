/*
 * How far a fix has come in the field, release by release.
 */
#include "actions/casework/field_units.h"

struct field_reach field_reach_of(const struct field_units *field, struct arena *arena)
{
	struct field_reach r = { .field = field };

	r.direct = arena_alloc(arena, field->release_count, sizeof(*r.direct));
	for (size_t i = 0; i < field->release_count; i++)
		r.direct[i] = 0;
	return r;
}

void field_reach_add(struct field_reach *r, struct str release, int64_t units)
{
	const struct field_release *of = field_release_of(r->field, release);
	const struct field_units *field = r->field;

	for (size_t i = 0; !of && release.len && i < field->release_count; i++) {
		const struct field_release *at = &field->releases[i];

		/* named by a finding, of which no number is known */
		if (field->named && at->concerned && at->most < 0 && str_eq(at->version, release))
			of = at;
	}
	if (of)
		r->direct[of - field->releases] += units;
	else
		r->pool += units;
}

bool field_reach_is_whole(const struct field_reach *r)
{
	size_t last = r->field->release_count - 1;
	int64_t missing = 0, beyond = 0;

	for (size_t i = 0; i < last; i++) {
		const struct field_release *at = &r->field->releases[i];
		int64_t lacks = at->held - r->direct[i];

		if (!at->concerned)
			continue;
		if (at->held < 0) {
			bool asked = r->field->named && r->field->shipped < 0;

			if (asked && r->direct[i] == 0 && r->pool == 0)
				return false;
			continue;
		}
		missing += lacks > 0 ? lacks : 0;
		beyond += lacks < 0 ? -lacks : 0;
	}
	/* units that may run any release */
	if (r->field->releases[last].held > beyond)
		missing += r->field->releases[last].held - beyond;
	return missing <= r->pool;
}
