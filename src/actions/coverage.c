#include "actions/coverage.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/intern.h"
#include "identity/cpe.h"
#include "limits.h"
#include "matching/packed.h"
#include "reports/coverage_run.h"
#include "store/change.h"
#include "store/components.h"
#include "store/coverage.h"
#include "store/devices.h"
#include "store/packages.h"
#include "store/vex_documents.h"
#include "store/vulnerabilities.h"

/* What the sources have of a package; looked up once, however many components name it. */
struct known {
	struct coverage_sight *sights;
	size_t count;
};

struct gathering {
	struct db *db;
	struct arena *arena;
	struct coverage *out;
	struct intern *ids; /* of components */
	size_t room;
	struct intern *packages;
	struct known *known; /* by the number of a package */
	size_t known_room;
};

static bool list_sources(struct gathering *g, const struct coverage_query *query, struct err *e)
{
	struct coverage *c = g->out;
	struct source_row *rows;

	if (!sources_list(g->db, g->arena, &rows, &c->source_count, e))
		return false;
	c->sources = arena_alloc(g->arena, c->source_count, sizeof(*c->sources));
	for (size_t i = 0; i < c->source_count; i++) {
		struct coverage_source *s = &c->sources[i];

		*s = (struct coverage_source){ .id = rows[i].id,
			.name = rows[i].name,
			.records = rows[i].records,
			.newest = rows[i].newest,
			.imported = rows[i].imported,
			.days = -1 };
		if (!instant_is_known(s->newest))
			continue;
		s->days = query->at.us > s->newest.us ? (query->at.us - s->newest.us) / DAY_US : 0;
		s->stale = query->stale_days && s->days >= query->stale_days;
	}
	return true;
}

static bool list_skips(struct gathering *g, struct err *e)
{
	struct feed_skip *skips;
	struct coverage *c = g->out;

	if (!feed_skip_list(g->db, g->arena, &skips, &c->skip_count, e))
		return false;
	c->skips = arena_alloc(g->arena, c->skip_count, sizeof(*c->skips));
	for (size_t i = 0; i < c->skip_count; i++)
		c->skips[i] =
		    (struct coverage_skip){ skips[i].feed, skips[i].at, skips[i].skipped, skips[i].reasons };
	return true;
}

/* A component of one more release. */
static bool add_component(struct gathering *g, int64_t id, struct err *e)
{
	struct coverage *c = g->out;
	struct str key = { (const char *)&id, sizeof(id) };
	uint32_t number = intern_find(g->ids, key);
	struct component *component;

	if (number == INTERN_NONE) {
		number = intern_add(g->ids, key);
		c->components =
		    arena_room(g->arena, c->components, c->component_count, &g->room, sizeof(*c->components));
		component = arena_alloc(g->arena, 1, sizeof(*component));
		if (!component_by_id(g->db, id, g->arena, component, e))
			return false;
		c->components[c->component_count++] =
		    (struct coverage_component){ .id = id, .component = component };
	}
	c->components[number].releases++;
	return true;
}

/* The component that the release is, and not one in it; 0 where that is not known. */
static bool find_subject(struct gathering *g, const struct release *r, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct component subject;
	bool found;

	*id = 0;
	return sbom_subject(g->db, r->id, &arena, &subject, &found, e) &&
	       (!found || component_find(g->db, &subject, id, e));
}

static bool add_release(struct gathering *g, const struct release *r, struct err *e)
{
	SCOPED_ID_SET ids = { 0 };
	int64_t subject;

	if (r->list_id == 0)
		return true;
	if (!find_subject(g, r, &subject, e) || !component_ids_of_list(g->db, r->list_id, &ids, e))
		return false;
	for (size_t i = 0; i < ids.count; i++)
		if (ids.ids[i] != subject && !add_component(g, ids.ids[i], e))
			return false;
	return true;
}

static bool add_device(struct gathering *g, const struct device *d, struct str version, struct err *e)
{
	struct release *releases;
	size_t count, taken = 0;

	if (!release_list(g->db, d->id, g->arena, &releases, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (version.len && !str_eq(releases[i].version, version))
			continue;
		taken++;
		if (!add_release(g, &releases[i], e))
			return false;
	}
	return taken || !version.len ||
	       err_fail(e, ERR_INPUT, "the device has no release \"" STR_FMT "\"", STR_ARG(version));
}

static bool add_devices(struct gathering *g, const struct coverage_query *query, struct err *e)
{
	struct device one, *all;
	size_t count;

	if (query->device.len)
		return device_get(g->db, query->device, g->arena, &one, e) &&
		       add_device(g, &one, query->release, e);
	if (!device_list(g->db, g->arena, &all, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!add_device(g, &all[i], STR_NONE, e))
			return false;
	return true;
}

static struct coverage_sight *sight_of(struct gathering *g, struct known *known, int64_t source_id)
{
	const struct coverage *c = g->out;
	size_t source = 0;

	while (source < c->source_count && c->sources[source].id != source_id)
		source++;
	for (size_t i = 0; i < known->count; i++)
		if (known->sights[i].source == source)
			return &known->sights[i];
	known->sights[known->count] = (struct coverage_sight){ .source = source };
	return source < c->source_count ? &known->sights[known->count++] : NULL;
}

/* The ids of the advisories of all ranges, in their order. */
static bool read_ids(struct str packed, struct arena *arena, int64_t **ids, size_t *count)
{
	struct packed_block block;
	struct range range;
	size_t room = 0;
	bool damaged = false;
	struct str rest;

	*ids = NULL;
	*count = 0;
	if (packed.len == 0)
		return true;
	if (!packed_open(packed, &rest))
		return false;
	while (packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &range, &damaged)) {
			*ids = arena_room(arena, *ids, *count, &room, sizeof(**ids));
			(*ids)[(*count)++] = range.advisory_id;
		}
	return !damaged;
}

static int by_number(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static bool count_ranges(struct gathering *g, int64_t package_id, struct known *known, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str packed;
	int64_t *ids;
	size_t count;

	if (!packages_ranges(g->db, package_id, &packed, e))
		return false;
	if (!read_ids(packed, &arena, &ids, &count))
		return err_fail(e, ERR_STORE, "the ranges of package %" PRId64 " are damaged", package_id);
	if (count)
		qsort(ids, count, sizeof(*ids), by_number);
	known->sights = arena_alloc(g->arena, g->out->source_count + 1, sizeof(*known->sights));
	for (size_t i = 0, end; i < count; i = end) {
		struct coverage_sight *sight;
		int64_t source_id;

		for (end = i; end < count && ids[end] == ids[i];)
			end++;
		if (!coverage_source_of(g->db, ids[i], &source_id, e))
			return false;
		sight = sight_of(g, known, source_id);
		if (!sight)
			continue;
		sight->records++;
		sight->ranges += (int64_t)(end - i);
	}
	return true;
}

static int by_source(const void *left, const void *right)
{
	const struct coverage_sight *a = left, *b = right;

	return (a->source > b->source) - (a->source < b->source);
}

/* What the sources have of a package, by their names. */
static bool find_known(
    struct gathering *g, enum package_kind kind, struct str package, const struct known **out, struct err *e)
{
	SCOPED_BUF key = buf_new(LIMIT_SBOM_FIELD_BYTES * 2);
	struct known known = { 0 };
	int64_t package_id;
	uint32_t number;

	buf_byte(&key, (char)kind);
	buf_add(&key, package);
	number = intern_find(g->packages, buf_str(&key));
	if (number == INTERN_NONE) {
		if (!packages_find(g->db, kind, package, &package_id, e) ||
		    (package_id && !count_ranges(g, package_id, &known, e)))
			return false;
		if (known.count)
			qsort(known.sights, known.count, sizeof(*known.sights), by_source);
		number = intern_add(g->packages, buf_str(&key));
		g->known = arena_room(g->arena, g->known, number, &g->known_room, sizeof(*g->known));
		g->known[number] = known;
	}
	*out = &g->known[number];
	return true;
}

static bool add_sights(struct gathering *g, struct coverage_component *of, enum package_kind kind,
    struct str package, size_t *room, struct err *e)
{
	const struct known *known;

	if (!find_known(g, kind, package, &known, e))
		return false;
	for (size_t i = 0; i < known->count; i++) {
		of->sights = arena_room(g->arena, of->sights, of->sight_count, room, sizeof(*of->sights));
		of->sights[of->sight_count] = known->sights[i];
		of->sights[of->sight_count].kind = kind;
		of->sights[of->sight_count++].package = package;
	}
	return true;
}

/* "npm/", "a:": what a kind of package begins with. */
static struct str prefix_of(const struct identity *i)
{
	return str_first(i->package, str_index(i->package, i->kind == PACKAGE_PURL ? '/' : ':') + 1);
}

static bool is_usable(const struct identity *i)
{
	return i->is_whole && i->version.len > 0;
}

static bool explain(struct gathering *g, struct coverage_component *of, struct err *e)
{
	const struct component *c = of->component;
	const struct identity *first = NULL;
	bool served = false;

	for (size_t i = 0; i < c->identity_count && !served; i++) {
		if (!is_usable(&c->identities[i]))
			continue;
		if (!first)
			first = &c->identities[i];
		if (!coverage_is_served(
			g->db, c->identities[i].kind, prefix_of(&c->identities[i]), &served, e))
			return false;
	}
	assert(first); /* or component_why_not_matchable() had a reason */
	of->state = served ? COVERAGE_NO_RECORDS : COVERAGE_NOT_SERVED;
	if (served)
		of->why =
		    arena_printf(g->arena, "no source has a record of " STR_FMT, STR_ARG(first->package));
	else
		of->why = arena_printf(g->arena, "no source serves %s " STR_FMT,
		    first->kind == PACKAGE_PURL ? "purl type" : "CPE part",
		    STR_ARG(str_first(prefix_of(first), prefix_of(first).len - 1)));
	return true;
}

/* "vendor:product" as records without an identifier have it; empty where the component has nothing of the
 * kind.
 */
static struct str bare_name(const struct component *c, struct arena *arena)
{
	const struct identity *cpe = component_identity(c, PACKAGE_CPE);
	struct str name;
	char *lower;

	if (cpe && cpe->is_whole)
		return cpe_unescape(str_from(cpe->package, str_index(cpe->package, ':') + 1), arena);
	if (c->supplier.len == 0 || c->name.len == 0)
		return STR("");
	name = arena_printf(arena, STR_FMT ":" STR_FMT, STR_ARG(c->supplier), STR_ARG(c->name));
	lower = arena_alloc(arena, name.len, 1);
	for (size_t i = 0; i < name.len; i++)
		lower[i] = char_lower(name.ptr[i]);
	return (struct str){ lower, name.len };
}

static bool judge(struct gathering *g, struct coverage_component *of, struct err *e)
{
	const struct component *c = of->component;
	struct str bare = bare_name(c, g->arena);
	bool seen;
	size_t room = 0;

	of->why = component_why_not_matchable(c);
	for (size_t i = 0; i < c->identity_count; i++)
		if (is_usable(&c->identities[i]) &&
		    !add_sights(g, of, c->identities[i].kind, c->identities[i].package, &room, e))
			return false;
	seen = of->sight_count > 0;
	if (bare.len && !add_sights(g, of, PACKAGE_NAME, bare, &room, e))
		return false;
	of->state = of->why.len ? COVERAGE_INVISIBLE : COVERAGE_SEEN;
	if (!of->why.len && !seen && !explain(g, of, e))
		return false;
	if (!seen && of->sight_count)
		of->why = arena_printf(g->arena, STR_FMT "; records speak of " STR_FMT " by name alone",
		    STR_ARG(of->why), STR_ARG(bare));
	return true;
}

static int by_name(const void *left, const void *right)
{
	const struct coverage_component *a = left, *b = right;
	int sign = str_cmp(a->component->name, b->component->name);

	if (!sign)
		sign = str_cmp(a->component->version, b->component->version);
	return sign ? sign : (a->id > b->id) - (a->id < b->id);
}

static bool gather(struct gathering *g, const struct coverage_query *query, struct err *e)
{
	struct coverage *c = g->out;
	struct instant before_at;
	struct str before;

	if (!list_sources(g, query, e) || !list_skips(g, e) || !add_devices(g, query, e))
		return false;
	if (c->component_count)
		qsort(c->components, c->component_count, sizeof(*c->components), by_name);
	for (size_t i = 0; i < c->component_count; i++)
		if (!judge(g, &c->components[i], e))
			return false;
	if (!coverage_run_last(g->db, g->arena, &before_at, &before, e))
		return false;
	c->since = before_at;
	return !instant_is_known(before_at) || coverage_compare(c, before, before_at, g->arena, e);
}

bool coverage_make(struct db *db, const struct coverage_query *query, struct arena *arena,
    struct coverage *out, struct err *e)
{
	struct coverage made = { .device = query->device,
		.release = query->release,
		.at = query->at,
		.stale_days = query->stale_days };
	SCOPED_INTERN *ids = intern_new(), *packages = intern_new();
	struct gathering g = { .db = db, .arena = arena, .out = &made, .ids = ids, .packages = packages };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = gather(&g, query, e);
	db_read_end(db);
	if (done)
		*out = made;
	return done;
}

static bool note(struct change *change, const struct coverage *c, struct err *e)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);

	json_open_object(w);
	json_field_int(w, "components", (int64_t)c->component_count);
	json_field_int(w, "seen", (int64_t)coverage_count(c, COVERAGE_SEEN));
	json_field_int(w, "sources", (int64_t)c->source_count);
	json_field_int(w, "changes", (int64_t)c->change_count);
	json_close_object(w);
	json_out_close(w);
	return change_note(change, "coverage.record", STR("coverage"), STR_NONE, buf_str(&record), e);
}

bool coverage_record(struct db *db, const struct coverage *c, struct change_by by, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_PACKED_BYTES);
	SCOPED_CHANGE *change = NULL;
	struct change *closing;

	assert(c->device.len == 0);
	coverage_run_write(c, &content);
	if (buf_full(&content))
		return err_fail(e, ERR_LIMIT, "the coverage is larger than %d bytes", LIMIT_PACKED_BYTES);
	if (!change_open(db, by, &change, e) || !coverage_run_add(db, c->at, buf_str(&content), e) ||
	    !note(change, c, e))
		return false;
	closing = change;
	change = NULL;
	return change_close(closing, e);
}
