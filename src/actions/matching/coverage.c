#include "actions/matching/coverage.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "actions/fielded.h"
#include "actions/matching/lives.h"
#include "actions/matching/sight.h"
#include "base/intern.h"
#include "identity/cpe.h"
#include "limits.h"
#include "matching/packed.h"
#include "reports/coverage_run.h"
#include "store/change.h"
#include "store/coverage.h"
#include "store/id_set.h"
#include "store/package_aliases.h"
#include "store/packages.h"
#include "store/vulnerabilities.h"

#define ALIASES_NAMED_MOST 3 /* of a component that nobody has a record of */

/* What the sources have of a package; looked up once, however many components name it. */
struct known {
	struct coverage_sight *sights;
	size_t count;
};

struct gathering {
	struct db *db;
	struct arena *arena;
	struct coverage *out;
	struct alias_book own;
	struct sight *sight;
	struct lives lives;
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
			.days = -1,
			.off = rows[i].off };
		if (!instant_is_known(s->newest))
			continue;
		s->days = instant_days_since(s->newest, query->at);
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

static bool list_components(struct gathering *g, const struct coverage_query *query, struct err *e)
{
	struct fielded_query which = { query->device, query->release };
	struct coverage *c = g->out;
	struct fielded f;

	if (!fielded_gather(g->db, which, g->arena, &f, e))
		return false;
	c->components = arena_alloc(g->arena, f.count, sizeof(*c->components));
	c->component_count = f.count;
	for (size_t i = 0; i < f.count; i++)
		c->components[i] = (struct coverage_component){ .id = f.components[i].id,
			.component = f.components[i].component,
			.releases = f.components[i].releases };
	c->bare = f.bare;
	c->bare_count = f.bare_count;
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

static bool count_ranges(struct gathering *g, int64_t package_id, struct known *known, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str packed;
	int64_t *ids;
	size_t count;
	bool sound;

	if (!packages_ranges(g->db, package_id, &packed, e))
		return false;
	sound = read_ids(packed, &arena, &ids, &count);
	packages_ranges_done(g->db);
	if (!sound)
		return err_fail(e, ERR_STORE, "the ranges of package %" PRId64 " are damaged", package_id);
	if (count)
		qsort(ids, count, sizeof(*ids), id_ascending);
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

/* Once for each package, however the component comes to it. */
static bool is_sighted(const struct coverage_component *of, enum package_kind kind, struct str package)
{
	for (size_t i = 0; i < of->sight_count; i++)
		if (of->sights[i].kind == kind && str_eq(of->sights[i].package, package))
			return true;
	return false;
}

/* through: the alias; empty where it is a name of the component's own, no pointer where that is no
 * identifier. */
static bool add_sights(struct gathering *g, struct coverage_component *of, struct alias_name name,
    struct str through, size_t *room, struct err *e)
{
	const struct known *known;

	if (is_sighted(of, name.kind, name.package))
		return true;
	if (!find_known(g, name.kind, name.package, &known, e))
		return false;
	for (size_t i = 0; i < known->count; i++) {
		const struct coverage_source *source = &g->out->sources[known->sights[i].source];

		if (source_is_off(&source->off)) {
			of->unheard = of->unheard.len ? of->unheard : source->name;
			continue;
		}
		of->sights = arena_room(g->arena, of->sights, of->sight_count, room, sizeof(*of->sights));
		of->sights[of->sight_count] = known->sights[i];
		of->sights[of->sight_count].kind = name.kind;
		of->sights[of->sight_count].package = name.package;
		of->sights[of->sight_count++].through = through;
	}
	return true;
}

/* "conan/zlib, nor through an alias of cpe a:zlib:zlib": what was looked up in vain. */
static struct str looked_up(struct gathering *g, const struct component *c)
{
	struct reach *reaches;
	size_t count = reach_of(c, &g->own, g->arena, &reaches), aliases = 0;
	SCOPED_BUF text = buf_new(LIMIT_SBOM_FIELD_BYTES);

	for (size_t i = 0; i < count && aliases < ALIASES_NAMED_MOST; i++) {
		struct alias_name name = { reaches[i].identity.kind, reaches[i].identity.package };

		if (reaches[i].by_language || !identity_is_usable(&reaches[i].identity) ||
		    (text.len && !reaches[i].through.len))
			continue;
		if (text.len)
			buf_printf(&text, "%s", aliases++ ? ", " : ", nor through an alias of ");
		buf_add(&text, reaches[i].through.len ? alias_words(name, g->arena) : name.package);
	}
	return arena_copy(g->arena, buf_str(&text));
}

/* Why nobody sees what can be looked up. */
static bool explain(struct gathering *g, struct coverage_component *of, struct err *e)
{
	struct str kind;

	if (of->unheard.len) {
		of->state = COVERAGE_NO_RECORDS;
		of->why = arena_printf(g->arena,
		    STR_FMT ", which is turned off, has records of it; no other source",
		    STR_ARG(of->unheard));
		return true;
	}
	if (!sight_unserved(g->sight, of->component, g->arena, &kind, e))
		return false;
	of->state = kind.len ? COVERAGE_NOT_SERVED : COVERAGE_NO_RECORDS;
	if (kind.len)
		of->why = arena_printf(g->arena, "no source serves " STR_FMT, STR_ARG(kind));
	else
		of->why = arena_printf(
		    g->arena, "no source has a record of " STR_FMT, STR_ARG(looked_up(g, of->component)));
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

/* What it names, and what aliases lead to from there. */
static bool add_reached(struct gathering *g, struct coverage_component *of, size_t *room, struct err *e)
{
	struct reach *reaches;
	size_t count = reach_of(of->component, &g->own, g->arena, &reaches);

	for (size_t i = 0; i < count; i++) {
		struct alias_name name = { reaches[i].identity.kind, reaches[i].identity.package };

		if (!reaches[i].by_language && identity_is_usable(&reaches[i].identity) &&
		    !add_sights(g, of, name, reaches[i].through.len ? reaches[i].through : STR(""), room, e))
			return false;
	}
	return true;
}

static bool judge(struct gathering *g, struct coverage_component *of, struct err *e)
{
	const struct component *c = of->component;
	struct alias_name bare = { PACKAGE_NAME, bare_name(c, g->arena) };
	size_t room = 0, seen;

	of->why = component_why_not_matchable(c);
	if (!lives_of(&g->lives, c, g->arena, &of->lives, &of->life_count, e))
		return false;
	if (!add_reached(g, of, &room, e))
		return false;
	seen = of->sight_count;
	if (bare.package.len && !add_sights(g, of, bare, STR_NONE, &room, e))
		return false;
	of->state = of->why.len ? COVERAGE_INVISIBLE : COVERAGE_SEEN;
	if (!of->why.len && !seen && !explain(g, of, e))
		return false;
	if (!seen && of->sight_count)
		of->why = arena_printf(g->arena, STR_FMT "; records speak of " STR_FMT " by name alone",
		    STR_ARG(of->why), STR_ARG(bare.package));
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

	if (!list_sources(g, query, e) || !list_skips(g, e) || !list_components(g, query, e) ||
	    !package_alias_book(g->db, g->arena, &g->own, e) || !lives_open(g->db, &g->own, &g->lives, e))
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
	SCOPED_INTERN *packages = intern_new();
	struct gathering g = { .db = db, .arena = arena, .out = &made, .packages = packages };
	SCOPED_SIGHT *sight = sight_new(db, &g.own);
	bool done;

	g.sight = sight;
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

	assert(c->device.len == 0);
	coverage_run_write(c, &content);
	if (buf_full(&content))
		return err_fail(e, ERR_LIMIT, "the coverage is larger than %d bytes", LIMIT_PACKED_BYTES);
	if (!change_open(db, &by, &change, e) || !coverage_run_add(db, c->at, buf_str(&content), e) ||
	    !note(change, c, e))
		return false;
	return change_close(&change, e);
}
