#include "actions/matching/blind_spots.h"

#include "actions/matching/sight.h"
#include "matching/package_family.h"
#include "matching/rebuild.h"
#include "store/coverage.h"
#include "store/devices.h"
#include "store/package_aliases.h"

bool blind_spots_find(
    struct db *db, struct fielded_query query, struct arena *arena, struct blind_spots *out, struct err *e)
{
	struct alias_book own = { 0 };
	SCOPED_SIGHT *sight = sight_new(db, &own);
	struct blind_spots found = { 0 };
	struct fielded f;
	struct str kind;

	if (!package_alias_book(db, arena, &own, e) || !fielded_gather(db, query, arena, &f, e))
		return false;
	for (size_t i = 0; i < f.count; i++) {
		const struct component *c = f.components[i].component;

		if (!sight_unserved(sight, c, arena, &kind, e))
			return false;
		unseen_add(&found.unseen, component_why_not_matchable(c), kind);
	}
	found.bare = f.bare;
	found.bare_count = f.bare_count;
	*out = found;
	return true;
}

/* By its own records, or by those of the distribution that it is a rebuild of. */
static bool is_served(struct db *db, enum package_kind kind, struct str family, bool *served, struct err *e)
{
	struct str original = rebuild_family(family);

	return coverage_is_served(db, kind, family, served, e) &&
	       (*served || original.len == 0 || coverage_is_served(db, kind, original, served, e));
}

bool blind_spots_of_store(struct db *db, struct arena *arena, struct blind_store *out, struct err *e)
{
	struct blind_store found = { 0 };
	struct component_family *families;
	size_t count;
	bool served;

	if (!release_count_bare(db, &found.bare, e) || !component_families(db, arena, &families, &count, e))
		return false;
	found.families = arena_alloc(arena, count, sizeof(*found.families));
	for (size_t i = 0; i < count; i++) {
		enum package_kind kind = (enum package_kind)families[i].kind;

		if (families[i].kind == FAMILY_NONE) {
			found.not_matchable = families[i].components;
			continue;
		}
		if (kind == PACKAGE_GIT)
			continue; /* beside a package URL or CPE, in nearly every SBOM; coverage tells */
		if (!is_served(db, kind, families[i].family, &served, e))
			return false;
		if (!served)
			found.families[found.family_count++] =
			    package_family_words(kind, families[i].family, arena);
	}
	*out = found;
	return true;
}
