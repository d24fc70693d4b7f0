#include "actions/positions.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/memory.h"
#include "base/vec.h"
#include "store/devices.h"
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
	struct arena run;     /* records read so far */
	struct intern *names; /* of vulnerabilities; abouts by their numbers */
	struct about *abouts;
	size_t about_count, about_room;
	struct arena here;    /* opinions on the findings of the place */
	struct arena scratch; /* reset for each finding */
	struct vex_place place;
	struct component subject;
};

bool positions_open(struct db *db, struct date today, struct positions **out, struct err *e)
{
	SCOPED_POSITIONS *p = memory_alloc(1, sizeof(*p));

	p->db = db;
	p->today = today;
	p->names = intern_new();
	if (!statements_any(db, &p->any, e))
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
	for (size_t i = 0; i < file->count && !at.subject; i++)
		if (file->components[i].is_subject)
			at.subject = &file->components[i];
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
	return statements_about(
	    p->db, names, row->alias_count + 1, VEX_STANDING, &p->run, &about->records, &about->count, e);
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
