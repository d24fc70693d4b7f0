#include "matching/hint.h"

#include "identity/cpe.h"

#define KEY_BYTES_LEAST 3

/* clang-format off */
/* What half of all products are called. */
static const char *const common[] = {
	"admin", "agent", "api", "app", "application", "backend", "base", "cli", "client", "common", "config",
	"core", "data", "demo", "driver", "drivers", "engine", "firmware", "framework", "frontend", "gateway",
	"gui", "kernel", "lib", "library", "main", "manager", "module", "monitor", "plugin", "portal", "project",
	"sdk", "server", "service", "services", "shared", "software", "system", "test", "tests", "tool", "tools",
	"unknown", "url", "util", "utilities", "utility", "utils", "viewer", "web", "website", "xml",
};
/* clang-format on */

static bool is_common(struct str key)
{
	for (size_t i = 0; i < COUNT(common); i++)
		if (str_eq(key, str_of(common[i])))
			return true;
	return false;
}

/* Letters and digits alone, and whatever is not ASCII. */
static struct str squeeze(struct str words, struct arena *arena)
{
	char *key = arena_alloc(arena, words.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < words.len; i++)
		if (char_is_alnum(words.ptr[i]) || (unsigned char)words.ptr[i] >= 0x80)
			key[len++] = char_lower(words.ptr[i]);
	return (struct str){ key, len };
}

struct str hint_key(struct str words, struct arena *arena)
{
	struct str key = squeeze(words, arena);

	return key.len < KEY_BYTES_LEAST || is_common(key) ? STR_NONE : key;
}

static struct str last_word(struct str text, char before)
{
	struct str rest = text, word;

	return str_cut_last(&rest, before, &word) ? rest : text;
}

/* "vendor" and "product" of a package; where a CPE name escapes a colon, the backslash stays with it. */
static void split_package(enum package_kind kind, struct str package, struct str *vendor, struct str *product)
{
	size_t colon = 0;

	if (kind == PACKAGE_CPE) /* behind the part */
		package = str_from(package, str_index(package, ':') + 1);
	while (colon < package.len && package.ptr[colon] != ':')
		colon += package.ptr[colon] == '\\' ? 2 : 1;
	*vendor = str_first(package, colon);
	*product = str_from(package, colon + 1);
}

struct str hint_package(enum package_kind kind, struct str package, struct arena *arena)
{
	struct str vendor, product;

	if (kind != PACKAGE_CPE && kind != PACKAGE_NAME)
		return STR_NONE;
	split_package(kind, package, &vendor, &product);
	return hint_key(product, arena);
}

static bool can_be_looked_up(const struct component *c)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].is_whole)
			return true;
	return false;
}

/* Is it a package of an ecosystem or distribution, which has an order of versions and records of its own? */
static bool is_watched(const struct component *c)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].kind == PACKAGE_PURL && c->identities[i].scheme != VERSION_GENERIC)
			return true;
	return false;
}

bool hint_fits(const struct component *c, enum package_kind kind)
{
	if (kind == PACKAGE_NAME)
		return !is_watched(c);
	return kind == PACKAGE_CPE && !can_be_looked_up(c);
}

static size_t add_key(struct str *keys, size_t count, struct str key)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(keys[i], key))
			return count;
	if (key.len)
		keys[count++] = key;
	return count;
}

/* The name without its group: behind the last colon of Maven, else the last slash. */
static struct str bare_name(const struct component *c)
{
	return last_word(last_word(c->name, ':'), '/');
}

size_t hint_names(const struct component *c, struct arena *arena, struct str **keys)
{
	struct str *list;
	size_t count = 0;

	if (is_watched(c))
		return 0;
	list = arena_alloc(arena, c->identity_count + 1, sizeof(*list));
	count = add_key(list, count, hint_key(bare_name(c), arena));
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].is_whole)
			count = add_key(list, count,
			    hint_package(c->identities[i].kind, c->identities[i].package, arena));
	*keys = list;
	return count;
}

static struct str version_of(const struct component *c)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].kind != PACKAGE_GIT && c->identities[i].version.len)
			return c->identities[i].version;
	return c->version;
}

/* Who makes it, as the SBOM says: its supplier, else the vendor of its CPE name. */
static struct str maker_of(const struct component *c)
{
	const struct identity *cpe = component_identity(c, PACKAGE_CPE);
	struct str vendor, product;

	if (c->supplier.len || !cpe)
		return c->supplier;
	split_package(PACKAGE_CPE, cpe->package, &vendor, &product);
	return vendor;
}

static bool is_alike(struct str a, struct str b, struct arena *arena)
{
	a = squeeze(a, arena);
	b = squeeze(b, arena);
	return a.len >= KEY_BYTES_LEAST && b.len >= KEY_BYTES_LEAST && (str_has(a, b) || str_has(b, a));
}

/* "only the names are alike: component \"Vue PACS\" of Philips, who is alike too" */
static struct str reason(
    const struct component *c, enum package_kind kind, struct str package, struct arena *arena)
{
	struct str maker = maker_of(c), vendor, product;

	split_package(kind, package, &vendor, &product);
	if (maker.len == 0)
		return arena_printf(arena,
		    "only the name is alike: component \"" STR_FMT "\" of no stated maker", STR_ARG(c->name));
	return arena_printf(arena, "only the name is alike: component \"" STR_FMT "\" of \"" STR_FMT "\"%s",
	    STR_ARG(c->name), STR_ARG(maker), is_alike(maker, vendor, arena) ? ", as the record's" : "");
}

struct reach hint_reach(
    const struct component *c, enum package_kind kind, struct str package, struct arena *arena)
{
	return (struct reach){ .identity = { .kind = kind,
				   .scheme = VERSION_GENERIC,
				   .package = package,
				   .version = version_of(c) },
		.through = reason(c, kind, package, arena) };
}
