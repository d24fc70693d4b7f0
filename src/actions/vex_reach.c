#include "actions/vex_reach.h"

#include <stdlib.h>

#include "actions/scan.h"
#include "actions/vex_candidates.h"
#include "actions/where.h"
#include "assessment/vex_fit.h"
#include "base/memory.h"
#include "base/vec.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vex_documents.h"

#define SEEN_BYTES_MOST (128 * 1024 * 1024) /* of releases remembered; beyond, they are read again */

/* A release as vex_fit() wants it. */
struct seen {
	int64_t release_id, list_id;
	struct vex_place place;
};

struct vex_reach {
	struct db *db;
	struct arena memory; /* of what was seen */
	struct seen *seen;
	size_t count, room;
	struct arena scratch; /* reset for each component */
};

struct vex_reach *vex_reach_new(struct db *db)
{
	struct vex_reach *r = memory_alloc(1, sizeof(*r));

	r->db = db;
	return r;
}

void vex_reach_free(struct vex_reach *r)
{
	if (!r)
		return;
	arena_free(&r->memory);
	arena_free(&r->scratch);
	free(r->seen);
	free(r);
}

/* --- candidates --- */

/* The releases of lists that hold one of the components. */
static bool add_releases(
    struct db *db, const struct id_set *components, struct arena *arena, struct id_set *out, struct err *e)
{
	SCOPED_ID_SET lists = { 0 };

	for (size_t i = 0; i < components->count; i++)
		if (!component_lists(db, components->ids[i], &lists, e))
			return false;
	for (size_t i = 0; i < lists.count; i++) {
		struct release *releases;
		size_t count;

		if (!release_of_list(db, lists.ids[i], arena, &releases, &count, e))
			return false;
		for (size_t k = 0; k < count; k++)
			id_set_add(out, releases[k].id);
	}
	return true;
}

/* By its SBOM's serial number, and by the names of device and release. */
static bool add_whole(
    struct db *db, const struct statement_product *p, struct arena *arena, struct id_set *out, struct err *e)
{
	struct device device;
	struct release release;
	int64_t *ids;
	size_t count;

	if (p->bom.len) {
		if (!sbom_releases_of_serial(db, p->bom, arena, &ids, &count, e))
			return false;
		for (size_t i = 0; i < count; i++)
			id_set_add(out, ids[i]);
	}
	if (p->name.len == 0 || p->version.len == 0)
		return true;
	if (!device_find(db, p->name, arena, &device, e) ||
	    (device.id && !release_find(db, device.id, p->version, arena, &release, e)))
		return false;
	if (device.id && release.id)
		id_set_add(out, release.id);
	return true;
}

static bool find_candidates(struct db *db, const struct vex_record *record, struct arena *arena,
    struct id_set *releases, struct err *e)
{
	SCOPED_ID_SET components = { 0 };

	for (size_t i = 0; i < record->said.product_count; i++)
		if (!add_whole(db, &record->said.products[i], arena, releases, e))
			return false;
	return vex_candidates(db, &record->said, arena, &components, e) &&
	       add_releases(db, &components, arena, releases, e);
}

/* --- releases --- */

static bool read_seen(struct vex_reach *r, int64_t release_id, struct seen *s, struct err *e)
{
	struct arena *arena = &r->memory;
	struct vex_place *place = &s->place;
	struct component *components, *subject = arena_alloc(arena, 1, sizeof(*subject));
	struct release release;
	struct device device;
	struct str *serials;
	bool found;

	if (!release_by_id(r->db, release_id, arena, &release, e) ||
	    !device_by_id(r->db, release.device_id, arena, &device, e) ||
	    !components_of_list(r->db, release.list_id, arena, &components, &place->component_count, e) ||
	    !sbom_serials(r->db, release_id, arena, &serials, &place->serial_count, e) ||
	    !sbom_subject(r->db, release_id, arena, subject, &found, e))
		return false;
	*s = (struct seen){ .release_id = release_id,
		.list_id = release.list_id,
		.place = { .device_id = device.id,
		    .release_id = release_id,
		    .device = device.name,
		    .release = release.version,
		    .serials = serials,
		    .serial_count = place->serial_count,
		    .components = components,
		    .component_count = place->component_count,
		    .subject = found ? subject : NULL } };
	return true;
}

static bool see(struct vex_reach *r, int64_t release_id, const struct seen **out, struct err *e)
{
	struct seen fresh = { 0 };

	for (size_t i = 0; i < r->count; i++)
		if (r->seen[i].release_id == release_id) {
			*out = &r->seen[i];
			return true;
		}
	if (r->memory.used > SEEN_BYTES_MOST) {
		arena_free(&r->memory);
		r->count = 0;
	}
	if (!read_seen(r, release_id, &fresh, e))
		return false;
	r->seen = vec_room(r->seen, &r->room, r->count + 1, sizeof(*r->seen));
	r->seen[r->count] = fresh;
	*out = &r->seen[r->count++];
	return true;
}

/* Marks those reached in this release that some record touches too. */
static bool mark_findings(struct vex_reach *r, const struct seen *s, int64_t vulnerability_id,
    struct vex_reached *reached, size_t count, struct err *e)
{
	SCOPED_SCANNER *scanner = NULL;
	const struct scan_row *row;

	if (!scan_open(r->db, s->place.components, s->place.component_count, vulnerability_id, &scanner, e))
		return false;
	for (;;) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			return true;
		for (size_t i = 0; i < count; i++) {
			const struct component *c = &s->place.components[row->finding.component];

			if (str_eq(reached[i].component, c->name) && str_eq(reached[i].version, c->version))
				reached[i].has_finding = true;
		}
	}
}

/* --- one statement --- */

struct search {
	struct vex_report_row *row;
	struct arena *arena;
	size_t room, certain;
};

static void add_reached(
    struct search *s, const struct vex_place *place, const struct component *c, const struct vex_fitting *f)
{
	struct vex_report_row *row = s->row;
	struct vex_reached *at;

	row->reached_all++;
	s->certain += f->fit == VEX_FIT_SURE && !f->proposed;
	if (row->reached_count == VEX_REACHED_MOST)
		return;
	row->reached =
	    arena_room(s->arena, row->reached, row->reached_count, &s->room, sizeof(*row->reached));
	at = &row->reached[row->reached_count++];
	*at = (struct vex_reached){ .device = arena_copy(s->arena, place->device),
		.release = arena_copy(s->arena, place->release),
		.component = arena_copy(s->arena, c->name),
		.version = arena_copy(s->arena, c->version),
		.how = arena_copy(s->arena, f->how),
		.certain = f->fit == VEX_FIT_SURE && !f->proposed,
		.as_part = f->scope == VEX_RELEASE };
}

static bool search_release(struct vex_reach *r, struct search *s, int64_t release_id,
    int64_t vulnerability_id, const struct id_set *touched, struct err *e)
{
	size_t before = s->row->reached_count;
	const struct seen *seen;

	if (!see(r, release_id, &seen, e))
		return false;
	for (size_t i = 0; i < seen->place.component_count; i++) {
		const struct component *c = &seen->place.components[i];
		struct vex_fitting f;

		arena_reset(&r->scratch);
		f = vex_fit(s->row->record, &seen->place, c, &r->scratch);
		if (f.fit != VEX_FIT_NONE)
			add_reached(s, &seen->place, c, &f);
	}
	return s->row->reached_count == before || !id_set_has(touched, seen->list_id) ||
	       mark_findings(
		   r, seen, vulnerability_id, s->row->reached + before, s->row->reached_count - before, e);
}

/* Of a whole release only the findings are of interest. */
static void keep_findings(struct vex_report_row *row)
{
	size_t kept = 0;

	for (size_t i = 0; i < row->reached_count; i++)
		if (row->reached[i].has_finding || !row->reached[i].as_part)
			row->reached[kept++] = row->reached[i];
	if (kept)
		row->reached_count = row->reached_all = kept;
}

static struct str unmatched_why(const struct vex_record *record, struct arena *arena)
{
	const struct statement_product *p = record->said.products;

	if (record->said.product_count == 0)
		return STR("it names no product");
	if (p->row_count == 0 && p->bom.len == 0 && p->name.len == 0)
		return p->hash_count
			   ? STR("it is named by a hash alone, and no component has that")
			   : arena_printf(arena,
				 "\"" STR_FMT "\" is neither package URL, CPE name nor SBOM reference",
				 STR_ARG(p->id));
	if (p->subcomponent_count)
		return arena_printf(
		    arena, "no release is or holds " STR_FMT " with that subcomponent", STR_ARG(p->id));
	return arena_printf(arena, "no release holds " STR_FMT "%s", STR_ARG(statement_product_word(p)),
	    record->said.product_count > 1 ? ", nor any of its other products" : "");
}

static void judge(struct search *s)
{
	struct vex_report_row *row = s->row;

	if (row->reached_all == 0) {
		row->outcome = VEX_UNMATCHED;
		row->why = unmatched_why(row->record, s->arena);
	} else if (!statement_has_reason(&row->record->said)) {
		row->outcome = VEX_INCOMPLETE;
		row->why = STR("not_affected without justification or impact statement decides nothing");
	} else if (s->certain == 0) {
		row->outcome = VEX_AMBIGUOUS;
		row->why = str_eq(row->record->said.status_word, STR(STATEMENT_WORD_PATCHED))
			       ? STR("a patch alone says so: finding confirm makes it a decision")
			       : row->reached[0].how;
	} else {
		row->outcome = VEX_APPLIED;
	}
}

bool vex_reach(struct vex_reach *r, struct vex_report_row *row, struct arena *arena, struct err *e)
{
	SCOPED_ID_SET releases = { 0 }, touched = { 0 };
	struct search s = { .row = row, .arena = arena };
	const struct vex_record *record = row->record;
	int64_t vulnerability_id = 0;

	for (size_t i = 0; i < record->said.id_count && !vulnerability_id; i++)
		if (!aliases_find(r->db, record->said.ids[i], &vulnerability_id, e))
			return false;
	if (vulnerability_id && !where_lists(r->db, vulnerability_id, &touched, e))
		return false;
	if (!find_candidates(r->db, record, arena, &releases, e))
		return false;
	for (size_t i = 0; i < releases.count; i++)
		if (!search_release(r, &s, releases.ids[i], vulnerability_id, &touched, e))
			return false;
	keep_findings(row);
	judge(&s);
	return true;
}
