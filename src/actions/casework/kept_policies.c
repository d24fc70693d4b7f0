#include "actions/casework/kept_policies.h"

#include "store/program_versions.h"

bool kept_policies(struct db *db, struct arena *arena, struct kept_policies *out, struct err *e)
{
	struct program_version *versions;
	struct kept_policies p = { 0 };
	size_t count;

	if (!program_versions(db, STR("policy"), arena, &versions, &count, e))
		return false;
	p.items = arena_alloc(arena, count + 1, sizeof(*p.items));
	p.items[p.count++] = (struct kept_policy){ 0, STR_NONE, INSTANT_NONE };
	for (size_t i = 0; i < count; i++)
		p.items[p.count++] =
		    (struct kept_policy){ versions[i].number, versions[i].content, versions[i].at };
	*out = p;
	return true;
}

const struct kept_policy *kept_policy_last(const struct kept_policies *p)
{
	return &p->items[p->count - 1];
}

const struct kept_policy *kept_policy_at(const struct kept_policies *p, struct instant at)
{
	const struct kept_policy *found = &p->items[0];

	for (size_t i = 1; i < p->count; i++)
		if (p->items[i].since.us <= at.us)
			found = &p->items[i];
	return found;
}

const struct kept_policy *kept_policy_on(
    const struct kept_policies *p, struct date day, const struct time_zone *zone)
{
	const struct kept_policy *found = &p->items[0];

	for (size_t i = 1; i < p->count; i++)
		if (time_zone_date(zone, p->items[i].since).days <= day.days)
			found = &p->items[i];
	return found;
}

bool kept_policy_numbered(
    const struct kept_policies *p, int64_t number, const struct kept_policy **out, struct err *e)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->items[i].number == number) {
			*out = &p->items[i];
			return true;
		}
	return err_fail(e, ERR_INPUT, "there is no policy number %lld", (long long)number) ||
	       err_remedy(e, REMEDY_POLICIES);
}
