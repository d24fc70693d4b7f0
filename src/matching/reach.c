#include "matching/reach.h"

#include "identity/version_tag.h"
#include "identity/version_upstream.h"
#include "matching/language_name.h"
#include "matching/rebuild.h"

struct reaching {
	const struct component *component;
	struct arena *arena;
	struct reach *list;
	size_t count, room;
	struct str ecosystem;
};

static struct alias_name name_of(const struct identity *i)
{
	return (struct alias_name){ i->kind, i->package };
}

static bool is_reached(const struct reaching *r, struct alias_name name)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->list[i].identity.kind == name.kind &&
		    str_eq(r->list[i].identity.package, name.package))
			return true;
	return false;
}

static void add(struct reaching *r, struct reach reach)
{
	reach.ecosystem = r->ecosystem;
	r->list = arena_room(r->arena, r->list, r->count, &r->room, sizeof(*r->list));
	r->list[r->count++] = reach;
}

/* Versions leave a distribution: what it added to the upstream's is taken off. */
static void unpack_version(struct reach *reach, const struct identity *packaged)
{
	struct str upstream = version_upstream(packaged->scheme, packaged->version);

	if (str_eq(upstream, packaged->version))
		return;
	reach->packaged = packaged->version;
	reach->identity.version = upstream;
}

/* Behind the last slash or colon: what the package, or the component, is called. */
static struct str last_name(struct str text)
{
	size_t at = text.len;

	while (at > 0 && text.ptr[at - 1] != '/' && text.ptr[at - 1] != ':')
		at--;
	return str_from(text, at);
}

/* Package URLs of no ecosystem name what their repository does: the version may be a tag. from: as the
 * component has it. */
static void read_tag(struct reaching *r, struct reach *reach, const struct identity *from, struct str written)
{
	struct str names[] = { last_name(from->package), last_name(reach->identity.package),
		last_name(r->component->name) };
	enum version_tag tag;

	if (from->kind != PACKAGE_PURL || from->scheme != VERSION_GENERIC || written.len == 0)
		return;
	tag = version_tag_read(written, names, COUNT(names), r->arena, &reach->identity.version);
	if (tag == TAG_READ)
		reach->tag = written;
	reach->unread = tag == TAG_UNREAD;
}

static bool is_of_distribution(const struct identity *i)
{
	return alias_is_of_distribution(name_of(i));
}

bool reach_is_of_distribution(const struct reach *reach)
{
	return reach->through.len == 0 && is_of_distribution(&reach->identity);
}

bool reach_has_own_records(const struct reach *reach)
{
	const struct identity *i = &reach->identity;

	return reach->through.len == 0 && i->kind == PACKAGE_PURL &&
	       (is_of_distribution(i) || i->scheme != VERSION_GENERIC);
}

/* Tools make CPE names of distributions' packages, with the whole version of the package in them. */
static void mend_made_up_cpe(struct reaching *r, struct reach *reach)
{
	const struct component *c = r->component;

	for (size_t i = 0; i < c->identity_count && reach->identity.kind == PACKAGE_CPE; i++) {
		const struct identity *packaged = &c->identities[i];

		if (is_of_distribution(packaged) && str_ends(packaged->version, reach->identity.version) &&
		    !str_eq(reach->identity.version, version_upstream(packaged->scheme, packaged->version))) {
			struct identity whole = *packaged;

			whole.version = reach->identity.version;
			unpack_version(reach, &whole);
			return;
		}
	}
}

static void add_named(struct reaching *r)
{
	const struct component *c = r->component;

	for (size_t i = 0; i < c->identity_count; i++) {
		struct reach reach = { .identity = c->identities[i] };

		if (!c->identities[i].is_whole)
			continue;
		mend_made_up_cpe(r, &reach);
		read_tag(r, &reach, &c->identities[i], c->identities[i].version);
		add(r, reach);
	}
}

static enum version_scheme scheme_of(struct alias_name name)
{
	if (name.kind != PACKAGE_PURL)
		return VERSION_GENERIC;
	return version_scheme_of_purl_type(str_first(name.package, str_index(name.package, '/')));
}

static void add_aliases(struct reaching *r, const struct alias_book *own, const struct reach *from)
{
	struct alias *aliases;
	size_t count = alias_reach(own, name_of(&from->identity), r->arena, &aliases);

	for (size_t i = 0; i < count; i++) {
		struct alias_name to = aliases[i].name;
		struct reach reach = { .through = aliases[i].through, .packaged = from->packaged };

		if (is_reached(r, to))
			continue;
		reach.identity = from->identity;
		reach.identity.kind = to.kind;
		reach.identity.package = to.package;
		reach.identity.scheme = scheme_of(to);
		if (from->identity.kind != PACKAGE_CPE || to.kind != PACKAGE_CPE)
			reach.identity.qualifier = STR_NONE;
		if (is_of_distribution(&from->identity) && !alias_is_of_distribution(to))
			unpack_version(&reach, &from->identity);
		read_tag(r, &reach, &from->identity, from->tag.len ? from->tag : from->identity.version);
		add(r, reach);
	}
}

static void add_language_names(struct reaching *r, const struct identity *package)
{
	struct alias *names;
	size_t count = language_names(name_of(package), r->arena, &names);

	for (size_t i = 0; i < count; i++) {
		struct reach reach = {
			.identity = *package, .through = names[i].through, .by_language = true
		};

		reach.identity.kind = names[i].name.kind;
		reach.identity.package = names[i].name.package;
		reach.identity.scheme = VERSION_GENERIC;
		reach.identity.qualifier = STR_NONE;
		if (!is_reached(r, names[i].name))
			add(r, reach);
	}
}

/* Behind everything else: what it is a rebuild of speaks last. */
static void add_original(struct reaching *r, const struct identity *package)
{
	struct reach reach = { .rebuilt = true };
	struct alias_name original;

	if (!rebuild_of(package, r->arena, &reach.identity, &reach.through))
		return;
	original = name_of(&reach.identity);
	if (!is_reached(r, original))
		add(r, reach);
}

static struct str find_ecosystem(const struct component *c)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].kind == PACKAGE_PURL)
			return str_first(c->identities[i].package, str_index(c->identities[i].package, '/'));
	return STR_NONE;
}

size_t reach_of(
    const struct component *c, const struct alias_book *own, struct arena *arena, struct reach **out)
{
	struct reaching r = { .component = c, .arena = arena, .ecosystem = find_ecosystem(c) };
	size_t named;

	add_named(&r);
	named = r.count;
	/* the source package before the binaries made of it: upstreams version what they release */
	for (int source = 1; source >= 0; source--)
		for (size_t i = 0; i < named; i++)
			if (r.list[i].identity.is_source == source) {
				struct reach from = r.list[i]; /* the list may move */

				add_aliases(&r, own, &from);
			}
	for (size_t i = 0; i < named; i++) {
		struct identity package = r.list[i].identity;

		add_language_names(&r, &package);
		add_original(&r, &package);
	}
	*out = r.list;
	return r.count;
}
