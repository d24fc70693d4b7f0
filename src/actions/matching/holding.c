#include "actions/matching/holding.h"

#include "actions/matching/sought.h"
#include "actions/matching/vex_candidates.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/package_aliases.h"
#include "store/statements.h"
#include "store/vulnerabilities.h"

bool holding_components(struct db *db, int64_t vulnerability_id, struct id_set *components, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_SOUGHT sought = { 0 };
	struct alias_book own;

	if (!package_alias_book(db, &arena, &own, e) || !sought_find(db, &vulnerability_id, 1, &sought, e))
		return false;
	for (size_t i = 0; i < sought.packages.count; i++)
		if (!components_reaching(db, &own, sought.packages.ids[i], components, e))
			return false;
	return true;
}

/* The components of packages that a supplier says are affected. */
static bool claimed_components(
    struct db *db, int64_t vulnerability_id, struct id_set *components, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct vex_record *records;
	struct str name;
	size_t count;

	if (!aliases_name(db, vulnerability_id, &arena, &name, e) ||
	    !statements_about(db, &name, 1, VEX_STANDING, &arena, &records, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (records[i].origin == VEX_SUPPLIER && records[i].said.status == STATEMENT_AFFECTED &&
		    !vex_candidates(db, &records[i].said, &arena, components, e))
			return false;
	return true;
}

bool holding_lists(struct db *db, int64_t vulnerability_id, struct id_set *lists, struct err *e)
{
	SCOPED_ID_SET components = { 0 };

	if (!holding_components(db, vulnerability_id, &components, e) ||
	    !claimed_components(db, vulnerability_id, &components, e))
		return false;
	for (size_t i = 0; i < components.count; i++)
		if (!component_lists(db, components.ids[i], lists, e))
			return false;
	return true;
}

static bool add_found(struct db *db, struct kept_findings *kept, int64_t component_id,
    int64_t vulnerability_id, struct id_set *components, struct id_set *lists, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct kept_finding *found;
	struct component c;
	size_t count;

	if (!component_by_id(db, component_id, &arena, &c, e) ||
	    !kept_findings_about(kept, component_id, &c, vulnerability_id, 0, &arena, &found, &count, e))
		return false;
	if (count)
		id_set_add(components, component_id);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < found[i].list_count; k++)
			id_set_add(lists, found[i].lists[k]);
	return true;
}

bool holding_found(struct db *db, struct kept_findings *kept, int64_t vulnerability_id,
    const struct id_set *among, struct id_set *components, struct id_set *lists, struct err *e)
{
	SCOPED_ID_SET touched = { 0 }, claimed = { 0 };

	if (!holding_components(db, vulnerability_id, &touched, e) ||
	    !claimed_components(db, vulnerability_id, &claimed, e))
		return false;
	if (among) {
		id_set_keep(&touched, among);
		id_set_keep(&claimed, among);
	}
	for (size_t i = 0; i < touched.count; i++)
		if (!add_found(db, kept, touched.ids[i], vulnerability_id, components, lists, e))
			return false;
	for (size_t i = 0; i < claimed.count; i++) {
		id_set_add(components, claimed.ids[i]);
		if (!component_lists(db, claimed.ids[i], lists, e))
			return false;
	}
	return true;
}

bool holding_unsaid(struct str vulnerability, struct err *e)
{
	return err_fail(e, ERR_INPUT, "no record in the store says what is affected by \"" STR_FMT "\"",
	    STR_ARG(vulnerability));
}

bool holding_answers(struct db *db, int64_t vulnerability_id, struct str vulnerability,
    const struct id_set *lists, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct advisory_row *advisories;
	size_t count;
	bool told;

	if (lists->count)
		return true;
	if (!vulnerability_is_told(db, vulnerability_id, &told, e) ||
	    !vulnerability_advisories(db, vulnerability_id, &arena, &advisories, &count, e))
		return false;
	if (!told && count > 0)
		return err_fail(e, ERR_INPUT,
		    "sources that are turned off alone have records of \"" STR_FMT
		    "\", which are not counted",
		    STR_ARG(vulnerability));
	return told || holding_unsaid(vulnerability, e);
}
