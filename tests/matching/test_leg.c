/* Configurations as set algebra, against the same trees walked list by list. */
#include "check.h"
#include "random.h"

#include "matching/leg.h"

enum { LISTS = 150, LEGS = 6, TREES = 400, NODES = 24 };

/* What each list answers for each leg. */
static enum platform_answer answers[LEGS][LISTS];

static size_t number_of(const struct affected *leg)
{
	return (size_t)(leg->package.ptr[0] - 'a');
}

static bool sets(void *ctx, const struct affected *leg, bool vulnerable, struct arena *arena,
    struct leg_sets *out, struct err *e)
{
	(void)ctx;
	(void)vulnerable;
	(void)e;
	*out = (struct leg_sets){ bits_new(LISTS, arena), bits_new(LISTS, arena) };
	for (size_t i = 0; i < LISTS; i++) {
		if (answers[number_of(leg)][i] == PLATFORM_YES)
			bits_set(out->yes, i);
		if (answers[number_of(leg)][i] != PLATFORM_NO)
			bits_set(out->may, i);
	}
	return true;
}

static enum platform_answer of_list(void *ctx, const struct affected *leg, bool vulnerable)
{
	(void)vulnerable;
	return answers[number_of(leg)][*(const size_t *)ctx];
}

/* Adds a node and its children. */
static void grow(struct config_node *nodes, size_t *count, int depth)
{
	static const struct str names[LEGS] = { { "a", 1 }, { "b", 1 }, { "c", 1 }, { "d", 1 }, { "e", 1 },
		{ "f", 1 } };
	size_t at = (*count)++;
	uint32_t children = 1 + below(3);

	nodes[at] = (struct config_node){ .op = CONFIG_LEAF, .negate = below(5) == 0, .span = 1 };
	if (depth == 0 || *count + 3 > NODES || below(3) == 0) {
		nodes[at].leaf.package = names[below(LEGS)];
		nodes[at].vulnerable = below(2);
		return;
	}
	nodes[at].op = below(2) ? CONFIG_AND : CONFIG_OR;
	for (uint32_t i = 0; i < children && *count < NODES; i++)
		grow(nodes, count, depth - 1);
	nodes[at].span = (uint32_t)(*count - at);
}

/* Lists with a vulnerable leg that is not denied. */
static bool in_domain(const struct config *config, size_t list)
{
	size_t negated_until = 0;

	for (size_t i = 0; i < config->count; i++) {
		const struct config_node *n = &config->nodes[i];

		if (n->negate && i + n->span > negated_until)
			negated_until = i + n->span;
		if (n->op == CONFIG_LEAF && n->vulnerable && i >= negated_until &&
		    answers[number_of(&n->leaf)][list] == PLATFORM_YES)
			return true;
	}
	return false;
}

static void sets_say_what_every_list_says_by_itself(void **state)
{
	(void)state;
	for (int tree = 0; tree < TREES; tree++) {
		SCOPED_ARENA arena = { 0 };
		struct config_node nodes[NODES];
		struct config config = { nodes, 0 };
		struct leg_sets all;
		struct bits domain;
		struct err e = { 0 };

		for (size_t i = 0; i < LEGS; i++)
			for (size_t k = 0; k < LISTS; k++)
				answers[i][k] = (enum platform_answer)below(3);
		grow(nodes, &config.count, 4);
		assert_true(legs_judge(
		    &config, LISTS, (struct leg_holders){ NULL, sets }, &arena, &all, &domain, &e));
		for (size_t i = 0; i < LISTS; i++) {
			enum platform_answer alone =
			    platform_judge(&config, (struct platform_legs){ &i, of_list });

			assert_int_equal(bits_has(all.yes, i), alone == PLATFORM_YES);
			assert_int_equal(bits_has(all.may, i), alone != PLATFORM_NO);
			assert_int_equal(bits_has(domain, i), in_domain(&config, i));
		}
	}
}

TESTS(cmocka_unit_test(sets_say_what_every_list_says_by_itself))
