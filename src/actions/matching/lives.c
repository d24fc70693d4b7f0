#include "actions/matching/lives.h"

#include "matching/reach.h"
#include "sources/feeds/eol.h"
#include "store/lifecycles.h"
#include "store/package_aliases.h"
#include "store/vulnerabilities.h"

bool lives_open(struct db *db, const struct alias_book *own, struct lives *out, struct err *e)
{
	struct lives l = { .db = db, .source = EOL_SOURCE, .own = own };
	SCOPED_ARENA arena = { 0 };
	struct source_row *sources;
	size_t count;

	if (!lifecycles_any(db, &l.any, e) || (l.any && !sources_list(db, &arena, &sources, &count, e)))
		return false;
	for (size_t i = 0; l.any && i < count; i++)
		if (str_eq(sources[i].name, EOL_SOURCE) && source_is_off(&sources[i].off))
			l.any = false;
	*out = l;
	return true;
}

struct gathering {
	const struct lives *of;
	struct arena *arena;
	struct life_said *said;
	size_t count, room;
};

static void add(struct gathering *g, const struct lifecycle *l, const struct life_cycle *c, bool distribution)
{
	for (size_t i = 0; i < g->count; i++)
		if (str_eq(g->said[i].product, l->label) && str_eq(g->said[i].cycle, c->name))
			return;
	g->said = arena_room(g->arena, g->said, g->count, &g->room, sizeof(*g->said));
	g->said[g->count++] = (struct life_said){ .product = l->label,
		.cycle = c->name,
		.source = g->of->source,
		.end_of_support = c->end_of_support,
		.end_of_life = c->end_of_life,
		.end_of_extended = c->end_of_extended,
		.has_ended = c->has_ended,
		.of_distribution = distribution };
}

static bool look_up(
    struct gathering *g, int kind, struct str name, struct str version, bool distribution, struct err *e)
{
	struct lifecycle *found;
	size_t count;

	if (!lifecycles_named(g->of->db, kind, name, g->arena, &found, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct life_cycle *c = lifecycle_of(&found[i], version);

		if (c)
			add(g, &found[i], c, distribution);
	}
	return true;
}

/* "debian-12": the word and the release. */
static bool look_up_distribution(struct gathering *g, struct str release, struct err *e)
{
	size_t dash = release.len;

	while (dash > 0 && release.ptr[dash - 1] != '-')
		dash--;
	return dash < 2 ||
	       look_up(g, LIFE_DISTRIBUTION, str_first(release, dash - 1), str_from(release, dash), true, e);
}

static bool is_packaged(const struct identity *i)
{
	return i->kind == PACKAGE_PURL &&
	       (i->qualifier.len || str_starts(i->package, STR("deb/")) ||
		   str_starts(i->package, STR("rpm/")) || str_starts(i->package, STR("apk/")));
}

static bool look_up_releases(struct gathering *g, const struct component *c, bool *packaged, struct err *e)
{
	*packaged = false;
	for (size_t i = 0; i < c->identity_count; i++) {
		if (!is_packaged(&c->identities[i]))
			continue;
		*packaged = true;
		if (!look_up_distribution(g, c->identities[i].qualifier, e))
			return false;
	}
	return true;
}

static struct str in_lower_case(struct str text, struct arena *arena)
{
	char *lower = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		lower[i] = char_lower(text.ptr[i]);
	return (struct str){ lower, text.len };
}

static bool look_up_products(struct gathering *g, const struct component *c, struct err *e)
{
	struct reach *reaches;
	size_t count = reach_of(c, g->of->own, g->arena, &reaches);

	for (size_t i = 0; i < count; i++)
		if (!reaches[i].by_language && reaches[i].identity.version.len &&
		    !look_up(g, (int)reaches[i].identity.kind, reaches[i].identity.package,
			reaches[i].identity.version, false, e))
			return false;
	return !str_eq(c->kind, STR("operating-system")) || c->version.len == 0 ||
	       look_up(g, LIFE_DISTRIBUTION, in_lower_case(c->name, g->arena), c->version, true, e);
}

bool lives_of(const struct lives *l, const struct component *c, struct arena *arena, struct life_said **out,
    size_t *count, struct err *e)
{
	struct gathering g = { .of = l, .arena = arena };
	bool packaged;

	if (l->any && (!look_up_releases(&g, c, &packaged, e) || (!packaged && !look_up_products(&g, c, e))))
		return false;
	*out = g.said;
	*count = g.count;
	return true;
}

static bool any_is_over(const struct life_of *of, struct date today)
{
	for (size_t i = 0; i < of->count; i++)
		if (life_is_over(&of->lives[i], today))
			return true;
	return false;
}

bool lives_ended(struct db *db, const struct component *components, size_t component_count, struct date today,
    struct arena *arena, struct life_of **out, size_t *count, struct err *e)
{
	struct alias_book own;
	struct life_of *ended = NULL;
	size_t room = 0, found = 0;
	struct lives lives;

	if (!package_alias_book(db, arena, &own, e) || !lives_open(db, &own, &lives, e))
		return false;
	for (size_t i = 0; i < component_count && lives.any; i++) {
		struct life_of of = { .component = components[i] };

		if (!lives_of(&lives, &components[i], arena, &of.lives, &of.count, e))
			return false;
		if (!any_is_over(&of, today))
			continue;
		ended = arena_room(arena, ended, found, &room, sizeof(of));
		ended[found++] = of;
	}
	*out = ended;
	*count = found;
	return true;
}
