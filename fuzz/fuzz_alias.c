/*
 * Names of packages as people write them in rules: what is taken leads somewhere or not, and whatever it
 * leads to leads back to it.
 */
#include "fuzz.h"

#include "matching/alias_read.h"

static bool is_same(struct alias_name a, struct alias_name b)
{
	return a.kind == b.kind && str_eq(a.package, b.package);
}

static bool leads_back(struct alias_name to, struct alias_name from, struct arena *arena)
{
	struct alias_name posted = { from.kind, alias_posted_as(from, arena) };
	struct alias *found;
	size_t count = alias_reached_from(NULL, to, arena, &found);

	for (size_t i = 0; i < count; i++)
		if (is_same(found[i].name, from) || (posted.package.len && is_same(found[i].name, posted)))
			return true;
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct alias_name name;
	struct alias *found;
	struct err e = { 0 };
	size_t count;

	if (!alias_read((struct str){ (const char *)bytes, len }, &arena, &name, &e)) {
		if (e.text[0] == '\0')
			__builtin_trap();
		return 0;
	}
	count = alias_reach(NULL, name, &arena, &found);
	for (size_t i = 0; i < count; i++)
		if (!leads_back(found[i].name, name, &arena))
			__builtin_trap();
	return 0;
}
