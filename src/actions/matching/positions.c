#include "actions/matching/positions.h"

#include <stdlib.h>

#include "assessment/vex_fit.h"
#include "assessment/vex_index.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/vec.h"
#include "identity/cpe.h"
#include "store/aliases.h"
#include "store/devices.h"
#include "store/id_set.h"
#include "store/statements.h"
#include "store/vex_documents.h"

struct about {
	struct vex_record *records;
	size_t count;
	bool known;
};

struct positions {
	struct db *db;
	struct date today;
	bool any;	      /* is there any statement? */
	bool any_claims;      /* that something is affected */
	struct arena run;     /* records read so far */
	struct intern *names; /* of vulnerabilities; abouts by their numbers */
	struct about *abouts;
	size_t about_count, about_room;
	struct arena here;    /* opinions on the findings of the place */
	struct arena scratch; /* reset for each finding */
	struct vex_place place;
	struct component subject;
	struct vex_index *added; /* statements of no store; NULL: none */
};

bool positions_open(struct db *db, struct date today, struct positions **out, struct err *e)
{
	SCOPED_POSITIONS *p = memory_alloc(1, sizeof(*p));

	p->db = db;
	p->today = today;
	p->names = intern_new();
	if (!statements_any(db, &p->any, e) || !statements_any_on_package(db, &p->any_claims, e))
		return false;
	*out = p;
	p = NULL;
	return true;
}

void positions_close(struct positions *p)
{
	if (!p)
		return;
	intern_free(p->names);
	free(p->abouts);
	vex_index_free(p->added);
	arena_free(&p->run);
	arena_free(&p->here);
	arena_free(&p->scratch);
	free(p);
}

/* What the store knows of a release beside its components. */
static bool read_release(struct positions *p, const struct positions_place *at, struct err *e)
{
	struct vex_place *place = &p->place;
	struct str *serials;
	bool found;

	if (!sbom_serials(p->db, at->release->id, &p->here, &serials, &place->serial_count, e) ||
	    !sbom_subject(p->db, at->release->id, &p->here, &p->subject, &found, e))
		return false;
	place->serials = serials;
	if (found)
		place->subject = &p->subject;
	return true;
}

bool positions_at(struct positions *p, const struct positions_place *at, struct err *e)
{
	struct str *serial;

	arena_reset(&p->here);
	p->place = (struct vex_place){ .components = at->components, .component_count = at->count };
	if (at->release) {
		p->place.device_id = at->device->id;
		p->place.release_id = at->release->id;
		p->place.device = arena_copy(&p->here, at->device->name);
		p->place.release = arena_copy(&p->here, at->release->version);
	}
	if (!p->any)
		return true;
	if (at->release)
		return read_release(p, at, e);
	p->place.subject = at->subject;
	if (at->serial.len) {
		serial = arena_alloc(&p->here, 1, sizeof(*serial));
		*serial = arena_copy(&p->here, at->serial);
		p->place.serials = serial;
		p->place.serial_count = 1;
	}
	return true;
}

bool positions_at_file(
    struct positions *p, const struct positions_file *file, size_t *releases, struct err *e)
{
	struct positions_place at = {
		.components = file->components, .count = file->count, .serial = file->serial
	};
	SCOPED_ARENA arena = { 0 };
	struct device device;
	struct release release;
	int64_t *ids;

	*releases = 0;
	at.subject = components_subject(file->components, file->count);
	if (!p->any)
		return positions_at(p, &at, e);
	if (!sbom_releases_of_digest(p->db, file->digest, &arena, &ids, releases, e))
		return false;
	if (*releases == 1) {
		if (!release_by_id(p->db, ids[0], &arena, &release, e) ||
		    !device_by_id(p->db, release.device_id, &arena, &device, e))
			return false;
		at.release = &release;
		at.device = &device;
	}
	return positions_at(p, &at, e);
}

void positions_add(struct positions *p, const struct vex_record *records, size_t count)
{
	if (count == 0)
		return;
	p->added = vex_index_new(records, count);
	p->any = true;
	for (size_t i = 0; i < count; i++)
		p->any_claims |= records[i].said.status == STATEMENT_AFFECTED;
}

const struct vex_place *positions_place(const struct positions *p)
{
	return &p->place;
}

/* Behind those of the store, what the SBOM says itself. */
static void read_added(struct positions *p, const struct str *names, size_t name_count, struct about *about)
{
	const struct vex_record **added;
	size_t count = p->added ? vex_index_about(p->added, names, name_count, &p->scratch, &added) : 0;
	struct vex_record *all;

	if (count == 0)
		return;
	all = arena_alloc(&p->run, about->count + count, sizeof(*all));
	if (about->count)
		memcpy(all, about->records, about->count * sizeof(*all));
	for (size_t i = 0; i < count; i++)
		all[about->count++] = *added[i];
	about->records = all;
}

/* The statements about the vulnerability of the row. */
static bool read_about(
    struct positions *p, const struct scan_row *row, const struct about **out, struct err *e)
{
	uint32_t number = intern_add(p->names, row->vulnerability);
	struct about *about;
	struct str *names;

	if (number >= p->about_count) {
		p->abouts = vec_room(p->abouts, &p->about_room, number + 1, sizeof(*p->abouts));
		p->abouts[number] = (struct about){ 0 };
		p->about_count = number + 1;
	}
	about = &p->abouts[number];
	*out = about;
	if (about->known)
		return true;
	names = arena_alloc(&p->scratch, row->alias_count + 1, sizeof(*names));
	names[0] = row->vulnerability;
	for (size_t i = 0; i < row->alias_count; i++)
		names[i + 1] = row->aliases[i];
	about->known = true;
	if (!statements_about(
		p->db, names, row->alias_count + 1, VEX_STANDING, &p->run, &about->records, &about->count, e))
		return false;
	read_added(p, names, row->alias_count + 1, about);
	return true;
}

enum finding_state positions_state(enum statement_status status)
{
	switch (status) {
	case STATEMENT_NOT_AFFECTED:
		return FINDING_NOT_AFFECTED;
	case STATEMENT_FIXED:
		return FINDING_FIXED;
	case STATEMENT_UNDER_INVESTIGATION:
		return FINDING_UNDER_INVESTIGATION;
	case STATEMENT_AFFECTED:
		break;
	}
	return FINDING_AFFECTED;
}

/* Out of the scratch arena, for as long as the place is. */
static struct vex_position keep_position(struct positions *p, const struct vex_position *weighed)
{
	struct vex_position kept = { .count = weighed->count };

	kept.opinions = arena_alloc(&p->here, kept.count, sizeof(*kept.opinions));
	for (size_t i = 0; i < kept.count; i++) {
		kept.opinions[i] = weighed->opinions[i];
		kept.opinions[i].how = arena_copy(&p->here, kept.opinions[i].how);
	}
	return kept;
}

bool positions_apply(struct positions *p, struct scan_row *row, struct err *e)
{
	const struct component *c = &p->place.components[row->finding.component];
	const struct vex_opinion *deciding;
	const struct about *about;
	struct vex_position weighed;

	row->device = p->place.device;
	row->release = p->place.release;
	if (!p->any)
		return true;
	arena_reset(&p->scratch);
	if (!read_about(p, row, &about, e))
		return false;
	if (about->count == 0)
		return true;
	vex_weigh(about->records, about->count, &p->place, c, p->today, &p->scratch, &weighed);
	row->position = keep_position(p, &weighed);
	deciding = vex_deciding(&row->position);
	if (deciding)
		row->finding.state = positions_state(deciding->record->said.status);
	return true;
}

bool positions_are_any(const struct positions *p)
{
	return p->any;
}

bool positions_have_claims(const struct positions *p)
{
	return p->any_claims;
}

static bool claims_by(
    struct positions *p, enum package_kind kind, struct str name, struct id_set *out, struct err *e)
{
	int64_t *ids;
	size_t count;

	if (!statements_on_package(p->db, kind, name, &p->scratch, &ids, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		id_set_add(out, ids[i]);
	return true;
}

/* The claims that name the package, also as a product tree has it: "vendor:product". */
static bool claims_on(struct positions *p, const struct identity *identity, struct id_set *out, struct err *e)
{
	struct str words = str_from(identity->package, str_index(identity->package, ':') + 1);

	return claims_by(p, identity->kind, identity->package, out, e) &&
	       (identity->kind != PACKAGE_CPE ||
		   claims_by(p, PACKAGE_NAME, cpe_unescape(words, &p->scratch), out, e));
}

/* All claims that may mean the component. */
static bool find_claims(struct positions *p, const struct component *c, struct id_set *out, struct err *e)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (!claims_on(p, &c->identities[i], out, e))
			return false;
	for (size_t i = 0; i < c->hash_count; i++)
		if (!claims_by(p, VEX_BY_HASH, c->hashes[i], out, e))
			return false;
	for (size_t i = 0; i < p->place.serial_count; i++)
		if (!claims_by(p, VEX_BY_SBOM, p->place.serials[i], out, e))
			return false;
	return true;
}

static bool judge_claim(struct positions *p, const struct vex_record *record, const struct component *c,
    struct arena *arena, struct positions_claim *out, bool *holds, struct err *e)
{
	struct vex_fitting fitting;

	fitting = vex_fit(record, &p->place, c, arena);
	*out = (struct positions_claim){ .record = record, .how = fitting.how };
	for (size_t i = 0; i < record->said.id_count && !out->vulnerability_id; i++)
		if (!aliases_find(p->db, record->said.ids[i], &out->vulnerability_id, e))
			return false;
	*holds = fitting.fit == VEX_FIT_SURE && out->vulnerability_id;
	return true;
}

static bool read_claim(struct positions *p, int64_t id, const struct component *c, struct arena *arena,
    struct positions_claim *out, bool *holds, struct err *e)
{
	struct vex_record *record = arena_alloc(arena, 1, sizeof(*record));

	return statements_get(p->db, id, arena, record, e) && judge_claim(p, record, c, arena, out, holds, e);
}

/* Where claims go. */
struct claim_list {
	struct positions_claim *claims;
	size_t count, room;
	struct arena *arena;
};

/* Those of no store. */
static bool add_claims(struct positions *p, enum package_kind kind, struct str name,
    const struct component *c, struct claim_list *to, struct err *e)
{
	const struct vex_record **added;
	size_t found = p->added ? vex_index_claims(p->added, kind, name, to->arena, &added) : 0;
	bool holds;

	for (size_t i = 0; i < found; i++) {
		to->claims = arena_room(to->arena, to->claims, to->count, &to->room, sizeof(*to->claims));
		if (!judge_claim(p, added[i], c, to->arena, &to->claims[to->count], &holds, e))
			return false;
		to->count += holds;
	}
	return true;
}

static bool add_all_claims(
    struct positions *p, const struct component *c, struct claim_list *to, struct err *e)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (!add_claims(p, c->identities[i].kind, c->identities[i].package, c, to, e))
			return false;
	for (size_t i = 0; i < c->hash_count; i++)
		if (!add_claims(p, VEX_BY_HASH, c->hashes[i], c, to, e))
			return false;
	for (size_t i = 0; i < p->place.serial_count; i++)
		if (!add_claims(p, VEX_BY_SBOM, p->place.serials[i], c, to, e))
			return false;
	return true;
}

bool positions_claims(struct positions *p, size_t component, struct arena *arena,
    struct positions_claim **out, size_t *count, struct err *e)
{
	const struct component *c = &p->place.components[component];
	struct claim_list list = { .arena = arena };
	SCOPED_ID_SET ids = { 0 };
	bool holds;

	*count = 0;
	if (!p->any_claims)
		return true;
	arena_reset(&p->scratch);
	if (!find_claims(p, c, &ids, e))
		return false;
	list.claims = arena_alloc(arena, ids.count, sizeof(*list.claims));
	list.room = ids.count;
	for (size_t i = 0; i < ids.count; i++) {
		if (!read_claim(p, ids.ids[i], c, arena, &list.claims[list.count], &holds, e))
			return false;
		list.count += holds;
	}
	if (!add_all_claims(p, c, &list, e))
		return false;
	*out = list.claims;
	*count = list.count;
	return true;
}
