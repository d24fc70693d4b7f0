#include "matching/package_family.h"

#include "matching/alias.h"

struct str package_family(enum package_kind kind, struct str package)
{
	size_t type = str_index(package, kind == PACKAGE_CPE ? ':' : '/') + 1, whole;

	if ((kind != PACKAGE_CPE && kind != PACKAGE_PURL) || type > package.len)
		return STR("");
	if (!alias_is_of_distribution((struct alias_name){ kind, package }))
		return str_first(package, type);
	whole = type + str_index(str_from(package, type), '/') + 1;
	return str_first(package, whole <= package.len ? whole : type);
}

struct str package_family_words(enum package_kind kind, struct str family, struct arena *arena)
{
	struct str name = str_first(family, family.len ? family.len - 1 : 0);

	switch (kind) {
	case PACKAGE_CPE:
		return arena_printf(arena, "CPE part " STR_FMT, STR_ARG(name));
	case PACKAGE_PURL:
		return arena_printf(arena, "purl type " STR_FMT, STR_ARG(name));
	case PACKAGE_NAME:
		return STR("plain names");
	case PACKAGE_GIT:
		break;
	}
	return STR("repositories");
}
