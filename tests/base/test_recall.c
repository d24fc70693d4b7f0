#include "check.h"

#include "base/recall.h"

#define IDS 100000

static int64_t *keep(struct recall *r, int64_t id)
{
	int64_t *what = arena_alloc(&r->arena, 1, sizeof(*what));

	*what = id;
	recall_keep(r, id, what);
	return what;
}

static void recall_finds_what_was_kept_last(void **state)
{
	struct recall r = recall_new(1 << 20);

	for (int64_t id = 1; id <= IDS; id++) {
		const int64_t *kept;

		assert_null(recall_find(&r, id));
		kept = keep(&r, id);
		assert_ptr_equal(recall_find(&r, id), kept);
	}
	recall_free(&r);
	(void)state;
}

/* Places are shared: what is found is what was kept under that very id, and what gave way stays readable. */
static void recall_never_takes_one_id_for_another(void **state)
{
	struct recall r = recall_new(1 << 20);
	const int64_t *first = keep(&r, 1);
	size_t found = 0;

	for (int64_t id = 2; id <= IDS; id++)
		keep(&r, id);
	for (int64_t id = -IDS; id <= IDS; id++) {
		const int64_t *what = id ? recall_find(&r, id) : NULL;

		assert_true(!what || *what == id);
		found += what != NULL;
	}
	assert_in_range(found, 1000, IDS - 1);
	assert_int_equal(*first, 1);
	recall_free(&r);
	(void)state;
}

static void recall_forgets_only_when_it_holds_too_much(void **state)
{
	struct recall r = recall_new(64);

	keep(&r, 7);
	recall_trim(&r);
	assert_non_null(recall_find(&r, 7));
	for (int64_t id = 8; id < 16; id++)
		keep(&r, id);
	recall_trim(&r);
	for (int64_t id = 7; id < 16; id++)
		assert_null(recall_find(&r, id));
	assert_int_equal(r.arena.used, 0);
	recall_free(&r);
	(void)state;
}

TESTS(cmocka_unit_test(recall_finds_what_was_kept_last),
    cmocka_unit_test(recall_never_takes_one_id_for_another),
    cmocka_unit_test(recall_forgets_only_when_it_holds_too_much))
