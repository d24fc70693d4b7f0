#include "actions/vex_reach.h"

#include <stdlib.h>

#include "actions/kept_findings.h"
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

/* A component of some release, and what is known of it for the statement in hand. */
struct part {
	int64_t id;
	struct component component;
	size_t fitted_for, asked_for; /* vex_reach.statement; 0: none */
	struct vex_fitting fitting;   /* wherever it is */
	struct kept_finding *findings;
	size_t finding_count;
};

/* A release as vex_fit() wants it; all its components stand in place only once something asks for them. */
struct seen {
	int64_t list_id;
	struct vex_place place;
	struct part **parts;
	size_t part_count;
};

struct vex_reach {
	struct db *db;
	struct arena memory; /* of what was seen */
	struct seen **seen;  /* by the id of the release */
	struct part **parts; /* by the id of the component */
	size_t seen_room, part_room;
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
	return r;
}

void vex_reach_free(struct vex_reach *r)
{
	if (!r)
		return;
	arena_free(&r->memory);
	arena_free(&r->fitting);
	arena_free(&r->scratch);
	id_set_clear(&r->touched);
	kept_findings_close(r->kept);
	free(r->seen);
	free(r->parts);
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

static void forget(struct vex_reach *r)
{
	arena_free(&r->memory);
	free(r->seen);
	free(r->parts);
	r->seen = NULL;
	r->parts = NULL;
	r->seen_room = r->part_room = 0;
}

/* Room for a pointer by an id; what was not there is NULL. */
static void *by_id(void *pointers, size_t *room, int64_t id)
{
	size_t before = *room;
	char *grown = vec_room(pointers, room, (size_t)id + 1, sizeof(void *));

	memset(grown + before * sizeof(void *), 0, (*room - before) * sizeof(void *));
	return grown;
}

/* Many releases share it: it is read once. */
static bool part_of(struct vex_reach *r, int64_t component_id, struct part **out, struct err *e)
{
	size_t at = (size_t)component_id;

	r->parts = by_id(r->parts, &r->part_room, component_id);
	if (!r->parts[at]) {
		struct part *part = arena_alloc(&r->memory, 1, sizeof(*part));

		part->id = component_id;
		if (!component_by_id(r->db, component_id, &r->memory, &part->component, e))
			return false;
		r->parts[at] = part;
	}
	*out = r->parts[at];
	return true;
}

static bool read_parts(struct vex_reach *r, struct seen *s, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	if (!component_ids_of_list(r->db, s->list_id, &ids, e))
		return false;
	s->parts = arena_alloc(&r->memory, ids.count, sizeof(struct part *));
	s->part_count = ids.count;
	for (size_t i = 0; i < ids.count; i++)
		if (!part_of(r, ids.ids[i], &s->parts[i], e))
			return false;
	return true;
}

static bool read_seen(struct vex_reach *r, int64_t release_id, struct seen *s, struct err *e)
{
	struct arena *arena = &r->memory;
	struct component *subject = arena_alloc(arena, 1, sizeof(*subject));
	struct release release;
	struct device device;
	struct str *serials;
	size_t serial_count;
	bool found;

	if (!release_by_id(r->db, release_id, arena, &release, e) ||
	    !device_by_id(r->db, release.device_id, arena, &device, e) ||
	    !sbom_serials(r->db, release_id, arena, &serials, &serial_count, e) ||
	    !sbom_subject(r->db, release_id, arena, subject, &found, e))
		return false;
	*s = (struct seen){ .list_id = release.list_id,
		.place = { .device_id = device.id,
		    .release_id = release_id,
		    .device = device.name,
		    .release = release.version,
		    .serials = serials,
		    .serial_count = serial_count,
		    .subject = found ? subject : NULL } };
	return read_parts(r, s, e);
}

static bool see(struct vex_reach *r, int64_t release_id, struct seen **out, struct err *e)
{
	size_t at = (size_t)release_id;

	if (r->memory.used > SEEN_BYTES_MOST)
		forget(r);
	r->seen = by_id(r->seen, &r->seen_room, release_id);
	if (!r->seen[at]) {
		struct seen *fresh = arena_alloc(&r->memory, 1, sizeof(*fresh));

		if (!read_seen(r, release_id, fresh, e))
			return false;
		r->seen[at] = fresh;
	}
	*out = r->seen[at];
	return true;
}

static void fill_place(struct vex_reach *r, struct seen *s)
{
	struct component *all;

	if (s->place.components)
		return;
	all = arena_alloc(&r->memory, s->part_count, sizeof(*all));
	for (size_t i = 0; i < s->part_count; i++)
		all[i] = s->parts[i]->component;
	s->place.components = all;
	s->place.component_count = s->part_count;
}

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
static bool find_finding(struct vex_reach *r, struct part *part, int64_t list_id, bool *has, struct err *e)
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
	struct vex_report_row *row;
	struct arena *arena;
	size_t room, certain;
};

static bool add_reached(struct vex_reach *r, struct search *s, const struct seen *seen, struct part *part,
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
	return !id_set_has(&r->touched, seen->list_id) ||
	       find_finding(r, part, seen->list_id, &at->has_finding, e);
}

/* By the component alone, once for all releases. */
static struct vex_fitting fit_anywhere(
    struct vex_reach *r, const struct vex_record *record, struct part *part)
{
	static const struct vex_place anywhere;

	if (part->fitted_for != r->statement) {
		part->fitting = vex_fit(record, &anywhere, &part->component, &r->fitting);
		part->fitted_for = r->statement;
	}
	return part->fitting;
}

static struct vex_fitting fit_here(
    struct vex_reach *r, const struct vex_record *record, const struct seen *s, const struct part *part)
{
	arena_reset(&r->scratch);
	return vex_fit(record, &s->place, &part->component, &r->scratch);
}

static bool search_release(struct vex_reach *r, struct search *s, int64_t release_id, struct err *e)
{
	const struct vex_record *record = s->row->record;
	struct seen *seen;
	bool local;

	if (!see(r, release_id, &seen, e))
		return false;
	arena_reset(&r->scratch);
	local = vex_fit_is_local(record, &seen->place, &r->scratch);
	if (local)
		fill_place(r, seen);
	for (size_t i = 0; i < seen->part_count; i++) {
		struct part *part = seen->parts[i];
		struct vex_fitting f =
		    local ? fit_here(r, record, seen, part) : fit_anywhere(r, record, part);

		if (f.fit != VEX_FIT_NONE && !add_reached(r, s, seen, part, &f, e))
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
	struct search s = { .row = row, .arena = arena };
	const struct vex_record *record = row->record;

	r->statement++;
	r->vulnerability_id = 0;
	id_set_clear(&r->touched);
	arena_reset(&r->fitting);
	for (size_t i = 0; i < record->said.id_count && !r->vulnerability_id; i++)
		if (!aliases_find(r->db, record->said.ids[i], &r->vulnerability_id, e))
			return false;
	if (r->vulnerability_id && !where_lists(r->db, r->vulnerability_id, &r->touched, e))
		return false;
	if (!find_candidates(r->db, record, arena, &releases, e))
		return false;
	for (size_t i = 0; i < releases.count; i++)
		if (!search_release(r, &s, releases.ids[i], e))
			return false;
	keep_findings(row);
	judge(&s);
	return true;
}
