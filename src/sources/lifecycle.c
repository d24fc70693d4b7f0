#include "sources/lifecycle.h"

struct lifecycle lifecycle_copy(const struct lifecycle *l, struct arena *arena)
{
	struct lifecycle copy = { .product = arena_copy(arena, l->product),
		.label = arena_copy(arena, l->label),
		.names = arena_alloc(arena, l->name_count, sizeof(*copy.names)),
		.name_count = l->name_count,
		.cycles = arena_alloc(arena, l->cycle_count, sizeof(*copy.cycles)),
		.cycle_count = l->cycle_count };

	for (size_t i = 0; i < l->name_count; i++)
		copy.names[i] = (struct life_name){ l->names[i].kind, arena_copy(arena, l->names[i].name) };
	for (size_t i = 0; i < l->cycle_count; i++) {
		copy.cycles[i] = l->cycles[i];
		copy.cycles[i].name = arena_copy(arena, l->cycles[i].name);
	}
	return copy;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool begins_with(struct str version, struct str cycle)
{
	if (cycle.len == 0 || !str_starts(version, cycle))
		return false;
	return version.len == cycle.len || !is_digit(version.ptr[cycle.len]);
}

const struct life_cycle *lifecycle_of(const struct lifecycle *l, struct str version)
{
	const struct life_cycle *best = NULL;

	for (size_t i = 0; i < l->cycle_count; i++)
		if (begins_with(version, l->cycles[i].name) &&
		    (!best || l->cycles[i].name.len > best->name.len))
			best = &l->cycles[i];
	return best;
}
