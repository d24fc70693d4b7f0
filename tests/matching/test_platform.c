#include "check.h"

#include "limits.h"
#include "matching/platform.h"

/* The answer for each leg is written in its package: n, u or y. */
static enum platform_answer by_name(void *ctx, const struct affected *leg, bool vulnerable)
{
	(void)ctx;
	(void)vulnerable;
	switch (leg->package.ptr[0]) {
	case 'n':
		return PLATFORM_NO;
	case 'u':
		return PLATFORM_UNKNOWN;
	default:
		return PLATFORM_YES;
	}
}

/* Configurations as text: & and | with operands in brackets, ! before what is negated, legs n, u, y. */
static size_t read_node(const char **text, struct config_node *nodes, size_t at)
{
	struct config_node n = { .span = 1 };
	size_t end = at + 1;

	if (**text == '!') {
		n.negate = true;
		(*text)++;
	}
	if (**text == '&' || **text == '|') {
		n.op = **text == '&' ? CONFIG_AND : CONFIG_OR;
		*text += 2; /* and the bracket */
		while (**text != ')')
			end = read_node(text, nodes, end);
		(*text)++;
		n.span = (uint32_t)(end - at);
	} else {
		n.leaf = (struct affected){ .kind = PACKAGE_CPE, .package = { *text, 1 }, .config = -1 };
		(*text)++;
	}
	nodes[at] = n;
	return end;
}

static void configurations_are_judged_with_three_values(void **state)
{
	static const struct {
		const char *config;
		enum platform_answer answer;
	} cases[] = {
		{ "y", PLATFORM_YES },
		{ "u", PLATFORM_UNKNOWN },
		{ "n", PLATFORM_NO },
		{ "&(yy)", PLATFORM_YES },
		{ "&(yu)", PLATFORM_UNKNOWN },
		{ "&(un)", PLATFORM_NO },
		{ "&(nu)", PLATFORM_NO },
		{ "|(nu)", PLATFORM_UNKNOWN },
		{ "|(uy)", PLATFORM_YES },
		{ "|(yu)", PLATFORM_YES },
		{ "|(nn)", PLATFORM_NO },
		{ "!y", PLATFORM_NO },
		{ "!u", PLATFORM_UNKNOWN },
		{ "!&(yn)", PLATFORM_YES },
		{ "!|(un)", PLATFORM_UNKNOWN },
		{ "&(|(yn)|(nu))", PLATFORM_UNKNOWN },
		{ "&(|(yn)|(nn))", PLATFORM_NO },
		{ "&(|(ny)&(y|(ny)))", PLATFORM_YES },
		{ "|(&(yn)y)", PLATFORM_YES },
		{ "&(y!n)", PLATFORM_YES },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct config_node nodes[32];
		const char *text = cases[i].config;
		struct config config = { nodes, 0 };

		CASE(cases[i].config);
		config.count = read_node(&text, nodes, 0);
		assert_int_equal(
		    platform_judge(&config, (struct platform_legs){ NULL, by_name }), cases[i].answer);
	}
	(void)state;
}

static bool read_second(struct str packed, struct arena *arena, struct config *out)
{
	struct str rest;
	size_t count;

	return platform_open(packed, &rest, &count) && count == 2 && platform_skip(&rest) &&
	       platform_next(&rest, arena, out) && rest.len == 0;
}

static void configurations_come_back_from_their_bytes(void **state)
{
	struct config_node first[32], second[32];
	const char *a = "y", *b = "&(|(yn)!|(nu))";
	struct config configs[2] = { { first, 0 }, { second, 0 } }, back;
	SCOPED_ARENA arena = { 0 };
	SCOPED_BUF packed = buf_new(4096);

	configs[0].count = read_node(&a, first, 0);
	configs[1].count = read_node(&b, second, 0);
	second[2].leaf.low = STR("1.0");
	second[2].leaf.low_inclusive = true;
	second[2].vulnerable = true;
	platform_write(configs, 2, &packed);
	assert_true(read_second(buf_str(&packed), &arena, &back));
	assert_int_equal(back.count, configs[1].count);
	for (size_t i = 0; i < back.count; i++) {
		assert_int_equal(back.nodes[i].op, second[i].op);
		assert_int_equal(back.nodes[i].span, second[i].span);
		assert_int_equal(back.nodes[i].negate, second[i].negate);
		assert_int_equal(back.nodes[i].vulnerable, second[i].vulnerable);
		assert_true(str_eq(back.nodes[i].leaf.low, second[i].leaf.low));
		assert_int_equal(back.nodes[i].leaf.low_inclusive, second[i].leaf.low_inclusive);
	}
	for (size_t len = 0; len < packed.len; len++)
		assert_false(read_second(str_first(buf_str(&packed), len), &arena, &back));
	(void)state;
}

static void a_configuration_deeper_than_the_limit_is_left_open(void **state)
{
	struct config_node nodes[LIMIT_CONFIG_DEPTH + 2];

	for (size_t depth = LIMIT_CONFIG_DEPTH - 1; depth <= LIMIT_CONFIG_DEPTH + 1; depth++) {
		struct config config = { nodes, depth + 1 };

		for (size_t i = 0; i < depth; i++)
			nodes[i] =
			    (struct config_node){ .op = CONFIG_AND, .span = (uint32_t)(depth + 1 - i) };
		nodes[depth] = (struct config_node){ .span = 1,
			.leaf = { .kind = PACKAGE_CPE, .package = STR("y"), .config = -1 } };
		assert_int_equal(platform_judge(&config, (struct platform_legs){ NULL, by_name }),
		    depth <= LIMIT_CONFIG_DEPTH ? PLATFORM_YES : PLATFORM_UNKNOWN);
	}
	(void)state;
}

TESTS(cmocka_unit_test(configurations_are_judged_with_three_values),
    cmocka_unit_test(configurations_come_back_from_their_bytes),
    cmocka_unit_test(a_configuration_deeper_than_the_limit_is_left_open))
