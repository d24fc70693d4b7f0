#include "matching/leg.h"

#include "limits.h"

/* NISTIR 7696 calls "-" and a value disjoint. NVD writes "-" for hardware of which it knows no revision,
 * though, so for a platform's hardware that is left open rather than denied. */
static bool is_hardware_without_version(const struct affected *leg)
{
	return leg->not_applicable && str_starts(leg->package, STR("h:"));
}

enum platform_answer leg_answer(const struct affected *leg, bool vulnerable, enum meeting meeting)
{
	if (meeting == MEETS || (meeting == MEETS_UNCONFIRMED && vulnerable))
		return PLATFORM_YES;
	if (meeting == MEETS_UNCONFIRMED || is_hardware_without_version(leg))
		return PLATFORM_UNKNOWN;
	return PLATFORM_NO;
}

/* An inner node under way, as in platform_judge(). */
struct level {
	enum config_operator op;
	bool negate;
	size_t end;
	struct leg_sets so_far;
};

static struct leg_sets sets_of(size_t count, bool full, struct arena *arena)
{
	struct leg_sets sets = { bits_new(count, arena), bits_new(count, arena) };

	if (full) {
		bits_fill(sets.yes);
		bits_fill(sets.may);
	}
	return sets;
}

static void join(struct level *level, struct leg_sets said)
{
	if (level->op == CONFIG_AND) {
		bits_and(level->so_far.yes, said.yes);
		bits_and(level->so_far.may, said.may);
	} else {
		bits_or(level->so_far.yes, said.yes);
		bits_or(level->so_far.may, said.may);
	}
}

/* Not: what does not may, does; what does, may not. */
static struct leg_sets negated(struct leg_sets s)
{
	bits_invert(s.yes);
	bits_invert(s.may);
	return (struct leg_sets){ s.may, s.yes };
}

bool legs_judge(const struct config *config, size_t count, struct leg_holders of, struct arena *arena,
    struct leg_sets *out, struct bits *domain, struct err *e)
{
	struct level levels[LIMIT_CONFIG_DEPTH + 1] = { { CONFIG_OR, false, config->count,
	    sets_of(count, false, arena) } };
	size_t depth = 0, negated_until = 0;

	*domain = bits_new(count, arena);
	for (size_t i = 0; i <= config->count; i++) {
		const struct config_node *n = &config->nodes[i];
		struct leg_sets said;

		while (depth > 0 && levels[depth].end == i) {
			said = levels[depth].so_far;
			if (levels[depth].negate)
				said = negated(said);
			join(&levels[--depth], said);
		}
		if (i == config->count)
			break;
		if (n->negate && i + n->span > negated_until)
			negated_until = i + n->span;
		if (n->op != CONFIG_LEAF && depth == LIMIT_CONFIG_DEPTH) {
			/* deeper than any record: unknown everywhere, as platform_judge() says */
			*out = sets_of(count, false, arena);
			bits_fill(out->may);
			return true;
		}
		if (n->op != CONFIG_LEAF) {
			levels[++depth] = (struct level){ n->op, n->negate, i + n->span,
				sets_of(count, n->op == CONFIG_AND, arena) };
			continue;
		}
		if (!of.holders(of.ctx, &n->leaf, n->vulnerable, arena, &said, e))
			return false;
		if (n->vulnerable && i >= negated_until)
			bits_or(*domain, said.yes);
		join(&levels[depth], n->negate ? negated(said) : said);
	}
	*out = levels[0].so_far;
	return true;
}
