#include "actions/matching/where.h"

#include <stdlib.h>

#include "actions/describe.h"
#include "actions/matching/consisting.h"
#include "actions/matching/holding.h"
#include "actions/matching/kept_findings.h"
#include "actions/matching/scan.h"
#include "identity/cpe.h"
#include "identity/purl.h"
#include "limits.h"
#include "reports/scan_statement.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/package_aliases.h"
#include "store/packages.h"
#include "store/statements.h"
#include "store/vulnerabilities.h"

struct looking {
	struct db *db;
	struct arena *arena;
	struct where *out;
	size_t room;
	struct str version; /* that the component's identity must have; empty: any */
	struct str why;	    /* through which alias it is found; empty: by its own name */
	struct alias_book own;
	struct consistings consistings;
	struct date today;
	struct positions *positions; /* for a vulnerability */
};

static bool find_device(struct looking *l, int64_t device_id, struct device *out, struct err *e)
{
	const struct device *found;

	if (!consisting_device(&l->consistings, device_id, &found, e))
		return false;
	*out = *found;
	return true;
}

static bool add_release(struct looking *l, const struct release *release, const struct component *component,
    const struct scan_row *row, struct err *e)
{
	struct where *w = l->out;
	struct where_row *added;

	w->rows = arena_room(l->arena, w->rows, w->count, &l->room, sizeof(*w->rows));
	added = &w->rows[w->count];
	*added = (struct where_row){ .release = *release, .component = *component };
	if (row->finding.trace_count)
		added->why = arena_copy(l->arena, row->finding.trace[0]);
	added->state = str_of(finding_state_name(row->finding.state));
	added->vulnerability = arena_copy(l->arena, row->vulnerability);
	if (vex_deciding(&row->position))
		added->statement = scan_opinion_line(vex_deciding(&row->position), l->arena);
	if (!find_device(l, release->device_id, &added->device, e))
		return false;
	w->count++;
	return true;
}

/* A row for each release that consists of the list. */
static bool add_list(struct looking *l, int64_t list_id, const struct where_row *row, struct err *e)
{
	struct where *w = l->out;
	const struct consisting *of;

	if (!consisting_of_list(&l->consistings, list_id, &of, e))
		return false;
	for (size_t i = 0; i < of->count; i++) {
		w->rows = arena_room(l->arena, w->rows, w->count, &l->room, sizeof(*w->rows));
		w->rows[w->count] = *row;
		w->rows[w->count].release = of->releases[i];
		if (!find_device(l, of->releases[i].device_id, &w->rows[w->count].device, e))
			return false;
		w->count++;
	}
	return true;
}

/* All releases that contain the component. */
static bool add_component(
    struct looking *l, int64_t component_id, const struct component *component, struct err *e)
{
	SCOPED_ID_SET lists = { 0 };
	struct where_row row = { .component = *component, .why = l->why };

	if (!component_lists(l->db, component_id, &lists, e))
		return false;
	for (size_t i = 0; i < lists.count; i++)
		if (!add_list(l, lists.ids[i], &row, e))
			return false;
	return true;
}

/* As the component states it, or as it is called where an alias leads: 1.1.1k of Debian's 1.1.1k-1. */
static bool has_version(struct looking *l, const struct component *c)
{
	struct reach *reaches;
	size_t count;

	if (l->version.len == 0 || str_eq(c->version, l->version))
		return true;
	count = reach_of(c, &l->own, l->arena, &reaches);
	for (size_t i = 0; i < count; i++)
		if (str_eq(reaches[i].identity.version, l->version))
			return true;
	return false;
}

static bool add_components(struct looking *l, const struct id_set *ids, struct err *e)
{
	for (size_t i = 0; i < ids->count; i++) {
		struct component component;

		if (!component_by_id(l->db, ids->ids[i], l->arena, &component, e))
			return false;
		if (has_version(l, &component) && !add_component(l, ids->ids[i], &component, e))
			return false;
	}
	return true;
}

/* Components under the other names of a package: those that lead to it, and those it leads to. */
static bool add_aliases(
    struct looking *l, const struct alias *aliases, size_t count, struct id_set *seen, struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		SCOPED_ID_SET ids = { 0 }, new = { 0 };

		if (!components_of_alias(l->db, aliases[i].name, &ids, e))
			return false;
		for (size_t k = 0; k < ids.count; k++)
			if (id_set_add(seen, ids.ids[k]))
				id_set_add(&new, ids.ids[k]);
		l->why = aliases[i].through;
		if (!add_components(l, &new, e))
			return false;
	}
	return true;
}

static bool find_aliases(struct looking *l, struct alias_name name, struct id_set *seen, struct err *e)
{
	struct alias *to, *from;
	size_t to_count = alias_reach(&l->own, name, l->arena, &to);
	size_t from_count = alias_reached_from(&l->own, name, l->arena, &from);

	return add_aliases(l, from, from_count, seen, e) && add_aliases(l, to, to_count, seen, e);
}

static bool find_package(struct looking *l, enum package_kind kind, struct str package, struct err *e)
{
	struct alias_name name = { kind, arena_copy(l->arena, package) };
	SCOPED_ID_SET seen = { 0 };

	l->out->kind = WHERE_PACKAGE;
	return package_alias_book(l->db, l->arena, &l->own, e) &&
	       components_of_alias(l->db, name, &seen, e) && add_components(l, &seen, e) &&
	       find_aliases(l, name, &seen, e);
}

static bool find_purl(struct looking *l, struct str query, struct err *e)
{
	SCOPED_BUF package = buf_new(LIMIT_PURL_BYTES);
	struct purl purl;

	if (!purl_parse(query, l->arena, &purl, e))
		return false;
	l->version = purl.version;
	purl_write_package(&purl, &package);
	return find_package(l, PACKAGE_PURL, buf_str(&package), e);
}

static bool find_cpe(struct looking *l, struct str query, struct err *e)
{
	SCOPED_BUF package = buf_new(LIMIT_CPE_BYTES);
	struct cpe cpe;
	bool mended;

	if (!cpe_parse_lenient(query, l->arena, &cpe, &mended, e))
		return false;
	if (!cpe_is_any(cpe.attribute[CPE_VERSION]))
		l->version = cpe_unescape(cpe.attribute[CPE_VERSION], l->arena);
	cpe_write_package(&cpe, &package);
	return find_package(l, PACKAGE_CPE, buf_str(&package), e);
}

/* The finding as it is in one of the releases that consist of the same components. */
static bool add_finding(struct looking *l, const struct release *release, const struct component *components,
    size_t count, const struct scan_row *row, struct err *e)
{
	struct positions_place at = { .release = release, .components = components, .count = count };
	struct scan_row here = *row;
	struct device device;

	if (!device_by_id(l->db, release->device_id, l->arena, &device, e))
		return false;
	at.device = &device;
	return positions_at(l->positions, &at, e) && positions_apply(l->positions, &here, e) &&
	       add_release(l, release, &components[row->finding.component], &here, e);
}

/* The components of a list, and the releases that consist of them. */
struct contents {
	struct component *components;
	struct release *releases;
	size_t component_count, release_count;
};

/* Matching decides over a whole release, so each list that has a touched component is scanned, once for all
 * releases that share it. */
static bool scan_list(struct looking *l, const struct contents *c, const struct sought *sought, struct err *e)
{
	SCOPED_SCANNER *scanner = NULL;
	const struct scan_row *row;

	if (!scan_open(l->db, c->components, c->component_count, sought, &scanner, e))
		return false;
	for (;;) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			return true;
		for (size_t i = 0; i < c->release_count; i++)
			if (!add_finding(l, &c->releases[i], c->components, c->component_count, row, e))
				return false;
	}
}

/* What suppliers say is affected may be so in one release alone. */
static bool scan_release(struct looking *l, const struct contents *c, const struct release *release,
    const struct sought *sought, struct err *e)
{
	struct positions_place at = {
		.release = release, .components = c->components, .count = c->component_count
	};
	SCOPED_SCANNER *scanner = NULL;
	const struct scan_row *row;
	struct device device;

	if (!device_by_id(l->db, release->device_id, l->arena, &device, e))
		return false;
	at.device = &device;
	if (!positions_at(l->positions, &at, e) ||
	    !scan_open(l->db, c->components, c->component_count, sought, &scanner, e))
		return false;
	scan_use(scanner, l->positions);
	for (;;) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			return true;
		if (!add_release(l, release, &c->components[row->finding.component], row, e))
			return false;
	}
}

static bool scan_releases(struct looking *l, int64_t list_id, const struct sought *sought, struct err *e)
{
	struct contents c;

	if (!components_of_list(l->db, list_id, l->arena, &c.components, &c.component_count, e) ||
	    !release_of_list(l->db, list_id, l->arena, &c.releases, &c.release_count, e))
		return false;
	if (!positions_have_claims(l->positions))
		return scan_list(l, &c, sought, e);
	for (size_t i = 0; i < c.release_count; i++)
		if (!scan_release(l, &c, &c.releases[i], sought, e))
			return false;
	return true;
}

/* Is any statement about the vulnerability, by any of its names? */
static bool is_stated(struct looking *l, int64_t vulnerability_id, bool *stated, struct err *e)
{
	struct source_row *sources;
	struct describer *describer;
	const struct scan_row *row;
	struct vex_record *records;
	struct str *names;
	size_t count;
	bool done;

	if (!sources_list(l->db, l->arena, &sources, &count, e))
		return false;
	describer = describer_new(l->db, sources, count);
	done = describe_vulnerability(describer, vulnerability_id, &row, e);
	if (done) {
		names = arena_alloc(l->arena, row->alias_count + 1, sizeof(*names));
		names[0] = row->vulnerability;
		for (size_t i = 0; i < row->alias_count; i++)
			names[i + 1] = row->aliases[i];
		done = statements_about(
		    l->db, names, row->alias_count + 1, VEX_STANDING, l->arena, &records, &count, e);
		*stated = count > 0;
	}
	describer_free(describer);
	return done;
}

/* What statements are about is decided release by release. */
static bool find_stated(struct looking *l, int64_t vulnerability_id, struct err *e)
{
	SCOPED_POSITIONS *positions = NULL;
	SCOPED_SOUGHT sought = { 0 };
	SCOPED_ID_SET lists = { 0 };

	if (!positions_open(l->db, l->today, &positions, e) ||
	    !sought_find(l->db, &vulnerability_id, 1, &sought, e) ||
	    !holding_lists(l->db, vulnerability_id, &lists, e))
		return false;
	l->positions = positions;
	for (size_t i = 0; i < lists.count; i++)
		if (!scan_releases(l, lists.ids[i], &sought, e))
			return false;
	return true;
}

/* What one component has of the vulnerability, in each release that contains it. */
static bool add_kept(struct looking *l, struct kept_findings *kept, int64_t component_id,
    int64_t vulnerability_id, struct str name, struct err *e)
{
	struct component *c = arena_alloc(l->arena, 1, sizeof(*c));
	struct kept_finding *found;
	size_t count;

	if (!component_by_id(l->db, component_id, l->arena, c, e) ||
	    !kept_findings_about(kept, component_id, c, vulnerability_id, 0, l->arena, &found, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct where_row row = { .component = *c,
			.vulnerability = name,
			.state = str_of(finding_state_name(found[i].finding.state)) };

		if (found[i].finding.trace_count)
			row.why = found[i].finding.trace[0];
		for (size_t k = 0; k < found[i].list_count; k++)
			if (!add_list(l, found[i].lists[k], &row, e))
				return false;
	}
	return true;
}

/* Without statements what is kept says it all. */
static bool find_kept(struct looking *l, int64_t vulnerability_id, struct err *e)
{
	SCOPED_KEPT_FINDINGS *kept = NULL;
	SCOPED_ID_SET components = { 0 };
	struct str name;

	if (!holding_components(l->db, vulnerability_id, &components, e))
		return false;
	if (components.count == 0)
		return true;
	if (!kept_findings_open(l->db, &kept, e) ||
	    !aliases_name(l->db, vulnerability_id, l->arena, &name, e))
		return false;
	for (size_t i = 0; i < components.count; i++)
		if (!add_kept(l, kept, components.ids[i], vulnerability_id, name, e))
			return false;
	return true;
}

static bool find_vulnerability(struct looking *l, int64_t vulnerability_id, struct str query, struct err *e)
{
	SCOPED_ID_SET lists = { 0 };
	bool stated;

	l->out->kind = WHERE_VULNERABILITY;
	if (!is_stated(l, vulnerability_id, &stated, e))
		return false;
	if (!(stated ? find_stated : find_kept)(l, vulnerability_id, e))
		return false;
	return l->out->count > 0 || (holding_lists(l->db, vulnerability_id, &lists, e) &&
					holding_answers(l->db, vulnerability_id, query, &lists, e));
}

static bool find_named(struct looking *l, struct str name, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	l->out->kind = WHERE_COMPONENT;
	return components_named(l->db, name, l->arena, &ids, e) && add_components(l, &ids, e);
}

static int by_device(const void *left, const void *right)
{
	const struct where_row *a = left, *b = right;
	int sign = str_cmp(a->device.name, b->device.name);

	if (!sign)
		sign = (a->release.id > b->release.id) - (a->release.id < b->release.id);
	if (!sign)
		sign = str_cmp(a->component.name, b->component.name);
	return sign ? sign : str_cmp(a->component.version, b->component.version);
}

static bool look(struct looking *l, struct str query, struct err *e)
{
	int64_t vulnerability_id;

	if (str_starts(query, STR("pkg:")))
		return find_purl(l, query, e);
	if (str_starts_nocase(query, STR("cpe:")))
		return find_cpe(l, query, e);
	if (!aliases_find(l->db, query, &vulnerability_id, e))
		return false;
	if (vulnerability_id)
		return find_vulnerability(l, vulnerability_id, query, e);
	/* "nowhere" answers for a component that nobody has, and not for a vulnerability nobody knows */
	if (str_starts_nocase(query, STR("CVE-")) || str_starts_nocase(query, STR("GHSA-")))
		return holding_unsaid(query, e);
	return find_named(l, query, e);
}

bool where_is(
    struct db *db, struct str query, struct date today, struct arena *arena, struct where *out, struct err *e)
{
	struct where found = { 0 };
	struct looking l = { .db = db,
		.arena = arena,
		.out = &found,
		.consistings = consistings_of(db, arena),
		.today = today };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = look(&l, query, e);
	db_read_end(db);
	consistings_free(&l.consistings);
	if (!done)
		return false;
	if (found.count)
		qsort(found.rows, found.count, sizeof(*found.rows), by_device);
	*out = found;
	return true;
}
