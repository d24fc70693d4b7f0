/* Schema steps, changes and the trail: what a store holds to whoever opens it. */
#include "store/store_folder.h"

#include "store/change.h"
#include "store/trails.h"

static struct change_by somebody(void)
{
	return (struct change_by){ STR("tester"), { 1000000 }, STR("a test"), STR_NONE, NULL, 0 };
}

static void a_store_is_made_from_nothing_and_opens_again(void **state)
{
	SCOPED_DB *made = NULL, *again = NULL, *read = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &made, &e));
	assert_int_equal(
	    count_sql(in_folder("a.db"), "PRAGMA user_version"), schema_steps[SCHEMA_STEP_COUNT - 1].number);
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &again, &e));
	assert_true(db_open(in_folder("a.db"), DB_READ, &read, &e));
}

static void an_older_store_is_brought_up_by_who_writes(void **state)
{
	SCOPED_DB *read = NULL, *write = NULL;
	struct err e = { 0 };
	char message[256], expected[512];

	(void)state;
	run_sql(in_folder("a.db"), schema_steps[0].sqlite, message, sizeof(message));
	assert_string_equal(message, "");
	run_sql(in_folder("a.db"),
	    "PRAGMA user_version = 1; INSERT INTO source (name, imported_at) VALUES ('nvd', 1)", message,
	    sizeof(message));
	if (SCHEMA_STEP_COUNT > 1) {
		assert_false(db_open(in_folder("a.db"), DB_READ, &read, &e));
		snprintf(expected, sizeof(expected),
		    "%s: the store has schema 1 and needs %d: open it once with a command that changes it",
		    in_folder("a.db"), (int)SCHEMA_STEP_COUNT);
		assert_string_equal(e.text, expected);
		assert_int_equal(err_exit_status(e.code), 4);
	}
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &write, &e));
	assert_int_equal(count_sql(in_folder("a.db"), "PRAGMA user_version"), SCHEMA_STEP_COUNT);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM source"), 1);
}

/* What components name is known of those too that came before it was kept; what names nothing was not
 * counted. */
static void families_of_an_older_store_are_counted(void **state)
{
	char message[256];
	SCOPED_DB *write = NULL;
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < SCHEMA_STEP_COUNT && schema_steps[i].number < 8; i++) {
		run_sql(in_folder("a.db"), schema_steps[i].sqlite, message, sizeof(message));
		assert_string_equal(message, "");
	}
	run_sql(in_folder("a.db"),
	    "PRAGMA user_version = 7;"
	    "INSERT INTO package (id, name, kind) VALUES (1, 'npm/a', 2), (2, 'deb/debian/b', 2), (3, "
	    "'deb/*/b', 2),"
	    " (4, 'a:acme:c', 1), (5, 'npm/unused', 2);"
	    "INSERT INTO package_components (package_id, components, count)"
	    " VALUES (1, x'01', 1), (2, x'01', 1), (3, x'01', 1), (4, x'01', 3);"
	    "INSERT INTO component (digest, name, version, content, lists) VALUES (x'00', 'a', '1', x'00', "
	    "x'01')",
	    message, sizeof(message));
	assert_string_equal(message, "");
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &write, &e));
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM component_family"), 4);
	assert_int_equal(count_sql(in_folder("a.db"),
			     "SELECT count(*) FROM component_family WHERE (kind, family, components) IN"
			     " (VALUES (0, '', -1), (2, 'npm/', 1), (2, 'deb/debian/', 1), (1, 'a:', 3))"),
	    4);
}

static void a_store_of_a_newer_schema_is_refused(void **state)
{
	static const enum db_mode modes[] = { DB_WRITE, DB_READ };
	char message[256], expected[512];
	SCOPED_DB *made = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &made, &e));
	run_sql(in_folder("a.db"), "PRAGMA user_version = 99", message, sizeof(message));
	for (size_t i = 0; i < COUNT(modes); i++) {
		struct db *db = NULL;

		assert_false(db_open(in_folder("a.db"), modes[i], &db, &e));
		snprintf(expected, sizeof(expected),
		    "%s: the store has schema 99, this program knows up to %d: use a newer aftercare",
		    in_folder("a.db"), (int)SCHEMA_STEP_COUNT);
		assert_string_equal(e.text, expected);
		assert_int_equal(err_exit_status(e.code), 4);
	}
	assert_int_equal(count_sql(in_folder("a.db"), "PRAGMA user_version"), 99);
}

static bool add_source(struct db *db, struct err *e)
{
	struct statement *s = db_use(db, SQL_SOURCE_ADD);

	db_bind_text(s, 1, STR("nvd"));
	db_bind_int(s, 2, 1);
	return db_run(s, e);
}

static void a_change_is_lasting_only_with_its_entry(void **state)
{
	struct change_by who = somebody();
	SCOPED_DB *db = NULL;
	struct change *change;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(change_open(db, &who, &change, &e));
	assert_true(add_source(db, &e));
	assert_false(change_close(&change, &e));
	assert_string_equal(e.text, "a change without an entry in the audit trail was refused");
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM source"), 0);

	assert_true(change_open(db, &who, &change, &e));
	assert_true(add_source(db, &e));
	assert_true(change_note(change, "test", STR("x"), STR_NONE, STR("{}"), &e));
	change_drop(change);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM source"), 0);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM trail"), 0);

	for (int i = 0; i < 2; i++) {
		assert_true(change_open(db, &who, &change, &e));
		assert_true(change_note(change, "test", STR("x"), STR_NONE, STR("{}"), &e));
		assert_true(change_close(&change, &e));
	}
	assert_int_equal(
	    count_sql(in_folder("a.db"), "SELECT count(*) FROM trail a JOIN trail b"
					 " ON b.number = a.number + 1 AND b.previous = a.digest"),
	    1);
}

static void the_trail_refuses_to_be_altered(void **state)
{
	struct change_by who = somebody();
	static const char *const attempts[] = { "UPDATE trail SET who = 'x'", "DELETE FROM trail",
		"DELETE FROM trail WHERE number = 1" };
	SCOPED_DB *db = NULL;
	struct change *change;
	struct err e = { 0 };
	char message[256];

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(change_open(db, &who, &change, &e));
	assert_true(change_note(change, "test", STR("x"), STR_NONE, STR("{}"), &e));
	assert_true(change_close(&change, &e));
	for (size_t i = 0; i < COUNT(attempts); i++) {
		CASE(attempts[i]);
		run_sql(in_folder("a.db"), attempts[i], message, sizeof(message));
		assert_string_equal(message, "the audit trail is append-only");
	}
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM trail WHERE who = 'tester'"), 1);
}

static void what_is_opened_for_reading_refuses_every_change(void **state)
{
	SCOPED_DB *made = NULL, *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &made, &e));
	assert_true(db_open(in_folder("a.db"), DB_READ, &db, &e));
	assert_false(add_source(db, &e));
	assert_string_equal(e.text, "the store failed: attempt to write a readonly database");
}

static bool note_at(struct db *db, int64_t us, const char *why, struct err *e)
{
	struct change_by by = { STR("tester"), { us }, str_of(why), STR_NONE, NULL, 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) &&
	       change_note(change, "test", STR("object 1"), STR_NONE, STR_NONE, e) &&
	       change_close(&change, e);
}

/* Two processes look at the clock; the one that looked first may be the second to get the store. */
static void who_had_to_wait_changes_after_who_went_first(void **state)
{
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	assert_true(note_at(db, 100000000, "", &e));
	assert_true(note_at(db, 97000000, "", &e));
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT at FROM trail WHERE number = 2"), 100000000);
	assert_false(note_at(db, 40000000, " ", &e)); /* a clock set back */
	assert_string_equal(e.text,
	    "the clock says 1970-01-01T00:00:40Z, which is before the newest entry of the trail, "
	    "1970-01-01T00:01:40Z: set it right, or say why");
	assert_string_equal(e.field, "why");
	assert_false(note_at(db, 41000000, "", &e));
	assert_int_equal(
	    count_sql(in_folder("a.db"), "SELECT count(*) FROM trail WHERE what = 'refused'"), 2);
	assert_true(note_at(db, 40000000, "a year was mistyped", &e));
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT at FROM trail WHERE number = 5"), 40000000);
}

/* What is read between the outer pair is one state, whatever reads within. */
static void a_read_within_another_is_part_of_it(void **state)
{
	SCOPED_DB *write = NULL, *read = NULL;
	struct err e = { 0 };
	int64_t number;
	struct sha256 digest;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &write, &e));
	assert_true(db_open(in_folder("a.db"), DB_READ, &read, &e));
	assert_true(db_read_begin(read, &e));
	assert_true(trail_head(read, &number, &digest, &e));
	assert_int_equal(number, 0);
	assert_true(note_at(write, 100000000, "", &e));
	assert_true(db_read_begin(read, &e));
	db_read_end(read);
	assert_true(trail_head(read, &number, &digest, &e));
	assert_int_equal(number, 0);
	db_read_end(read);
	assert_true(trail_head(read, &number, &digest, &e));
	assert_int_equal(number, 1);
}

TESTS(IN_FOLDER(a_read_within_another_is_part_of_it), IN_FOLDER(who_had_to_wait_changes_after_who_went_first),
    IN_FOLDER(a_store_is_made_from_nothing_and_opens_again),
    IN_FOLDER(an_older_store_is_brought_up_by_who_writes), IN_FOLDER(families_of_an_older_store_are_counted),
    IN_FOLDER(a_store_of_a_newer_schema_is_refused), IN_FOLDER(a_change_is_lasting_only_with_its_entry),
    IN_FOLDER(the_trail_refuses_to_be_altered), IN_FOLDER(what_is_opened_for_reading_refuses_every_change))
