/* Backups: one state of a store in use, who may make one, and what becomes a store again. */
#include "actions/place.h"

#include <sys/stat.h>

#include "actions/backup/backup_file.h"
#include "actions/backup/restore.h"
#include "store/change.h"

static void no_fault(void *ctx, const char *says)
{
	(void)ctx;
	fail_msg("%s", says);
}
static const struct verify_sink sound = { NULL, no_fault };

static void add_entry(struct db *db, struct err *e)
{
	struct change_by somebody = { STR("tester"), noon, STR("test"), STR_NONE, NULL, 0 };
	SCOPED_CHANGE *change = NULL;

	assert_true(change_open_unproved(db, &somebody, &change, e));
	assert_true(change_note(change, "test", STR("x"), STR_NONE, STR("{}"), e));
	assert_true(change_close(&change, e));
}

/* A store that is larger than what is copied at a time. */
static void fill(struct db *db)
{
	char message[256];
	struct err e = { 0 };

	add_entry(db, &e);
	run_sql(in_folder("a.db"),
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
	    " INSERT INTO raw_bytes (block_id, members, packed) SELECT i, x'', randomblob(8000) FROM n",
	    message, sizeof(message));
	assert_string_equal(message, "");
}

struct meanwhile {
	struct db *db;
	int times;
};

/* Somebody else goes on working between two pieces of the copy. */
static void work(void *ctx, int64_t done, int64_t all)
{
	struct meanwhile *m = ctx;
	struct err e = { 0 };

	assert_true(done <= all);
	add_entry(m->db, &e);
	m->times++;
}

static void a_backup_is_one_state_whatever_is_written_meanwhile(void **state)
{
	SCOPED_DB *db = NULL, *other = NULL;
	struct meanwhile m = { 0 };
	struct backup b;
	struct err e = { 0 };
	bool verified = false;

	(void)state;
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	fill(db);
	assert_true(db_open(in_folder("a.db"), DB_WRITE, &other, &e));
	m.db = other;
	if (!backup_make(db, in_folder("b"),
		(struct change_by){ STR("tester"), noon, STR("test"), STR_NONE, NULL, 0 },
		(struct db_copying){ &m, work }, sound, &b, &e))
		fail_msg("%s", e.text);
	assert_true(m.times > 2);
	assert_int_equal(b.manifest.entries, 1);
	assert_int_equal(count_sql(in_folder("b"), "SELECT count(*) FROM trail"), 1);
	assert_int_equal(count_sql(in_folder("a.db"), "SELECT count(*) FROM trail"), m.times + 2);
	assert_true(backup_verify(in_folder("b"), sound, &b, &verified, &e));
	assert_true(verified);
}

static void who_is_no_administrator_makes_no_backup(void **state)
{
	struct place p;
	struct backup b;
	struct err e = { 0 };
	struct change_by who;

	(void)state;
	open_place(&p);
	add_user(&p, "sec", ROLE_SECURITY, "root");
	who = by(&p, "sec", 1);
	assert_false(backup_make(p.db, in_folder("b"), who, (struct db_copying){ 0 }, sound, &b, &e));
	assert_string_equal(e.text, "user \"sec\" has no role that allows store.backup");
	assert_int_equal(access(in_folder("b"), F_OK), -1);
	assert_int_equal(entries("what = 'refused' AND who = 'sec'"), 1);
	assert_int_equal(entries("what = 'store.backup'"), 0);
	db_close(p.db);
}

static void make_backup(const char *path)
{
	SCOPED_DB *db = NULL;
	struct backup b;
	struct err e = { 0 };

	assert_true(db_open(in_folder("a.db"), DB_WRITE, &db, &e));
	add_entry(db, &e);
	assert_true(
	    backup_make(db, path, (struct change_by){ STR("tester"), noon, STR(""), STR_NONE, NULL, 0 },
		(struct db_copying){ 0 }, sound, &b, &e));
}

static struct change_by root(void)
{
	return (struct change_by){ STR("root"), noon, STR("the disk died"), STR_NONE, NULL, 0 };
}

static void a_store_is_made_again_and_its_trail_goes_on(void **state)
{
	struct backup b;
	struct err e = { 0 };

	(void)state;
	make_backup(in_folder("b"));
	if (!backup_restore(in_folder("b"), in_folder("c.db"), root(), sound, &b, &e))
		fail_msg("%s", e.text);
	assert_int_equal(count_sql(in_folder("c.db"),
			     "SELECT count(*) FROM trail WHERE number = 2 AND what = 'store.restore' AND"
			     " who = 'root' AND why = 'the disk died' AND new LIKE '%\"entries\":1,%'"),
	    1);
	assert_false(backup_restore(in_folder("b"), in_folder("c.db"), root(), sound, &b, &e));
	assert_int_equal(e.code, ERR_CONFLICT);
}

/* SQLite would play such a file into whatever store has its name. */
static void what_is_left_of_another_store_is_not_mixed_in(void **state)
{
	char expected[512];
	struct backup b;
	struct err e = { 0 };

	(void)state;
	make_backup(in_folder("b"));
	write_file("c.db-wal", STR("left"));
	assert_false(backup_restore(in_folder("b"), in_folder("c.db"), root(), sound, &b, &e));
	snprintf(expected, sizeof(expected),
	    "%s is left of a store that was here, and would spoil this one: move it away",
	    in_folder("c.db-wal"));
	assert_string_equal(e.text, expected);
	assert_int_equal(access(in_folder("c.db"), F_OK), -1);
}

/* As an earlier aftercare made it: a store of its schema with its manifest. */
static void backup_of_schema(const char *path, int64_t schema, struct backup *b)
{
	char message[256], pragma[64];
	struct err e = { 0 };

	for (size_t i = 0; i < SCHEMA_STEP_COUNT && schema_steps[i].number <= schema; i++) {
		run_sql(path, schema_steps[i].sqlite, message, sizeof(message));
		assert_string_equal(message, "");
	}
	snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d", (int)schema);
	run_sql(path, pragma, message, sizeof(message));
	*b = (struct backup){ .manifest = { .at = noon, .program = "0.0.9", .schema = schema } };
	assert_true(backup_file_seal(path, b, &e));
}

static void a_backup_of_an_older_schema_is_brought_up(void **state)
{
	struct backup b;
	struct err e = { 0 };
	bool verified = true;

	(void)state;
	backup_of_schema(in_folder("b"), 14, &b);
	assert_true(backup_verify(in_folder("b"), sound, &b, &verified, &e));
	assert_false(verified);
	if (!backup_restore(in_folder("b"), in_folder("c.db"), root(), sound, &b, &e))
		fail_msg("%s", e.text);
	assert_int_equal(count_sql(in_folder("c.db"), "PRAGMA user_version"), db_schema_known());
}

static void a_backup_of_a_newer_schema_is_refused(void **state)
{
	struct backup b;
	struct err e = { 0 };
	char expected[512];

	(void)state;
	backup_of_schema(in_folder("b"), db_schema_known() + 1, &b);
	assert_false(backup_restore(in_folder("b"), in_folder("c.db"), root(), sound, &b, &e));
	snprintf(expected, sizeof(expected),
	    "%s: aftercare 0.0.9 made this backup, with schema %d; this program knows up to %d: use a newer "
	    "aftercare",
	    in_folder("b"), (int)db_schema_known() + 1, (int)db_schema_known());
	assert_string_equal(e.text, expected);
	assert_int_equal(access(in_folder("c.db"), F_OK), -1);
}

/* The bytes are as they were made, but the manifest tells of more than there is. */
static void what_the_manifest_counts_must_be_there(void **state)
{
	struct backup b = { .manifest = { .at = noon, .program = "0.1.0", .schema = db_schema_known() } };
	char expected[512];
	struct err e = { 0 };
	bool verified;

	(void)state;
	backup_of_schema(in_folder("whole"), db_schema_known(), &b);
	assert_true(backup_verify(in_folder("whole"), sound, &b, &verified, &e));
	assert_int_equal(truncate(in_folder("whole"), b.manifest.bytes), 0);
	b.manifest.counts[BACKUP_CASEFILES] = 2;
	assert_true(backup_file_seal(in_folder("whole"), &b, &e));
	assert_false(backup_verify(in_folder("whole"), sound, &b, &verified, &e));
	snprintf(expected, sizeof(expected), "%s: the backup has 0 casefiles, its manifest says 2",
	    in_folder("whole"));
	assert_string_equal(e.text, expected);
}

static void every_byte_counts(void **state)
{
	struct backup b;
	struct err e = { 0 };
	struct stat there;
	bool verified;
	FILE *file;

	(void)state;
	make_backup(in_folder("b"));
	assert_int_equal(stat(in_folder("b"), &there), 0);
	assert_int_equal(there.st_mode & 0777, 0600);
	for (off_t at = 0; at < there.st_size; at += 9973) {
		int c;

		file = fopen(in_folder("b"), "r+");
		fseek(file, at, SEEK_SET);
		c = fgetc(file);
		fseek(file, at, SEEK_SET);
		fputc(c ^ 0x20, file);
		fclose(file);
		if (backup_verify(in_folder("b"), sound, &b, &verified, &e))
			fail_msg("byte %ld", (long)at);
		assert_int_equal(e.code, ERR_INPUT);
		file = fopen(in_folder("b"), "r+");
		fseek(file, at, SEEK_SET);
		fputc(c, file);
		fclose(file);
	}
	assert_true(backup_verify(in_folder("b"), sound, &b, &verified, &e));
	file = fopen(in_folder("b"), "a");
	fputc('\n', file);
	fclose(file);
	assert_false(backup_verify(in_folder("b"), sound, &b, &verified, &e));
}

TESTS(IN_FOLDER(a_backup_is_one_state_whatever_is_written_meanwhile),
    IN_FOLDER(who_is_no_administrator_makes_no_backup),
    IN_FOLDER(a_store_is_made_again_and_its_trail_goes_on),
    IN_FOLDER(what_is_left_of_another_store_is_not_mixed_in),
    IN_FOLDER(a_backup_of_an_older_schema_is_brought_up), IN_FOLDER(a_backup_of_a_newer_schema_is_refused),
    IN_FOLDER(what_the_manifest_counts_must_be_there), IN_FOLDER(every_byte_counts))
