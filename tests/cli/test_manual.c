/* What the manual and completion are written from: each command's options, as its words call them. */
#include "check.h"

#include "cli/manual/option_text.h"

static bool is_shared(const char *name)
{
	static const char *const shared[] = { "store", "by", "why" };

	for (size_t i = 0; i < COUNT(shared); i++)
		if (strcmp(name, shared[i]) == 0)
			return true;
	return false;
}

static bool is_told(const struct command *c, const char *name)
{
	char option[64];

	snprintf(option, sizeof(option), "--%s", name);
	return strstr(c->synopsis, option) || (c->help && strstr(c->help, option));
}

static void every_option_is_told_of(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; commands[i]; i++) {
		SCOPED_ARENA arena = { 0 };

		for (const struct option_spec *o = option_table(commands[i], &arena); (o = option_next(o));
		     o++)
			if (!is_shared(o->name) && !is_told(commands[i], o->name)) {
				printf(
				    "# %s: neither synopsis nor help has --%s\n", commands[i]->name, o->name);
				wrong++;
			}
	}
	assert_int_equal(wrong, 0);
}

static bool has_option(const struct option_spec *o, struct str name)
{
	for (; (o = option_next(o)); o++)
		if (str_eq(str_of(o->name), name))
			return true;
	return false;
}

static void every_option_of_a_synopsis_is_taken(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; commands[i]; i++) {
		SCOPED_ARENA arena = { 0 };
		const struct option_spec *options = option_table(commands[i], &arena);
		const char *at = commands[i]->synopsis;

		while ((at = strstr(at, "--"))) {
			size_t len = strspn(at += 2, "abcdefghijklmnopqrstuvwxyz0123456789-");

			if (!has_option(options, (struct str){ at, len }))
				wrong +=
				    printf("# %s takes no --%.*s\n", commands[i]->name, (int)len, at) > 0;
		}
	}
	assert_int_equal(wrong, 0);
}

static void a_value_is_called_as_the_synopsis_calls_it(void **state)
{
	static const struct option_spec given[] = { { "output", OPTION_VALUE, NULL },
		{ "format", OPTION_VALUE, "table|json" }, { "on", OPTION_DATE, NULL },
		{ "all", OPTION_FLAG, NULL }, { "x", OPTION_VALUE, NULL }, { NULL, OPTION_FLAG, NULL } };
	static const char *const names[] = { "FILE", "table|json", "DATE", NULL, "TEXT" };
	static const struct command c = {
		.name = "c", .synopsis = "[--output FILE] [--all]", .options = given
	};
	SCOPED_ARENA arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct str name = option_value_name(&c, &given[i], &arena);

		CASE(given[i].name);
		if (names[i])
			assert_true(str_eq(name, str_of(names[i])));
		else
			assert_null(name.ptr);
	}
}

TESTS(cmocka_unit_test(every_option_is_told_of), cmocka_unit_test(every_option_of_a_synopsis_is_taken),
    cmocka_unit_test(a_value_is_called_as_the_synopsis_calls_it))
