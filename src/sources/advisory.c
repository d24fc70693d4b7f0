#include "sources/advisory.h"

static struct str *copy_texts(const struct str *texts, size_t count, struct arena *arena)
{
	struct str *copy = arena_alloc(arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++)
		copy[i] = arena_copy(arena, texts[i]);
	return copy;
}

static struct affected copy_row(const struct affected *row, struct arena *arena)
{
	struct affected copy = *row;

	copy.package = arena_copy(arena, row->package);
	copy.qualifier = arena_copy(arena, row->qualifier);
	copy.low = arena_copy(arena, row->low);
	/* one version alone stays one text */
	copy.high = row->high.ptr == row->low.ptr && row->high.len == row->low.len
			? copy.low
			: arena_copy(arena, row->high);
	copy.fixed = row->fixed.ptr == row->high.ptr && row->fixed.len == row->high.len
			 ? copy.high
			 : arena_copy(arena, row->fixed);
	return copy;
}

static struct config *copy_configs(const struct config *configs, size_t count, struct arena *arena)
{
	struct config *copy = arena_alloc(arena, count, sizeof(*copy));

	for (size_t i = 0; i < count; i++) {
		copy[i].count = configs[i].count;
		copy[i].nodes = arena_alloc(arena, configs[i].count, sizeof(*copy[i].nodes));
		for (size_t k = 0; k < configs[i].count; k++) {
			copy[i].nodes[k] = configs[i].nodes[k];
			copy[i].nodes[k].leaf = copy_row(&configs[i].nodes[k].leaf, arena);
		}
	}
	return copy;
}

struct advisory advisory_copy(const struct advisory *a, struct arena *arena)
{
	struct advisory copy = *a;

	copy.source = arena_copy(arena, a->source);
	copy.id = arena_copy(arena, a->id);
	copy.revision = arena_copy(arena, a->revision);
	copy.summary = arena_copy(arena, a->summary);
	copy.aliases = copy_texts(a->aliases, a->alias_count, arena);
	copy.scores = arena_alloc(arena, a->score_count, sizeof(*copy.scores));
	for (size_t i = 0; i < a->score_count; i++)
		copy.scores[i] = (struct score){ arena_copy(arena, a->scores[i].source),
			arena_copy(arena, a->scores[i].version), arena_copy(arena, a->scores[i].vector),
			a->scores[i].tenths };
	copy.affected = arena_alloc(arena, a->affected_count, sizeof(*copy.affected));
	for (size_t i = 0; i < a->affected_count; i++)
		copy.affected[i] = copy_row(&a->affected[i], arena);
	copy.configs = copy_configs(a->configs, a->config_count, arena);
	copy.raw = arena_copy(arena, a->raw);
	return copy;
}

struct str exploit_list_name(enum exploit_list list)
{
	static const char *const names[] = { [EXPLOIT_KEV] = "kev", [EXPLOIT_KEV_EU] = "kev-eu" };

	_Static_assert(COUNT(names) == EXPLOIT_LIST_COUNT, "a name for every list");
	return str_of(names[list]);
}
