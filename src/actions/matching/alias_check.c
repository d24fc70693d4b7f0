#include "actions/matching/alias_check.h"

#include "store/package_aliases.h"
#include "store/packages.h"

static bool has_records(struct db *db, struct alias_name name, bool *known, struct err *e)
{
	struct str packed = STR("");
	int64_t id;

	if (!packages_find(db, name.kind, name.package, &id, e) ||
	    (id && !packages_ranges(db, id, &packed, e)))
		return false;
	*known = packed.len > 0;
	packages_ranges_done(db);
	return true;
}

bool alias_check(struct db *db, struct alias_name name, struct arena *arena, struct alias_place **out,
    size_t *count, struct err *e)
{
	struct alias_place *places;
	struct alias_book own;
	struct alias *reached;
	size_t found;

	if (!package_alias_book(db, arena, &own, e))
		return false;
	found = alias_reach(&own, name, arena, &reached);
	places = arena_alloc(arena, found + 1, sizeof(*places));
	places[0] = (struct alias_place){ name, false, STR("the name itself") };
	for (size_t i = 0; i < found; i++)
		places[i + 1] = (struct alias_place){ reached[i].name, false, reached[i].through };
	for (size_t i = 0; i <= found; i++)
		if (!has_records(db, places[i].name, &places[i].known, e))
			return false;
	*out = places;
	*count = found + 1;
	return true;
}
