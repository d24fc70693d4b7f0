#include "matching/alias.h"

#include <stdlib.h>

#include "base/vec.h"
#include "identity/cpe.h"
#include "matching/alias_table.h"

#define COLONS_MOST 16 /* in a plain name that is to be found again; real ones have one, seldom two */

/* Aliases under construction. */
struct gathering {
	const struct alias_book *own;
	struct alias_name around;      /* what they are aliases of */
	const struct alias_name *only; /* the one that matters; NULL: all do */
	struct arena *arena;
	struct alias *found;
	size_t count, room;
};

static int compare_names(struct alias_name a, struct alias_name b)
{
	int sign = (a.kind > b.kind) - (a.kind < b.kind);

	return sign ? sign : str_cmp(a.package, b.package);
}

static bool same_name(struct alias_name a, struct alias_name b)
{
	return compare_names(a, b) == 0;
}

static int by_from(const void *left, const void *right)
{
	const struct alias_link *a = left, *b = right;
	int sign = compare_names(a->from, b->from);

	return sign ? sign : (a->number > b->number) - (a->number < b->number);
}

void alias_book_sort(struct alias_book *book)
{
	vec_sort(book->links, book->count, sizeof(*book->links), by_from);
}

static size_t first_link(const struct alias_book *own, struct alias_name from)
{
	size_t low = 0, high = own ? own->count : 0;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (compare_names(own->links[middle].from, from) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Names of distributions' packages */

static struct str type_of(struct str package)
{
	return str_first(package, str_index(package, '/'));
}

bool alias_is_of_distribution(struct alias_name name)
{
	struct str type = type_of(name.package);

	return name.kind == PACKAGE_PURL &&
	       (str_eq(type, STR("deb")) || str_eq(type, STR("rpm")) || str_eq(type, STR("apk")));
}

struct str alias_any_distribution(struct alias_name name, struct arena *arena)
{
	struct str type = type_of(name.package), rest = name.package, path;

	if (!alias_is_of_distribution(name) || !str_cut_last(&rest, '/', &path) || path.len <= type.len)
		return STR_NONE;
	return arena_join_all(arena, (const struct str[]){ type, STR("/*/"), rest }, 3);
}

struct str alias_posted_as(struct alias_name name, struct arena *arena)
{
	struct str any = alias_any_distribution(name, arena);
	char *lower;

	if (name.kind != PACKAGE_PURL || any.len)
		return any;
	lower = arena_text(arena, name.package);
	for (size_t i = 0; i < name.package.len; i++)
		lower[i] = char_lower(lower[i]);
	any = (struct str){ lower, name.package.len };
	return str_eq(any, name.package) ? STR_NONE : any;
}

static bool has_star(struct str package)
{
	return str_has(package, STR("/*/"));
}

/* The shipped table */

static struct alias_name entry_name(size_t entry)
{
	return (struct alias_name){ alias_entries[entry].kind, str_of(alias_entries[entry].package) };
}

/* The order of the table: package URLs without regard to case. */
static int compare_with_entry(struct alias_name name, size_t entry)
{
	struct alias_name there = entry_name(entry);
	size_t shorter = name.package.len < there.package.len ? name.package.len : there.package.len;

	if (name.kind != there.kind)
		return name.kind > there.kind ? 1 : -1;
	if (name.kind != PACKAGE_PURL)
		return str_cmp(name.package, there.package);
	for (size_t i = 0; i < shorter; i++) {
		unsigned char a = (unsigned char)char_lower(name.package.ptr[i]);
		unsigned char b = (unsigned char)char_lower(there.package.ptr[i]);

		if (a != b)
			return a > b ? 1 : -1;
	}
	return (name.package.len > there.package.len) - (name.package.len < there.package.len);
}

static bool find_entry(struct alias_name name, size_t *entry)
{
	size_t low = 0, high = alias_entry_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int sign = compare_with_entry(name, middle);

		if (sign == 0) {
			*entry = middle;
			return true;
		}
		if (sign > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* The rule of exactly this package, else of the package of that name in any distribution. */
static const struct alias_rule_row *find_rule(struct alias_name name, struct arena *arena, size_t *entry)
{
	struct alias_name any = { name.kind, STR_NONE };

	if (find_entry(name, entry))
		return &alias_rules[alias_entries[*entry].rule];
	any.package = alias_any_distribution(name, arena);
	if (any.package.len && find_entry(any, entry))
		return &alias_rules[alias_entries[*entry].rule];
	return NULL;
}

size_t alias_shipped_count(void)
{
	return alias_rule_count;
}

size_t alias_shipped(size_t rule, struct alias_name *names, size_t room, const char **why)
{
	const struct alias_rule_row *row = &alias_rules[rule];

	for (size_t i = 0; i < row->count && i < room; i++)
		names[i] = entry_name(alias_rule_entries[row->first + i]);
	*why = row->why;
	return row->count;
}

/* May a shipped rule lead from one of its names to another? */
static bool leads(struct alias_name from, struct alias_name to)
{
	if (to.kind != PACKAGE_PURL)
		return true;
	return from.kind != PACKAGE_PURL && !alias_is_of_distribution(to);
}

/* From a name outwards */

static struct str kind_words(enum package_kind kind)
{
	static const char *const words[] = {
		[PACKAGE_CPE] = "cpe ",
		[PACKAGE_PURL] = "",
		[PACKAGE_NAME] = "name ",
		[PACKAGE_GIT] = "repository ",
	};

	return str_of(words[kind]);
}

struct str alias_words(struct alias_name name, struct arena *arena)
{
	return arena_join(arena, kind_words(name.kind), name.package);
}

static struct str step_words(
    struct gathering *g, struct str before, struct alias_name from, struct alias_name to, const char *by)
{
	/* for every name that a component may go by, matched or not: printing takes four times as long */
	const struct str parts[] = { before, before.len ? STR("; ") : STR("alias "), kind_words(from.kind),
		from.package, STR(" = "), kind_words(to.kind), to.package, STR(", "), str_of(by) };

	return arena_join_all(g->arena, parts, COUNT(parts));
}

/* Is it still to be added? Only then the words of how it is reached are made. */
static bool is_missing(const struct gathering *g, struct alias_name name)
{
	if (same_name(name, g->around) || (g->only && !same_name(name, *g->only)))
		return false;
	for (size_t i = 0; i < g->count; i++)
		if (same_name(g->found[i].name, name))
			return false;
	return true;
}

static bool add(struct gathering *g, struct alias_name name, struct str through)
{
	if (!is_missing(g, name))
		return false;
	g->found = arena_room(g->arena, g->found, g->count, &g->room, sizeof(*g->found));
	g->found[g->count++] = (struct alias){ name, through };
	return true;
}

/* "vendor:product" of "a:vendor:product" */
static struct alias_name plain_name(struct alias_name cpe, struct arena *arena)
{
	struct str words = str_from(cpe.package, str_index(cpe.package, ':') + 1);

	return (struct alias_name){ PACKAGE_NAME, cpe_unescape(words, arena) };
}

static bool has_few_colons(struct str words)
{
	size_t colons = 0;

	for (size_t i = 0; i < words.len; i++)
		colons += words.ptr[i] == ':';
	return colons <= COLONS_MOST;
}

/* The plain name of a CPE name, where that is still to be added. */
static bool plain_is_missing(struct gathering *g, struct alias_name cpe, struct alias_name *plain)
{
	if (cpe.kind != PACKAGE_CPE)
		return false;
	*plain = plain_name(cpe, g->arena);
	return has_few_colons(plain->package) && is_missing(g, *plain);
}

static void add_plain_name(struct gathering *g, struct alias_name cpe, struct str before)
{
	struct alias_name name;

	if (plain_is_missing(g, cpe, &name))
		add(g, name, step_words(g, before, cpe, name, "the same words"));
}

/* What one name reaches by itself and by the shipped rule it stands in. */
static void add_shipped(struct gathering *g, struct alias_name seed, struct str before)
{
	size_t own_entry;
	const struct alias_rule_row *rule = find_rule(seed, g->arena, &own_entry);

	add_plain_name(g, seed, before);
	for (size_t i = 0; rule && i < rule->count; i++) {
		size_t entry = alias_rule_entries[rule->first + i];
		struct alias_name to = entry_name(entry), plain;
		struct str through;

		if (entry == own_entry || has_star(to.package) || !leads(seed, to) ||
		    (!is_missing(g, to) && !plain_is_missing(g, to, &plain)))
			continue;
		through = step_words(g, before, seed, to, "shipped");
		add(g, to, through);
		add_plain_name(g, to, through);
	}
}

static struct str own_words(struct gathering *g, const struct alias_link *link)
{
	struct str by = arena_printf(g->arena, "own rule %lld", (long long)link->number);

	return step_words(g, STR(""), link->from, link->to, arena_text(g->arena, by));
}

static size_t reach(const struct alias_book *own, struct alias_name from, const struct alias_name *only,
    struct arena *arena, struct alias **out)
{
	struct gathering g = { .own = own, .around = from, .arena = arena };
	size_t taught;

	for (size_t i = first_link(own, from); own && i < own->count; i++) {
		if (!same_name(own->links[i].from, from))
			break;
		add(&g, own->links[i].to, own_words(&g, &own->links[i]));
	}
	taught = g.count; /* all of them lead on */
	g.only = only;
	for (size_t i = 0; i < taught; i++)
		add_shipped(&g, g.found[i].name, g.found[i].through);
	add_shipped(&g, from, STR(""));
	*out = g.found;
	return g.count;
}

size_t alias_reach(
    const struct alias_book *own, struct alias_name from, struct arena *arena, struct alias **out)
{
	return reach(own, from, NULL, arena, out);
}

/* And inwards: whoever may reach the package is asked whether it does */

static void add_cpes(struct gathering *g, struct str vendor, struct str product)
{
	static const char parts[] = { 'a', 'o', 'h' };

	vendor = cpe_escape(vendor, g->arena);
	product = cpe_escape(product, g->arena);
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct str cpe = arena_printf(
		    g->arena, "%c:" STR_FMT ":" STR_FMT, parts[i], STR_WHOLE(vendor), STR_WHOLE(product));

		add(g, (struct alias_name){ PACKAGE_CPE, cpe }, STR(""));
	}
}

/* The CPE names whose words a plain name is: any of its colons may stand between vendor and product. */
static void add_cpes_of(struct gathering *g, struct alias_name name)
{
	struct str rest = name.package, vendor;

	if (name.kind != PACKAGE_NAME || !has_few_colons(name.package))
		return;
	while (str_cut(&rest, ':', &vendor))
		add_cpes(g, str_first(name.package, name.package.len - rest.len - 1), rest);
}

static void add_rule_of(struct gathering *g, struct alias_name name)
{
	size_t entry;
	const struct alias_rule_row *rule = find_rule(name, g->arena, &entry);

	for (size_t i = 0; rule && i < rule->count; i++)
		add(g, entry_name(alias_rule_entries[rule->first + i]), STR(""));
}

static void add_taught_of(struct gathering *g, struct alias_name name)
{
	for (size_t i = first_link(g->own, name); g->own && i < g->own->count; i++) {
		if (!same_name(g->own->links[i].from, name))
			return;
		add(g, g->own->links[i].to, STR(""));
	}
}

static bool reaches(struct gathering *g, struct alias *who)
{
	struct alias *found;
	size_t count = reach(g->own, who->name, &g->around, g->arena, &found);

	for (size_t i = 0; i < count; i++)
		if (same_name(found[i].name, g->around)) {
			who->through = found[i].through;
			return true;
		}
	return false;
}

size_t alias_reached_from(
    const struct alias_book *own, struct alias_name to, struct arena *arena, struct alias **out)
{
	struct gathering g = { .own = own, .around = to, .arena = arena };
	size_t kept = 0, known;

	add_cpes_of(&g, to);
	known = g.count;
	add_rule_of(&g, to);
	for (size_t i = 0; i < known; i++)
		add_rule_of(&g, g.found[i].name);
	known = g.count;
	add_taught_of(&g, to);
	for (size_t i = 0; i < known; i++)
		add_taught_of(&g, g.found[i].name);
	for (size_t i = 0; i < g.count; i++)
		if (reaches(&g, &g.found[i]))
			g.found[kept++] = g.found[i];
	*out = g.found;
	return kept;
}
