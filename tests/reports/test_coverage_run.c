#include "check.h"

#include "reports/coverage_run.h"

static const struct component tls = { .name = { "openssl", 7 }, .version = { "1.1.1k", 6 } };
static const struct component own = { .name = { "own", 3 }, .version = { "1", 1 } };

/* Two sources, two components: the first is seen by the sources of seen ("n", "o", "no", ""). */
struct example {
	struct coverage_source sources[2];
	struct coverage_sight sights[2];
	struct coverage_component components[2];
	struct coverage c;
};

static void make(struct example *x, const char *seen)
{
	*x = (struct example){ .sources = { { .name = STR("nvd"), .records = 10, .newest = INSTANT_NONE },
				   { .name = STR("osv:go"), .records = 5, .newest = { 7 } } } };
	x->components[0] = (struct coverage_component){ .id = 9, .component = &tls, .sights = x->sights };
	x->components[1] = (struct coverage_component){
		.id = 4, .component = &own, .state = COVERAGE_INVISIBLE, .why = STR("no purl, no CPE")
	};
	for (const char *s = seen; *s; s++)
		x->sights[x->components[0].sight_count++] =
		    (struct coverage_sight){ .source = *s == 'o', .kind = PACKAGE_CPE, .through = STR("") };
	x->components[0].state = *seen ? COVERAGE_SEEN : COVERAGE_NO_RECORDS;
	x->c = (struct coverage){
		.sources = x->sources, .source_count = 2, .components = x->components, .component_count = 2
	};
}

static void compare(struct example *before, struct example *now, struct arena *arena)
{
	SCOPED_BUF run = buf_new(4096);
	struct err e = { 0 };

	coverage_run_write(&before->c, &run);
	assert_true(
	    coverage_compare(&now->c, arena_copy(arena, buf_str(&run)), (struct instant){ 1 }, arena, &e));
}

static void what_changed_is_said(void **state)
{
	static const struct {
		const char *before, *now, *says; /* NULL: nothing */
	} cases[] = {
		{ "n", "n", NULL },
		{ "no", "no", NULL },
		{ "", "", NULL },
		{ "n", "", "openssl 1.1.1k: was seen, now no records; no longer seen by nvd" },
		{ "", "o", "openssl 1.1.1k: was no records, now seen; now seen by osv:go" },
		{ "no", "o", "openssl 1.1.1k: no longer seen by nvd" },
		{ "n", "o", "openssl 1.1.1k: no longer seen by nvd; now seen by osv:go" },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct example before, now;
		SCOPED_ARENA arena = { 0 };

		CASE(cases[i].says ? cases[i].says : cases[i].now);
		make(&before, cases[i].before);
		make(&now, cases[i].now);
		compare(&before, &now, &arena);
		assert_int_equal(now.c.since.us, 1);
		assert_int_equal(now.c.change_count, cases[i].says != NULL);
		if (cases[i].says)
			assert_true(str_eq(now.c.changes[0].says, str_of(cases[i].says)));
	}
	(void)state;
}

static void what_a_source_lost_is_said(void **state)
{
	struct example before, now;
	SCOPED_ARENA arena = { 0 };

	make(&before, "n");
	make(&now, "n");
	now.sources[0].records = 7;
	now.sources[0].stale = true;
	now.sources[1].name = STR("osv:pypa");
	compare(&before, &now, &arena);
	assert_int_equal(now.c.change_count, 4);
	assert_true(str_eq(now.c.changes[0].says, STR("nvd lost 3 of 10 records")));
	assert_true(str_eq(now.c.changes[1].says, STR("nvd went stale")));
	assert_true(str_eq(now.c.changes[2].says, STR("osv:pypa is new")));
	assert_true(str_eq(now.c.changes[3].says, STR("osv:go is gone")));
	(void)state;
}

static void a_name_alone_sees_nothing(void **state)
{
	struct example before, now;
	SCOPED_ARENA arena = { 0 };

	make(&before, "n");
	make(&now, "no");
	now.sights[1].through = STR_NONE;
	compare(&before, &now, &arena);
	assert_int_equal(now.c.change_count, 0);
	(void)state;
}

static void only_new_components_that_nobody_sees_are_a_change(void **state)
{
	struct example before, now;
	SCOPED_ARENA arena = { 0 };

	make(&before, "n");
	make(&now, "n");
	before.c.component_count = 0;
	compare(&before, &now, &arena);
	assert_int_equal(now.c.change_count, 1);
	assert_true(str_eq(now.c.changes[0].says, STR("own 1: new, not matchable: no purl, no CPE")));
	compare(&now, &before, &arena); /* gone ones are none */
	assert_int_equal(before.c.change_count, 0);
	(void)state;
}

/* What stands in the store may be damaged: cut short, or changed in any bit. */
static void damaged_runs_are_told_and_never_read_beyond(void **state)
{
	struct example x;
	SCOPED_BUF run = buf_new(4096);
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };

	make(&x, "no");
	coverage_run_write(&x.c, &run);
	for (size_t len = 0; len < run.len; len++) {
		char *cut = malloc(len + 1);

		memcpy(cut, run.ptr, len);
		assert_false(coverage_compare(&x.c, (struct str){ cut, len }, INSTANT_NONE, &arena, &e));
		assert_int_equal(e.code, ERR_STORE);
		free(cut);
	}
	for (size_t bit = 0; bit < run.len * 8; bit++) {
		char *bent = malloc(run.len);

		memcpy(bent, run.ptr, run.len);
		bent[bit / 8] = (char)(bent[bit / 8] ^ (1 << bit % 8));
		x.c.change_count = 0;
		x.c.changes = NULL;
		(void)!coverage_compare(&x.c, (struct str){ bent, run.len }, INSTANT_NONE, &arena, &e);
		x.c.change_count = 0;
		x.c.changes = NULL;
		free(bent);
	}
	(void)state;
}

TESTS(cmocka_unit_test(what_changed_is_said), cmocka_unit_test(what_a_source_lost_is_said),
    cmocka_unit_test(a_name_alone_sees_nothing),
    cmocka_unit_test(only_new_components_that_nobody_sees_are_a_change),
    cmocka_unit_test(damaged_runs_are_told_and_never_read_beyond))
