#include "actions/findings/finding_target.h"

#include "actions/vulnerability_name.h"

#include "limits.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/vulnerabilities.h"

/* The components that answer to the words; equal name and version are one. */
struct answers {
	struct arena *arena;
	struct component *list;
	size_t count, room;
};

void finding_target_component(struct vex_record *r, const struct component *c, struct arena *arena)
{
	struct statement_product *p = arena_alloc(arena, 1, sizeof(*p));

	*p = (struct statement_product){ .name = arena_copy(arena, c->name),
		.version = arena_copy(arena, c->version),
		.rows = arena_alloc(arena, c->identity_count, sizeof(*p->rows)) };
	for (size_t i = 0; i < c->identity_count; i++)
		if (!c->identities[i].is_source)
			p->rows[p->row_count++] = (struct affected){ .kind = c->identities[i].kind,
				.package = arena_copy(arena, c->identities[i].package),
				.scheme = c->identities[i].scheme,
				.config = -1 };
	p->id = p->name;
	r->said.products = p;
	r->said.product_count = 1;
}

/* Texts of the answer are in the arena: its bytes are written and read back. */
static bool add_answer(struct answers *a, const struct component *c, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_RECORD_BYTES);

	for (size_t i = 0; i < a->count; i++)
		if (str_eq(a->list[i].name, c->name) && str_eq(a->list[i].version, c->version))
			return true;
	component_write(c, &bytes);
	a->list = arena_room(a->arena, a->list, a->count, &a->room, sizeof(*a->list));
	return component_read(arena_copy(a->arena, buf_str(&bytes)), a->arena, &a->list[a->count++], e);
}

static bool take_finding(
    void *ctx, const struct component *components, const struct scan_row *row, struct err *e)
{
	return add_answer(ctx, &components[row->finding.component], e);
}

static bool add_ids(
    struct db *db, const struct id_set *ids, struct str words, struct answers *a, struct err *e)
{
	struct component c;

	for (size_t i = 0; i < ids->count; i++) {
		if (!component_by_id(db, ids->ids[i], a->arena, &c, e))
			return false;
		if (finding_component_is(words, &c) && !add_answer(a, &c, e))
			return false;
	}
	return true;
}

/* Anywhere in the store. */
static bool look_up(struct db *db, struct str words, struct answers *a, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };

	return finding_component_ids(db, words, a->arena, &ids, e) && add_ids(db, &ids, words, a, e);
}

static bool one_of(const struct answers *a, struct str words, struct err *e)
{
	SCOPED_BUF text = buf_new(300);

	if (a->count <= 1)
		return true;
	for (size_t i = 0; i < a->count; i++)
		buf_printf(&text, "%s" STR_FMT "@" STR_FMT, i ? ", " : "", STR_ARG(a->list[i].name),
		    STR_ARG(a->list[i].version));
	return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is %zu components, name one of them: " STR_FMT,
	    STR_ARG(words), a->count, STR_ARG(buf_str(&text)));
}

/* What is not in the store, in the words it was named by. */
static void name_unknown(struct vex_record *r, struct str words, struct arena *arena)
{
	struct component c = { .name = words };
	struct str rest = words, before;

	if (!str_starts(words, STR("pkg:")) && str_cut_last(&rest, '@', &before) && before.len) {
		c.name = before;
		c.version = rest;
	}
	finding_target_component(r, &c, arena);
}

static bool find_component(struct db *db, const struct finding_decision *d, struct date today,
    struct vex_record *r, bool *known, struct arena *arena, struct err *e)
{
	struct answers a = { .arena = arena };
	struct finding_query query = { .device = d->device,
		.release = d->release,
		.vulnerability = r->said.ids[0],
		.component = d->component,
		.today = today };

	if (d->scope == VEX_FINDING && *known &&
	    !finding_list(db, &query, (struct finding_sink){ &a, take_finding }, e))
		return false;
	if (d->scope != VEX_FINDING && !look_up(db, d->component, &a, e))
		return false;
	if (!one_of(&a, d->component, e))
		return false;
	if (a.count) {
		finding_target_component(r, &a.list[0], arena);
		return true;
	}
	if (!d->force_unknown) {
		if (d->scope == VEX_FINDING)
			err_fail(e, ERR_INPUT,
			    STR_FMT " " STR_FMT " has no finding of " STR_FMT " in \"" STR_FMT "\"",
			    STR_ARG(d->device), STR_ARG(d->release), STR_ARG(r->said.ids[0]),
			    STR_ARG(d->component));
		else
			err_fail(e, ERR_INPUT, "no release has a component \"" STR_FMT "\"",
			    STR_ARG(d->component));
		return err_remedy(e, REMEDY_FORCE_UNKNOWN);
	}
	*known = false;
	name_unknown(r, d->component, arena);
	return true;
}

/* By the name the store has for it. */
static bool find_vulnerability(struct db *db, const struct finding_decision *d, struct date today,
    struct vex_record *r, bool *known, struct arena *arena, struct err *e)
{
	r->said.ids = arena_alloc(arena, 1, sizeof(*r->said.ids));
	r->said.id_count = 1;
	if (!vulnerability_named(db, d->vulnerability, today, arena, &r->said.ids[0], known, e))
		return false;
	return *known || d->force_unknown ||
	       err_fail(e, ERR_INPUT, "no record in the store is about \"" STR_FMT "\"",
		   STR_ARG(d->vulnerability)) ||
	       err_remedy(e, REMEDY_FORCE_UNKNOWN);
}

static bool find_device(
    struct db *db, const struct finding_decision *d, struct vex_record *r, struct arena *arena, struct err *e)
{
	struct device device;
	struct release release;

	if (d->device.len == 0)
		return true;
	if (!device_get(db, d->device, arena, &device, e))
		return false;
	r->device_id = device.id;
	if (d->release.len == 0)
		return true;
	if (!release_find(db, device.id, d->release, arena, &release, e))
		return false;
	if (!release.id)
		return err_fail(e, ERR_INPUT, "device \"" STR_FMT "\" has no release \"" STR_FMT "\"",
		    STR_ARG(device.name), STR_ARG(d->release));
	r->release_id = release.id;
	return true;
}

bool finding_target(struct db *db, const struct finding_decision *d, struct date today, struct arena *arena,
    struct vex_record *r, bool *known, struct err *e)
{
	return find_vulnerability(db, d, today, r, known, arena, e) && find_device(db, d, r, arena, e) &&
	       (d->component.len == 0 || find_component(db, d, today, r, known, arena, e));
}
