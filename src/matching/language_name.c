#include "matching/language_name.h"

#include "identity/cpe.h"

/* Ecosystems whose packages have names without a namespace that NVD takes over. */
static const char *const ecosystems[] = { "cargo", "gem", "npm", "pypi" };

static const char *const vendors[] = { "", "_project" };

static bool is_named_so(struct str type)
{
	for (size_t i = 0; i < COUNT(ecosystems); i++)
		if (str_eq(type, str_of(ecosystems[i])))
			return true;
	return false;
}

/* "a:NAME_project:NAME"; put together by hand, for most of them are looked up in vain. */
static struct str cpe_name(struct str name, const char *behind, struct arena *arena)
{
	size_t len = strlen(behind), at = 0;
	char *text = arena_alloc(arena, 2 * name.len + len + 3, 1);

	text[at++] = 'a';
	text[at++] = ':';
	memcpy(text + at, name.ptr, name.len);
	at += name.len;
	memcpy(text + at, behind, len);
	at += len;
	text[at++] = ':';
	memcpy(text + at, name.ptr, name.len);
	return (struct str){ text, at + name.len };
}

size_t language_names(struct alias_name package, struct arena *arena, struct alias **out)
{
	struct str type = str_first(package.package, str_index(package.package, '/'));
	struct str name = str_from(package.package, type.len + 1);
	struct alias *list;

	if (package.kind != PACKAGE_PURL || !is_named_so(type) || str_index(name, '/') < name.len)
		return 0;
	name = cpe_escape(name, arena);
	list = arena_alloc(arena, COUNT(vendors), sizeof(*list));
	for (size_t i = 0; i < COUNT(vendors); i++)
		list[i] = (struct alias){ { PACKAGE_CPE, cpe_name(name, vendors[i], arena) },
			STR("as NVD names what is written for the package's language") };
	*out = list;
	return COUNT(vendors);
}

/* "part", "vendor" and "product" of a package; a colon that is escaped stays where it is. */
static bool split(struct str package, struct str *vendor, struct str *product)
{
	size_t colon = 0;

	if (!str_starts(package, STR("a:")))
		return false;
	package = str_from(package, 2);
	while (colon < package.len && package.ptr[colon] != ':')
		colon += package.ptr[colon] == '\\' ? 2 : 1;
	*vendor = str_first(package, colon);
	*product = str_from(package, colon + 1);
	return product->len > 0;
}

static bool is_vendor(struct str vendor, struct str product)
{
	for (size_t i = 0; i < COUNT(vendors); i++)
		if (str_starts(vendor, product) && str_eq(str_from(vendor, product.len), str_of(vendors[i])))
			return true;
	return false;
}

size_t language_packages(struct alias_name cpe, struct arena *arena, struct alias_name **out)
{
	struct str vendor, product, name;
	struct alias_name *list;

	if (cpe.kind != PACKAGE_CPE || !split(cpe.package, &vendor, &product) || !is_vendor(vendor, product))
		return 0;
	name = cpe_unescape(product, arena);
	list = arena_alloc(arena, COUNT(ecosystems), sizeof(*list));
	for (size_t i = 0; i < COUNT(ecosystems); i++)
		list[i] = (struct alias_name){ PACKAGE_PURL,
			arena_printf(arena, "%s/" STR_FMT, ecosystems[i], STR_WHOLE(name)) };
	*out = list;
	return COUNT(ecosystems);
}
