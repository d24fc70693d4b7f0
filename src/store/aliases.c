#include "store/aliases.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/vec.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "store/id_set.h"
#include "store/refused_names.h"

struct aliases {
	struct db *db;
	struct arena arena; /* of those that are refused */
	struct refused_names refused;
	bool has_refused;      /* they were read */
	struct touched *watch; /* NULL: nobody asks */
	int64_t *touched;
	size_t touched_count, touched_room;
};

struct aliases *aliases_new(struct db *db)
{
	struct aliases *a = memory_alloc(1, sizeof(*a));

	a->db = db;
	return a;
}

void aliases_watch(struct aliases *a, struct touched *touched)
{
	a->watch = touched;
}

void aliases_free(struct aliases *a)
{
	if (!a)
		return;
	free(a->touched);
	arena_free(&a->arena);
	free(a);
}

static bool add_name(struct aliases *a, struct str name, int64_t advisory_id, struct err *e)
{
	struct statement *s = db_use(a->db, SQL_ALIAS_ADD);

	db_bind_text(s, 1, name);
	db_bind_int(s, 2, advisory_id);
	return db_run(s, e);
}

/* Advisories that share names, as they are found, and what they name. */
struct group {
	int64_t members[LIMIT_ALIAS_GROUP];
	size_t member_count;
	struct str names[LIMIT_ALIAS_GROUP];
	size_t name_count;
	int64_t cves[LIMIT_ALIAS_GROUP];
	size_t cve_count;
};

static void add_id(int64_t *ids, size_t *count, int64_t id)
{
	for (size_t i = 0; i < *count; i++)
		if (ids[i] == id)
			return;
	if (*count < LIMIT_ALIAS_GROUP)
		ids[(*count)++] = id;
}

static void add_text(struct group *g, struct str name, struct arena *arena)
{
	for (size_t i = 0; i < g->name_count; i++)
		if (str_eq(g->names[i], name))
			return;
	if (g->name_count < LIMIT_ALIAS_GROUP)
		g->names[g->name_count++] = arena_copy(arena, name);
}

/* The names of one advisory: CVE ids and others apart. */
static bool read_names(
    struct db *db, int64_t advisory_id, struct group *g, struct arena *arena, struct err *e)
{
	struct statement *s = db_use(db, SQL_ALIAS_OF_ADVISORY);
	bool more;

	db_bind_int(s, 1, advisory_id);
	for (;;) {
		int64_t cve;

		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		if (cve_id_parse(db_text(s, 0), &cve))
			add_id(g->cves, &g->cve_count, cve);
		else
			add_text(g, db_text(s, 0), arena);
	}
}

static bool read_members(struct db *db, struct str name, struct group *g, struct err *e)
{
	struct statement *s = db_use(db, SQL_ALIAS_ADVISORIES);
	bool more;

	db_bind_text(s, 1, name);
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		add_id(g->members, &g->member_count, db_int(s, 0));
	}
}

/* Everything that shares names with the advisory, over any number of steps. */
static bool gather(struct db *db, int64_t advisory_id, struct group *g, struct arena *arena, struct err *e)
{
	size_t names_seen = 0;

	*g = (struct group){ 0 };
	add_id(g->members, &g->member_count, advisory_id);
	for (size_t i = 0; i < g->member_count; i++) {
		if (!read_names(db, g->members[i], g, arena, e))
			return false;
		for (; names_seen < g->name_count; names_seen++)
			if (!read_members(db, g->names[names_seen], g, e))
				return false;
	}
	return true;
}

static void touch(struct aliases *a, int64_t advisory_id)
{
	a->touched = vec_room(a->touched, &a->touched_room, a->touched_count + 1, sizeof(*a->touched));
	a->touched[a->touched_count++] = advisory_id;
}

/* Those that share names with an advisory as it stood: it may give a name up, and they are decided again. */
static bool touch_group(struct aliases *a, int64_t advisory_id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct group g;

	if (!gather(a->db, advisory_id, &g, &arena, e))
		return false;
	for (size_t i = 1; i < g.member_count; i++)
		touch(a, g.members[i]);
	return true;
}

/* Names that a person refuses are as if the record did not say them. */
static bool add_aliases(struct aliases *a, int64_t advisory_id, const struct advisory *adv, struct err *e)
{
	if (!a->has_refused && !refused_names_read(a->db, &a->arena, &a->refused, e))
		return false;
	a->has_refused = true;
	for (size_t i = 0; i < adv->alias_count; i++)
		if (!refused_names_find(&a->refused, adv->source, adv->id, adv->aliases[i]) &&
		    !add_name(a, adv->aliases[i], advisory_id, e))
			return false;
	return true;
}

bool aliases_put(struct aliases *a, int64_t advisory_id, const struct advisory *adv, struct err *e)
{
	struct statement *s;

	if (!touch_group(a, advisory_id, e))
		return false;
	s = db_use(a->db, SQL_ALIAS_DELETE);
	db_bind_int(s, 1, advisory_id);
	if (!db_run(s, e) || !add_name(a, adv->id, advisory_id, e) || !add_aliases(a, advisory_id, adv, e))
		return false;
	touch(a, advisory_id);
	return true;
}

static bool link_to(struct db *db, int64_t vulnerability_id, int64_t advisory_id, struct err *e)
{
	struct statement *s = db_use(db, SQL_ADVISORY_VULNERABILITY_ADD);

	db_bind_int(s, 1, vulnerability_id);
	db_bind_int(s, 2, advisory_id);
	return db_run(s, e);
}

static bool find_or_add(struct db *db, struct str name, int64_t *id, struct err *e)
{
	struct statement *s = db_use(db, SQL_VULNERABILITY_FIND);
	bool found;

	db_bind_text(s, 1, name);
	if (!db_row(s, &found, e))
		return false;
	if (!found) {
		s = db_use(db, SQL_VULNERABILITY_ADD);
		db_bind_text(s, 1, name);
		if (!db_row(s, &found, e))
			return false;
	}
	*id = db_int(s, 0);
	db_done(s);
	return true;
}

static bool name_of_group(struct db *db, const struct group *g, int64_t *id, struct err *e)
{
	struct str first = g->names[0];

	for (size_t i = 1; i < g->name_count; i++)
		if (str_cmp(g->names[i], first) < 0)
			first = g->names[i];
	return find_or_add(db, first, id, e);
}

/* What one advisory is about, from its own names first, then from its whole group. */
static bool decide(
    struct aliases *a, int64_t advisory_id, const struct group *whole, struct arena *arena, struct err *e)
{
	struct group own = { 0 };
	const struct group *from = &own;
	struct statement *s = db_use(a->db, SQL_ADVISORY_VULNERABILITY_DELETE);
	int64_t unnamed;

	db_bind_int(s, 1, advisory_id);
	if (!db_run(s, e) || !read_names(a->db, advisory_id, &own, arena, e))
		return false;
	if (own.cve_count == 0)
		from = whole;
	for (size_t i = 0; i < from->cve_count; i++)
		if (!link_to(a->db, from->cves[i], advisory_id, e))
			return false;
	if (from->cve_count > 0)
		return true;
	return name_of_group(a->db, whole, &unnamed, e) && link_to(a->db, unnamed, advisory_id, e);
}

/* One that is decided may be about something else now. */
static bool tell_watch(struct aliases *a, int64_t advisory_id, struct err *e)
{
	struct statement *s;
	bool found, whole = true;

	if (!a->watch || a->watch->everything)
		return true;
	s = db_use(a->db, SQL_ADVISORY_GET);
	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		whole = touched_add(a->watch, advisory_id, db_blob(s, 5));
	db_done(s);
	return whole ||
	       err_fail(e, ERR_STORE, "the package list of advisory %lld is damaged", (long long)advisory_id);
}

bool aliases_resolve(struct aliases *a, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	vec_sort(a->touched, a->touched_count, sizeof(*a->touched), id_ascending);
	for (size_t i = 0; i < a->touched_count; i++) {
		struct group g;

		if (i > 0 && a->touched[i] == a->touched[i - 1])
			continue;
		if (!gather(a->db, a->touched[i], &g, &arena, e))
			return false;
		for (size_t k = 0; k < g.member_count; k++)
			if (!decide(a, g.members[k], &g, &arena, e) || !tell_watch(a, g.members[k], e))
				return false;
		arena_reset(&arena);
	}
	a->touched_count = 0;
	return true;
}

bool aliases_vulnerabilities(struct db *db, int64_t advisory_id, struct str name, int64_t *out, size_t room,
    size_t *count, struct err *e)
{
	struct statement *s;
	bool more = true;

	*count = 0;
	if (cve_id_parse(name, &out[0])) {
		*count = 1;
		return true;
	}
	s = db_use(db, SQL_ADVISORY_VULNERABILITY_OF);
	db_bind_int(s, 1, advisory_id);
	while (*count < room) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			break;
		out[(*count)++] = db_int(s, 0);
	}
	db_done(s);
	return true;
}

bool aliases_name(
    struct db *db, int64_t vulnerability_id, struct arena *arena, struct str *name, struct err *e)
{
	char cve[CVE_ID_TEXT_SIZE];
	struct statement *s;
	bool found;

	if (cve_id_is(vulnerability_id)) {
		*name = arena_copy(arena, str_of(cve_id_write(vulnerability_id, cve)));
		return true;
	}
	s = db_use(db, SQL_VULNERABILITY_NAME);
	db_bind_int(s, 1, vulnerability_id);
	if (!db_row(s, &found, e))
		return false;
	*name = found ? arena_copy(arena, db_text(s, 0)) : STR("(unknown)");
	db_done(s);
	return true;
}

bool aliases_find(struct db *db, struct str name, int64_t *vulnerability_id, struct err *e)
{
	struct statement *s;
	int64_t advisory_id = 0;
	bool found;

	*vulnerability_id = 0;
	if (cve_id_parse(name, vulnerability_id))
		return true;
	s = db_use(db, SQL_ALIAS_ADVISORIES);
	db_bind_text(s, 1, name);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		advisory_id = db_int(s, 0);
	db_done(s);
	if (!advisory_id)
		return true;
	s = db_use(db, SQL_ADVISORY_VULNERABILITY_OF);
	db_bind_int(s, 1, advisory_id);
	if (!db_row(s, &found, e))
		return false;
	if (found)
		*vulnerability_id = db_int(s, 0);
	db_done(s);
	return true;
}
