/* A process that fills a store is killed: whoever comes next finds the store as it was. */
#include "store/store_folder.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "store/change.h"

#define NOBODY 65534
#define ROWS 60000 /* more than the cache of a bulk change holds, so that the store itself is written to */

static void die(void)
{
	raise(SIGKILL);
	abort();
}

/* In a process of its own: the beginning of a large change, and then the end of the process. */
static void fill_and_die(const char *path)
{
	struct change_by who = { .who = STR("tester"), .at = { 1 }, .why = STR("") };
	struct change *change;
	struct db *db = NULL;
	struct err e = { 0 };

	if (!db_open(path, DB_WRITE, &db, &e))
		_exit(1);
	db_bulk(db, true);
	if (!change_open(db, &who, &change, &e))
		_exit(2);
	for (int i = 0; i < ROWS; i++) {
		struct statement *s = db_use(db, SQL_PACKAGE_ADD);
		char name[256];
		bool has_row;

		snprintf(name, sizeof(name), "npm/%0200d", i);
		db_bind_text(s, 1, str_of(name));
		db_bind_int(s, 2, 2);
		if (!db_row(s, &has_row, &e))
			_exit(3);
		db_done(s);
	}
	die();
}

static const char *killed_store(void)
{
	const char *path = in_folder("a.db");
	struct stat journal;
	int status;
	pid_t child = fork();

	if (child == 0)
		fill_and_die(path);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
	assert_int_equal(stat(in_folder("a.db-journal"), &journal), 0);
	assert_true(journal.st_size > 0);
	return path;
}

static void who_only_reads_finds_the_store_as_it_was(void **state)
{
	const char *path = killed_store();
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	if (!db_open(path, DB_READ, &db, &e))
		fail_msg("%s", e.text);
	assert_int_equal(count_sql(path, "SELECT count(*) FROM package"), 0);
	assert_int_equal(count_sql(path, "SELECT count(*) FROM trail"), 0);
}

static void who_writes_goes_on_where_the_store_was(void **state)
{
	const char *path = killed_store();
	SCOPED_DB *db = NULL;
	struct err e = { 0 };

	(void)state;
	if (!db_open(path, DB_CHANGE, &db, &e))
		fail_msg("%s", e.text);
	assert_int_equal(count_sql(path, "SELECT count(*) FROM package"), 0);
}

/* The journal can be rolled back by nobody but who may write. */
static void who_may_not_write_is_told_what_to_do(void **state)
{
	const char *path = killed_store();
	char expected[1024];
	struct db *db = NULL;
	struct err e = { 0 };
	bool opened;

	(void)state;
	if (geteuid() != 0) {
		print_message("# skipped: only root can give up its rights and take them back\n");
		skip();
	}
	assert_int_equal(chmod(path, 0644), 0);
	assert_int_equal(chmod(in_folder("a.db-journal"), 0644), 0);
	assert_int_equal(chmod(folder, 0755), 0);
	assert_int_equal(seteuid(NOBODY), 0);
	opened = db_open(path, DB_READ, &db, &e);
	assert_int_equal(seteuid(0), 0);
	assert_false(opened);
	snprintf(expected, sizeof(expected),
	    "%s: a process was killed while it changed the store, which must be mended before it can be "
	    "read: "
	    "run any command as a user who may write it",
	    path);
	assert_string_equal(e.text, expected);
	assert_int_equal(err_exit_status(e.code), 4);
	assert_true(db_open(path, DB_READ, &db, &e));
	db_close(db);
}

TESTS(IN_FOLDER(who_only_reads_finds_the_store_as_it_was), IN_FOLDER(who_writes_goes_on_where_the_store_was),
    IN_FOLDER(who_may_not_write_is_told_what_to_do))
