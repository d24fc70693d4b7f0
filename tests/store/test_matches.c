/* Rows of kept matches: changed piece by piece they are what they are when written at once. */
#include "check.h"
#include "random.h"

#include "base/arena.h"
#include "matching/kept.h"
#include "store/matches.h"

enum { IDS = 1500, ROUNDS = 60, CHANGES = 12 };

static struct db *new_store(void)
{
	struct db *db = NULL;
	struct err e = { 0 };

	assert_true(db_open("", DB_SCRATCH, &db, &e));
	return db;
}

/* Which sections there are and should be: 0 none, else a number that the body says. */
static uint32_t bodies[IDS + 1];

static struct str body_of(uint32_t n, struct arena *arena)
{
	return n ? arena_printf(arena, "body %u", n) : STR("");
}

static size_t all_sections(struct match_section *out, struct arena *arena)
{
	size_t count = 0;

	for (int64_t id = 1; id <= IDS; id++)
		if (bodies[id])
			out[count++] = (struct match_section){ id, body_of(bodies[id], arena) };
	return count;
}

static size_t change_some(struct match_section *out, struct arena *arena)
{
	size_t count = 0;

	for (int64_t id = 1 + below(300); id <= IDS && count < CHANGES; id += 1 + below(120)) {
		/* ids that begin a row are of special interest */
		while (id < IDS && below(3) == 0 && !kept_begins_row(id))
			id++;
		bodies[id] = below(3) ? 1 + below(1000000) : 0;
		out[count++] = (struct match_section){ id, body_of(bodies[id], arena) };
	}
	return count;
}

static void rows_are_equal(struct db *a, struct db *b)
{
	SCOPED_ARENA arena = { 0 };
	struct match_row *left, *right;
	size_t count, other;
	struct err e = { 0 };

	assert_true(match_rows(a, 5, &arena, &left, &count, &e));
	assert_true(match_rows(b, 5, &arena, &right, &other, &e));
	assert_int_equal(count, other);
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(left[i].from, right[i].from);
		assert_true(str_eq(left[i].sections, right[i].sections));
	}
}

static void changed_rows_are_those_written_at_once(void **state)
{
	SCOPED_DB *changed = new_store();
	struct err e = { 0 };
	size_t most_rows = 0;

	(void)state;
	memset(bodies, 0, sizeof(bodies));
	for (int round = 0; round < ROUNDS; round++) {
		SCOPED_DB *whole = new_store();
		SCOPED_ARENA arena = { 0 };
		struct match_section some[CHANGES], all[IDS];
		size_t count = change_some(some, &arena), row_count;
		struct match_row *rows;

		assert_true(matches_change(changed, 5, some, count, &e));
		assert_true(matches_put(whole, 5, all, all_sections(all, &arena), NULL, 0, &e));
		rows_are_equal(changed, whole);
		assert_true(match_rows(whole, 5, &arena, &rows, &row_count, &e));
		most_rows = row_count > most_rows ? row_count : most_rows;
		/* written over what stands, it is the same again */
		assert_true(match_rows(changed, 5, &arena, &rows, &row_count, &e));
		assert_true(matches_put(changed, 5, all, all_sections(all, &arena), rows, row_count, &e));
		rows_are_equal(changed, whole);
	}
	assert_true(most_rows > 5);
}

static void a_section_is_found_by_its_advisory_alone(void **state)
{
	SCOPED_DB *db = new_store();
	SCOPED_ARENA arena = { 0 };
	struct match_section all[IDS];
	struct err e = { 0 };

	(void)state;
	for (int64_t id = 1; id <= IDS; id++)
		bodies[id] = id % 3 ? (uint32_t)id : 0;
	assert_true(matches_put(db, 5, all, all_sections(all, &arena), NULL, 0, &e));
	for (int64_t id = 1; id <= IDS + 1; id++) {
		struct str body, none;

		assert_true(match_section(db, 5, id, &arena, &body, &e));
		assert_true(match_section(db, 6, id, &arena, &none, &e));
		assert_true(str_eq(body, id <= IDS ? body_of(bodies[id], &arena) : STR("")));
		assert_int_equal(none.len, 0);
	}
}

static void damaged_rows_are_noticed(void **state)
{
	SCOPED_ARENA arena = { 0 };
	struct match_row row = { 0, STR("\x05\x7f") };
	struct match_section *sections;
	struct err e = { 0 };
	size_t count;

	(void)state;
	assert_false(match_rows_sections(&row, 1, 9, &arena, &sections, &count, &e));
	assert_string_equal(e.text, "the matches of component 9 are damaged");
	assert_int_equal(err_exit_status(e.code), 4);
}

TESTS(cmocka_unit_test(changed_rows_are_those_written_at_once),
    cmocka_unit_test(a_section_is_found_by_its_advisory_alone), cmocka_unit_test(damaged_rows_are_noticed))
