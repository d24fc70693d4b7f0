#include "actions/vex/vex_reach.h"

#include <stdlib.h>

#include "actions/matching/holding.h"
#include "actions/matching/vex_candidates.h"
#include "actions/vex/vex_places.h"
#include "base/memory.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vex_documents.h"

struct vex_reach {
	struct db *db;
	struct vex_places *places;
	size_t statement; /* which one is in hand, from 1 */
	int64_t vulnerability_id;
	struct id_set touched;	    /* lists in which some record speaks of it */
	struct kept_findings *kept; /* opened when first asked */
	struct arena fitting;	    /* reset for each statement */
	struct arena scratch;	    /* reset for each release, and each component that is judged by it */
};

struct vex_reach *vex_reach_new(struct db *db)
{
	struct vex_reach *r = memory_alloc(1, sizeof(*r));

	r->db = db;
	r->places = vex_places_new(db);
	return r;
}

void vex_reach_free(struct vex_reach *r)
{
	if (!r)
		return;
	arena_free(&r->fitting);
	arena_free(&r->scratch);
	id_set_clear(&r->touched);
	kept_findings_close(r->kept);
	vex_places_free(r->places);
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

/* --- findings --- */

static bool holds_in(const struct kept_finding *f, int64_t list_id)
{
	size_t low = 0, high = f->list_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (f->lists[middle] < list_id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->list_count && f->lists[low] == list_id;
}

/* Does some record touch it in this list, too? All lists are asked about at once. */
static bool find_finding(
    struct vex_reach *r, struct vex_part *part, int64_t list_id, bool *has, struct err *e)
{
	if (!r->kept && !kept_findings_open(r->db, &r->kept, e))
		return false;
	if (part->asked_for != r->statement &&
	    !kept_findings_about(r->kept, part->id, &part->component, r->vulnerability_id, 0, &r->fitting,
		&part->findings, &part->finding_count, e))
		return false;
	part->asked_for = r->statement;
	*has = false;
	for (size_t i = 0; i < part->finding_count; i++)
		*has = *has || holds_in(&part->findings[i], list_id);
	return true;
}

/* --- one statement --- */

struct search {
	struct vex_reach *reach;
	struct vex_report_row *row;
	struct arena *arena;
	size_t room, certain;
};

static bool add_reached(struct search *s, const struct vex_seen *seen, struct vex_part *part,
    const struct vex_fitting *f, struct err *e)
{
	const struct vex_place *place = &seen->place;
	struct vex_report_row *row = s->row;
	struct vex_reached *at;

	row->reached_all++;
	s->certain += f->fit == VEX_FIT_SURE && !f->proposed;
	if (row->reached_count == VEX_REACHED_MOST)
		return true;
	row->reached =
	    arena_room(s->arena, row->reached, row->reached_count, &s->room, sizeof(*row->reached));
	at = &row->reached[row->reached_count++];
	*at = (struct vex_reached){ .device = arena_copy(s->arena, place->device),
		.release = arena_copy(s->arena, place->release),
		.component = arena_copy(s->arena, part->component.name),
		.version = arena_copy(s->arena, part->component.version),
		.how = arena_copy(s->arena, f->how),
		.certain = f->fit == VEX_FIT_SURE && !f->proposed,
		.as_part = f->scope == VEX_RELEASE };
	return !id_set_has(&s->reach->touched, seen->list_id) ||
	       find_finding(s->reach, part, seen->list_id, &at->has_finding, e);
}

/* By the component alone, once for all releases. */
static struct vex_fitting fit_anywhere(struct search *s, struct vex_part *part)
{
	static const struct vex_place anywhere;
	struct vex_reach *r = s->reach;

	if (part->fitted_for != r->statement) {
		part->fitting = vex_fit(s->row->record, &anywhere, &part->component, &r->fitting);
		part->fitted_for = r->statement;
	}
	return part->fitting;
}

static struct vex_fitting fit_here(struct search *s, const struct vex_seen *seen, const struct vex_part *part)
{
	struct arena *scratch = &s->reach->scratch;

	arena_reset(scratch);
	return vex_fit(s->row->record, &seen->place, &part->component, scratch);
}

static bool search_release(struct search *s, int64_t release_id, struct err *e)
{
	struct vex_reach *r = s->reach;
	struct vex_seen *seen;
	bool local;

	if (!vex_places_see(r->places, release_id, &seen, e))
		return false;
	arena_reset(&r->scratch);
	local = vex_fit_is_local(s->row->record, &seen->place, &r->scratch);
	if (local)
		vex_places_fill(r->places, seen);
	for (size_t i = 0; i < seen->part_count; i++) {
		struct vex_part *part = seen->parts[i];
		struct vex_fitting f = local ? fit_here(s, seen, part) : fit_anywhere(s, part);

		if (f.fit != VEX_FIT_NONE && !add_reached(s, seen, part, &f, e))
			return false;
	}
	return true;
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
	SCOPED_ID_SET releases = { 0 };
	struct search s = { .reach = r, .row = row, .arena = arena };
	const struct vex_record *record = row->record;

	r->statement++;
	r->vulnerability_id = 0;
	id_set_clear(&r->touched);
	arena_reset(&r->fitting);
	for (size_t i = 0; i < record->said.id_count && !r->vulnerability_id; i++)
		if (!aliases_find(r->db, record->said.ids[i], &r->vulnerability_id, e))
			return false;
	if (r->vulnerability_id && !holding_lists(r->db, r->vulnerability_id, &r->touched, e))
		return false;
	if (!find_candidates(r->db, record, arena, &releases, e))
		return false;
	for (size_t i = 0; i < releases.count; i++)
		if (!search_release(&s, releases.ids[i], e))
			return false;
	keep_findings(row);
	judge(&s);
	return true;
}
