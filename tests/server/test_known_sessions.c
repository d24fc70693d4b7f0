/* Who lately asked with which proof. */
#include "check.h"

#include "server/known_sessions.h"

static const struct session_row ada = { .user_id = 7, .name = { "ada", 3 }, .roles = 5 };

static void what_is_kept_is_found_of_its_state_of_the_store_alone(void **state)
{
	struct known_sessions *k = known_sessions_new();
	struct sha256 proof = sha256_of(STR("a proof")), other = sha256_of(STR("another"));
	const struct session_row *found;

	(void)state;
	assert_null(known_sessions_find(k, 1, &proof));
	known_sessions_keep(k, 1, &proof, &ada);
	found = known_sessions_find(k, 1, &proof);
	assert_non_null(found);
	assert_int_equal(found->user_id, 7);
	assert_int_equal(found->roles, 5);
	assert_true(str_eq(found->name, STR("ada")));
	assert_null(known_sessions_find(k, 2, &proof));
	assert_null(known_sessions_find(k, 1, &other));
	known_sessions_free(k);
}

/* Digests that share a place: the one that came last is known, and the other is not taken for it. */
static void one_gives_way_to_another_of_its_place(void **state)
{
	struct known_sessions *k = known_sessions_new();
	struct sha256 first = sha256_of(STR("a proof")), second = first;
	struct session_row eve = { .user_id = 8, .name = STR("a longer name than the one before") };

	(void)state;
	second.bytes[SHA256_BYTES - 1] ^= 1;
	known_sessions_keep(k, 1, &first, &ada);
	assert_null(known_sessions_find(k, 1, &second));
	known_sessions_keep(k, 1, &second, &eve);
	assert_null(known_sessions_find(k, 1, &first));
	assert_true(str_eq(known_sessions_find(k, 1, &second)->name, eve.name));
	known_sessions_free(k);
}

TESTS(cmocka_unit_test(what_is_kept_is_found_of_its_state_of_the_store_alone),
    cmocka_unit_test(one_gives_way_to_another_of_its_place))
