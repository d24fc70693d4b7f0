#include "matching/match.h"

#include <stdlib.h>

#include "base/vec.h"
#include "identity/cpe.h"
#include "identity/version_tag.h"
#include "limits.h"
#include "matching/packed.h"
#include "matching/target.h"

#define QUALIFIERS (CPE_ATTRIBUTE_COUNT - CPE_UPDATE) /* the attributes behind the version */

/* The key of a version in one scheme. */
struct scheme_key {
	struct scheme_key *next;
	enum version_scheme scheme;
	bool readable;
	struct str key;
};

/* The keys of one version, made when first asked for: one or two, seldom more. */
struct keys {
	struct str version;
	struct scheme_key *made;
};

/* The version that is looked for: as it stands, of a CPE name with its update behind it, and as the tag that
 * it was read out of. A version is empty where there is none. */
struct sought {
	struct keys plain, updated, tagged;
	bool unread; /* no version can be told */
};

static const struct scheme_key *find_key(const struct keys *keys, enum version_scheme scheme)
{
	const struct scheme_key *k = keys->made;

	while (k && k->scheme != scheme)
		k = k->next;
	return k;
}

static const struct scheme_key *make_key(struct keys *keys, enum version_scheme scheme, struct arena *arena)
{
	SCOPED_BUF bytes = buf_new(4 * LIMIT_VERSION_BYTES + 16);
	struct scheme_key *made = arena_alloc(arena, 1, sizeof(*made));
	struct err unread;

	made->next = keys->made;
	made->scheme = scheme;
	if (version_key(scheme, str_first(keys->version, LIMIT_VERSION_BYTES), &bytes, &unread)) {
		made->readable = true;
		made->key = arena_copy(arena, buf_str(&bytes));
	}
	keys->made = made;
	return made;
}

static bool key_in(struct keys *keys, enum version_scheme scheme, struct arena *arena, struct str *key)
{
	const struct scheme_key *found = find_key(keys, scheme);

	if (!found)
		found = make_key(keys, scheme, arena);
	*key = found->key;
	return found->readable;
}

static bool is_unreadable(const struct keys *keys, enum version_scheme scheme)
{
	const struct scheme_key *found = find_key(keys, scheme);

	return found && !found->readable;
}

static bool has_no_bounds(const struct range *r)
{
	return !r->has_low && !r->has_high && !r->not_applicable;
}

static bool is_one_version(const struct range *r)
{
	return r->has_low && r->has_high && str_eq(r->low, r->high);
}

/* Does a bound write behind this version what CPE names keep in the update: "9.9p2" beside 9.9? */
static bool writes_update(struct str bound, struct str version)
{
	return version.len > 0 && bound.len > version.len && str_starts(bound, version) &&
	       char_is_alpha(bound.ptr[version.len]);
}

/* Which of the two is held against the range. */
static struct keys *compared(struct sought *sought, const struct range *r)
{
	struct str version = sought->plain.version, tag = sought->tagged.version;
	bool updated = sought->updated.version.len > 0 &&
		       (writes_update(r->low, version) || writes_update(r->high, version));

	if (tag.len &&
	    (version_tag_same_form(tag, version, r->low) || version_tag_same_form(tag, version, r->high)))
		return &sought->tagged;
	return updated ? &sought->updated : &sought->plain;
}

static bool is_number(struct str bound)
{
	if (str_starts_nocase(bound, STR("v")))
		bound = str_from(bound, 1);
	return bound.len > 0 && char_is_digit(bound.ptr[0]);
}

/* A tag that nobody can read may stand anywhere among numbers; of a single one it must at least speak. */
static bool cannot_tell(const struct sought *sought, const struct range *r, bool *may)
{
	struct str version = sought->plain.version;

	*may = true;
	if (!sought->unread || (r->has_low && !is_number(r->low)) || (r->has_high && !is_number(r->high)))
		return false;
	if (is_one_version(r))
		*may = version.len > r->low.len && str_ends(version, r->low) &&
		       !char_is_digit(version.ptr[version.len - r->low.len - 1]);
	return true;
}

/* NISTIR 7696 table 6-2 for the version, with NVD's ranges beside it. */
static enum meeting version_meets(struct sought *sought, const struct range *r, struct arena *arena)
{
	struct keys *keys = compared(sought, r);
	struct str key;
	bool may;

	if (has_no_bounds(r)) /* of scheme literal: some versions, and which cannot be told */
		return r->scheme == VERSION_LITERAL ? MEETS_UNCONFIRMED : MEETS;
	if (keys->version.len == 0)
		return MEETS_UNCONFIRMED;
	if (cpe_is_na(keys->version)) {
		if (r->not_applicable)
			return MEETS;
		return is_one_version(r) ? MEETS_NOT : MEETS_UNCONFIRMED;
	}
	if (r->not_applicable)
		return MEETS_NOT;
	if (cannot_tell(sought, r, &may))
		return may ? MEETS_UNCONFIRMED : MEETS_NOT;
	if (key_in(keys, r->scheme, arena, &key))
		return range_holds(r, key) ? MEETS : MEETS_NOT;
	return range_holds_text(r, keys->version, arena) ? MEETS : MEETS_NOT;
}

/* The next attribute of a qualifier; ANY where there is none left. */
static struct str next_attribute(struct str *rest)
{
	size_t i = 0;
	struct str value;

	if (rest->len == 0)
		return STR("*");
	while (i < rest->len && rest->ptr[i] != ':')
		i += rest->ptr[i] == '\\' ? 2 : 1;
	value = str_first(*rest, i);
	*rest = str_from(*rest, i + 1);
	return value;
}

/* "9.9p1" of version 9.9 and update p1; empty where a CPE name has no such update. In the arena. */
static struct str with_update(const struct identity *identity, struct arena *arena)
{
	struct str rest = identity->qualifier, update = next_attribute(&rest);

	if (identity->kind != PACKAGE_CPE || identity->version.len == 0 || cpe_is_na(identity->version) ||
	    cpe_is_any(update) || cpe_is_na(update))
		return STR_NONE;
	return arena_printf(
	    arena, STR_FMT STR_FMT, STR_ARG(identity->version), STR_ARG(cpe_unescape(update, arena)));
}

static struct sought seek(const struct identity *identity, struct arena *arena)
{
	return (struct sought){ .plain.version = identity->version,
		.updated.version = with_update(identity, arena) };
}

static struct sought seek_reached(const struct reach *reach, struct arena *arena)
{
	struct sought sought = seek(&reach->identity, arena);

	sought.tagged.version = reach->tag;
	sought.unread = reach->unread;
	return sought;
}

static enum meeting cpe_meets(
    struct str source, struct str target, struct arena *arena, struct str *unconfirmed)
{
	enum meeting result = MEETS;

	for (int i = 0; i < QUALIFIERS && (source.len || target.len); i++) {
		struct str ours = next_attribute(&source), theirs = next_attribute(&target);
		enum cpe_relation relation = cpe_compare(ours, theirs);
		bool open = relation == CPE_UNDEFINED || (i == 0 && relation == CPE_SUBSET);

		if (relation == CPE_DISJOINT)
			return MEETS_NOT;
		if (!open)
			continue;
		result = MEETS_UNCONFIRMED;
		if (unconfirmed)
			*unconfirmed = arena_printf(arena, "%s " STR_FMT " not confirmed",
			    cpe_attribute_name((enum cpe_attribute)(CPE_UPDATE + i)), STR_ARG(ours));
	}
	return result;
}

/* "debian" holds for every release of it. */
static bool distros_agree(struct str a, struct str b)
{
	struct str shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;

	if (shorter.len == 0 || str_eq(a, b))
		return true;
	return longer.len > shorter.len && str_starts(longer, shorter) && longer.ptr[shorter.len] == '-' &&
	       str_index(shorter, '-') == shorter.len;
}

static enum meeting qualifier_meets(
    const struct identity *identity, const struct range *r, struct arena *arena, struct str *unconfirmed)
{
	if (identity->kind == PACKAGE_CPE)
		return cpe_meets(r->qualifier, identity->qualifier, arena, unconfirmed);
	return distros_agree(r->qualifier, identity->qualifier) ? MEETS : MEETS_NOT;
}

static bool is_about_commits(const struct identity *identity, const struct range *r)
{
	return identity->kind == PACKAGE_GIT && r->scheme == VERSION_LITERAL;
}

/* Commits have no order: it is the one that is named, or it is not. Among "some of them" nobody can tell. The
 * key of a commit is its text. */
static enum meeting commit_meets(
    const struct identity *identity, const struct range *r, struct str *unconfirmed)
{
	if (!has_no_bounds(r))
		return identity->qualifier.len > 0 && range_holds(r, identity->qualifier) ? MEETS : MEETS_NOT;
	if (unconfirmed)
		*unconfirmed = STR("commits have no order without the repository");
	return MEETS_UNCONFIRMED;
}

static struct str why_unconfirmed(
    const struct identity *identity, const struct sought *sought, const struct range *r)
{
	if (has_no_bounds(r))
		return STR("the record does not say which in words that can be compared");
	if (sought->unread)
		return STR("the component's version is a tag, branch or commit that tells no version");
	return cpe_is_na(identity->version) ? STR("the component has no version (-)")
					    : STR("the component states no version");
}

static enum meeting meets(const struct identity *identity, struct sought *sought, const struct range *r,
    struct arena *arena, struct str *unconfirmed)
{
	enum meeting version, qualifier;

	if (is_about_commits(identity, r))
		return commit_meets(identity, r, unconfirmed);
	version = version_meets(sought, r, arena);
	if (version == MEETS_NOT)
		return MEETS_NOT;
	qualifier = qualifier_meets(identity, r, arena, unconfirmed);
	if (qualifier == MEETS && version == MEETS_UNCONFIRMED && unconfirmed)
		*unconfirmed = why_unconfirmed(identity, sought, r);
	return version < qualifier ? version : qualifier;
}

enum meeting match_meets(
    const struct identity *identity, const struct range *r, struct arena *arena, struct str *unconfirmed)
{
	struct sought sought = seek(identity, arena);

	return meets(identity, &sought, r, arena, unconfirmed);
}

struct sought *match_seek(const struct identity *identity, struct arena *arena)
{
	struct sought *sought = arena_alloc(arena, 1, sizeof(*sought));

	*sought = seek(identity, arena);
	return sought;
}

enum meeting match_sought_meets(
    const struct identity *identity, struct sought *sought, const struct range *r, struct arena *arena)
{
	return meets(identity, sought, r, arena, NULL);
}

/* Is a record about what is made for one language or system about a package of this ecosystem? */
static bool is_for_ecosystem(const struct range *r, const struct reach *reach)
{
	struct str rest = r->qualifier, target_sw = STR_NONE;

	if (rest.len == 0 || reach->ecosystem.len == 0)
		return !reach->by_language;
	for (int i = CPE_UPDATE; i <= CPE_TARGET_SW; i++)
		target_sw = next_attribute(&rest);
	return reach->by_language ? target_is_language_of(target_sw, reach->ecosystem)
				  : target_fits(target_sw, reach->ecosystem);
}

static enum tier tier_of(const struct reach *reach, enum meeting how)
{
	if (how == MEETS_UNCONFIRMED)
		return TIER_D;
	if (reach->through.len)
		return TIER_C;
	return reach->identity.kind == PACKAGE_CPE ? TIER_B : TIER_A;
}

static void keep(const struct match *met, struct arena *arena, struct match_list *out)
{
	const struct range *r = &met->range;
	struct match m = *met;

	m.range.low = arena_copy(arena, r->low);
	m.range.high = arena_copy(arena, r->high);
	m.range.low_key = m.range.high_key = STR_NONE; /* nobody behind here compares */
	m.range.qualifier = arena_copy(arena, r->qualifier);
	m.range.fixed = arena_copy(arena, r->fixed);
	out->matches = vec_room(out->matches, &out->room, out->count + 1, sizeof(*out->matches));
	out->matches[out->count++] = m;
}

static bool block_may_hold(struct keys *keys, const struct packed_block *block, struct arena *arena)
{
	struct str key;

	if (keys->version.len == 0 || cpe_is_na(keys->version) || block->scheme == VERSION_LITERAL ||
	    !key_in(keys, block->scheme, arena, &key))
		return true;
	return packed_block_may_hold(block, key);
}

static bool block_may_meet(struct sought *sought, const struct packed_block *block, struct arena *arena)
{
	return sought->unread || block_may_hold(&sought->plain, block, arena) ||
	       (sought->updated.version.len && block_may_hold(&sought->updated, block, arena)) ||
	       (sought->tagged.version.len && block_may_hold(&sought->tagged, block, arena));
}

/* One range of the package; what its own scheme cannot read was compared as generic, and the trace says so.
 */
static void match_range(size_t component, const struct reach *reach, struct sought *sought,
    const struct range *r, struct arena *arena, struct match_list *out)
{
	struct match m = {
		.component = component, .identity = &reach->identity, .reach = reach, .range = *r
	};
	enum meeting how = meets(&reach->identity, sought, r, arena, &m.unconfirmed);
	const struct keys *keys = compared(sought, r);

	if (how == MEETS_NOT || (reach->identity.kind == PACKAGE_CPE && !is_for_ecosystem(r, reach)))
		return;
	if (how == MEETS && reach->packaged.len) {
		how = MEETS_UNCONFIRMED;
		m.unconfirmed = STR("the distribution may have carried a fix back");
	}
	if (how == MEETS && reach->rebuilt) {
		how = MEETS_UNCONFIRMED;
		m.unconfirmed = STR("the rebuild may differ");
	}
	m.tier = tier_of(reach, how);
	if (is_unreadable(keys, r->scheme))
		m.range.scheme = VERSION_GENERIC;
	keep(&m, arena, out);
}

/* Is the key behind the end of the range? */
static bool is_past(const struct range *r, struct str key)
{
	struct range below = *r;

	below.has_low = false;
	return !range_holds(&below, key);
}

/* A negative word must be certain: the same release on both sides, the version read by its own scheme. Of an
 * ecosystem single versions are passed over: a list of them may be older than the version. */
static void match_range_outside(size_t component, const struct reach *reach, struct keys *keys,
    const struct range *r, struct arena *arena, struct match_list *out)
{
	struct match m = { .component = component,
		.identity = &reach->identity,
		.reach = reach,
		.range = *r,
		.tier = TIER_A,
		.outside = true };
	struct str key;

	if (r->status != STATUS_AFFECTED || has_no_bounds(r) ||
	    (reach_is_of_distribution(reach) ? r->qualifier.len == 0 : is_one_version(r)) ||
	    !distros_agree(r->qualifier, reach->identity.qualifier) ||
	    !key_in(keys, r->scheme, arena, &key) || range_holds(r, key))
		return;
	m.range.status = is_past(r, key) ? STATUS_FIXED : STATUS_UNAFFECTED;
	keep(&m, arena, out);
}

bool match_reach(size_t component, const struct reach *reach, struct str packed, struct arena *arena,
    struct match_list *out, struct err *e)
{
	struct sought sought = seek_reached(reach, arena);
	struct packed_block block;
	struct str rest;
	struct range r;
	bool damaged = !packed_open(packed, &rest);

	while (!damaged && packed_next_block(&rest, &block, &damaged)) {
		if (!block_may_meet(&sought, &block, arena))
			continue;
		while (packed_next(&block, &r, &damaged))
			match_range(component, reach, &sought, &r, arena, out);
	}
	return !damaged || err_fail(e, ERR_STORE, "the ranges of package " STR_FMT " are damaged",
			       STR_ARG(reach->identity.package));
}

bool match_outside(size_t component, const struct reach *reach, struct str packed, struct arena *arena,
    struct match_list *out, struct err *e)
{
	const struct identity *identity = &reach->identity;
	struct keys keys = { .version = identity->version };
	struct packed_block block;
	struct str rest;
	struct range r;
	bool damaged;

	if (!reach_has_own_records(reach) || identity->version.len == 0 ||
	    (reach_is_of_distribution(reach) && identity->qualifier.len == 0))
		return true;
	damaged = !packed_open(packed, &rest);
	while (!damaged && packed_next_block(&rest, &block, &damaged))
		while (packed_next(&block, &r, &damaged))
			match_range_outside(component, reach, &keys, &r, arena, out);
	return !damaged || err_fail(e, ERR_STORE, "the ranges of package " STR_FMT " are damaged",
			       STR_ARG(identity->package));
}

void match_list_free(struct match_list *l)
{
	free(l->matches);
	*l = (struct match_list){ 0 };
}

/* "; 1.1.1k is 1.1.1k-1+deb11u1 without its packaging; alias ...": how the component came to the package. */
static struct str reach_words(const struct reach *reach, struct arena *arena)
{
	struct str words = STR("");

	if (reach->packaged.len)
		words = arena_printf(arena, "; " STR_FMT " is " STR_FMT " without its packaging",
		    STR_ARG(reach->identity.version), STR_ARG(reach->packaged));
	if (reach->tag.len)
		words = arena_printf(arena, STR_FMT "; " STR_FMT " is tag " STR_FMT, STR_WHOLE(words),
		    STR_ARG(reach->identity.version), STR_ARG(reach->tag));
	if (reach->through.len)
		words =
		    arena_printf(arena, STR_FMT "; " STR_FMT, STR_WHOLE(words), STR_WHOLE(reach->through));
	return words;
}

struct str match_words(const struct match *m, struct arena *arena)
{
	static const char *const kinds[] = {
		[PACKAGE_CPE] = "cpe",
		[PACKAGE_PURL] = "purl",
		[PACKAGE_NAME] = "name",
		[PACKAGE_GIT] = "repository",
	};
	bool commits = is_about_commits(m->identity, &m->range);
	struct sought sought = seek_reached(m->reach, arena);
	struct str version = commits ? m->identity->qualifier : compared(&sought, &m->range)->version;
	struct str range = range_words(&m->range, version, arena);
	struct str qualifier = m->range.qualifier, reached = reach_words(m->reach, arena);
	const struct str parts[] = { str_of(kinds[m->identity->kind]), STR(" "),
		str_shown(m->identity->package), qualifier.len ? STR(" ") : STR(""), str_shown(qualifier),
		m->outside ? STR(", not ") : STR(", "), str_shown(range), STR(" by scheme "),
		str_of(version_scheme_name(m->range.scheme)), m->unconfirmed.len ? STR("; ") : STR(""),
		str_shown(m->unconfirmed), reached };

	return arena_join_all(arena, parts, COUNT(parts));
}
