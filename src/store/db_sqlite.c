#include "store/db.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/row_seals.h"

#define COPY_PAGES 1024 /* of a backup at a time, 8 MB */
#define SMALL_PAGES 512 /* a store with hardly anything in it yet */

struct statement {
	struct db *db;
	sqlite3_stmt *handle;
	int failed; /* the first code a bind gave */
};

/* What is asked of SQLite itself again and again, prepared when it first is. */
enum often { OFTEN_BEGIN, OFTEN_END, OFTEN_VERSION, OFTEN_COUNT };
static const char *const often_texts[OFTEN_COUNT] = {
	[OFTEN_BEGIN] = "BEGIN",
	[OFTEN_END] = "ROLLBACK",
	[OFTEN_VERSION] = "PRAGMA data_version",
};

struct db {
	sqlite3 *handle;
	enum db_mode mode;
	struct db_work work;
	struct row_touches *touches;
	size_t reading; /* read transactions that have begun, one within another */
	sqlite3_stmt *often[OFTEN_COUNT];
	struct statement statements[SQL_COUNT + 1];
};

static bool fail(struct db *db, int code, struct err *e)
{
	if (code == SQLITE_IOERR_WRITE) /* a limit on file sizes or a quota too; SQLite tells ENOSPC only */
		return err_fail(e, ERR_STORE, "the store cannot be written: the disk is full or failing");
	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_fail(e, ERR_CONFLICT, "the store is being changed by another process");
	case SQLITE_FULL:
		return err_fail(e, ERR_STORE, "the store cannot grow: the disk is full");
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return err_fail(e, ERR_STORE, "the store is damaged or is no aftercare store (%s)",
		    sqlite3_errmsg(db->handle));
	default:
		return err_fail(e, ERR_STORE, "the store failed: %s", sqlite3_errmsg(db->handle));
	}
}

static bool execute(struct db *db, const char *sql, struct err *e)
{
	int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);

	return code == SQLITE_OK || fail(db, code, e);
}

/* *value: of the first column, where it gives a row. */
static bool often(struct db *db, enum often which, int64_t *value, struct err *e)
{
	sqlite3_stmt **s = &db->often[which];
	int code = SQLITE_OK;

	if (!*s)
		code = sqlite3_prepare_v3(
		    db->handle, often_texts[which], -1, SQLITE_PREPARE_PERSISTENT, s, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(*s);
	if (code == SQLITE_ROW && value)
		*value = sqlite3_column_int64(*s, 0);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		fail(db, code, e);
	sqlite3_reset(*s);
	return code == SQLITE_ROW || code == SQLITE_DONE;
}

static bool pragma(struct db *db, const char *sql, int *value, struct err *e)
{
	sqlite3_stmt *query;
	int code = sqlite3_prepare_v2(db->handle, sql, -1, &query, NULL);

	if (code != SQLITE_OK)
		return fail(db, code, e);
	code = sqlite3_step(query);
	*value = code == SQLITE_ROW ? sqlite3_column_int(query, 0) : 0;
	sqlite3_finalize(query);
	return code == SQLITE_ROW || fail(db, code, e);
}

static bool is_small(struct db *db)
{
	struct err unknown;
	int pages;

	return pragma(db, "PRAGMA page_count", &pages, &unknown) && pages < SMALL_PAGES;
}

bool db_begin(struct db *db, struct err *e)
{
	return execute(db, "BEGIN IMMEDIATE", e);
}

void db_bulk(struct db *db, bool on)
{
	struct err unchanged; /* a store in use by others stays as it is: slower, not wrong */

	if (db->mode != DB_WRITE)
		return;
	if (!on || is_small(db))
		execute(db, on ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL", &unchanged);
}

bool db_commit(struct db *db, struct err *e)
{
	if (execute(db, "COMMIT", e))
		return true;
	db_rollback(db);
	return false;
}

void db_rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool db_read_begin(struct db *db, struct err *e)
{
	if (!db->reading && !often(db, OFTEN_BEGIN, NULL, e))
		return false;
	db->reading++;
	return true;
}

void db_read_end(struct db *db)
{
	struct err ended; /* by SQLite itself, after an error */

	assert(db->reading);
	if (--db->reading)
		return;
	/* a statement left in the middle would keep its lock, and the journal from being changed */
	for (sqlite3_stmt *s = sqlite3_next_stmt(db->handle, NULL); s; s = sqlite3_next_stmt(db->handle, s))
		if (sqlite3_stmt_busy(s))
			sqlite3_reset(s);
	if (!sqlite3_get_autocommit(db->handle) && !often(db, OFTEN_END, NULL, &ended))
		db_rollback(db);
}

bool db_version(struct db *db, int64_t *version, struct err *e)
{
	return often(db, OFTEN_VERSION, version, e);
}

void db_serve(struct db *db)
{
	struct err smaller; /* slower, not wrong */

	execute(db, "PRAGMA cache_size = -16000", &smaller);
}

static bool schema_version(struct db *db, int *version, struct err *e)
{
	return pragma(db, "PRAGMA user_version", version, e);
}

static bool take_step(struct db *db, const struct schema_step *step, struct err *e)
{
	char pragma[64];

	snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d", step->number);
	if (!execute(db, step->sqlite, e) || !execute(db, pragma, e))
		return err_within(e, "schema step %04d_%s", step->number, step->name);
	return true;
}

static bool take_steps(struct db *db, struct err *e)
{
	int version;

	if (!schema_version(db, &version, e)) /* again: another process may have been first */
		return false;
	for (size_t i = 0; i < SCHEMA_STEP_COUNT; i++)
		if (schema_steps[i].number > version && !take_step(db, &schema_steps[i], e))
			return false;
	return true;
}

static bool bring_up_to_date(struct db *db, struct err *e)
{
	int newest = schema_steps[SCHEMA_STEP_COUNT - 1].number, version;

	if (!schema_version(db, &version, e))
		return false;
	if (version > newest)
		return err_fail(e, ERR_STORE,
		    "the store has schema %d, this program knows up to %d: use a newer aftercare", version,
		    newest);
	if (version == newest)
		return true;
	if (db->mode == DB_READ)
		return err_fail(e, ERR_STORE,
		    version
			? "the store has schema %d and needs %d: open it once with a command that changes it"
			: "the store is empty (schema %d of %d): import feeds or add a device first",
		    version, newest);
	if (!db_begin(db, e))
		return false;
	if (!take_steps(db, e)) {
		db_rollback(db);
		return false;
	}
	return db_commit(db, e);
}

bool db_path(const char *url, const char **path, struct err *e)
{
	*path = strncmp(url, "sqlite:", 7) == 0 ? url + 7 : url;
	return strncmp(*path, "postgresql:", 11) != 0 ||
	       err_fail(
		   e, ERR_USAGE, "the store \"%s\" is PostgreSQL, which this version does not serve", url);
}

/* A store holds secrets and personal data: one that is made is its owner's alone, whatever the umask. What
 * SQLite puts beside it has the same permissions. */
static void make_private(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);

	if (fd >= 0) /* else it is there, or cannot be made, which opening it says */
		close(fd);
}

void db_wait(struct db *db, int ms)
{
	sqlite3_busy_timeout(db->handle, ms);
}

static bool open_handle(struct db *db, const char *path, struct err *e)
{
	int flags = db->mode == DB_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	int code = sqlite3_open_v2(path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);

	if (code != SQLITE_OK)
		return err_fail(e, ERR_STORE, "the store cannot be opened: %s", sqlite3_errmsg(db->handle));
	sqlite3_busy_timeout(db->handle, DB_WAIT_MS);
	sqlite3_extended_result_codes(db->handle, 1);
	return true;
}

/* A process that was killed in a change leaves a journal behind. Until it is rolled back, nobody can read. */
static bool is_left_in_a_change(struct db *db)
{
	return sqlite3_exec(db->handle, "PRAGMA user_version", NULL, NULL, NULL) == SQLITE_READONLY_ROLLBACK;
}

/* Rolls it back, which takes a handle that may write: its first reading does so. */
static bool roll_back_left(const char *path, struct err *e)
{
	SCOPED_DB *db = memory_alloc(1, sizeof(*db));
	int version;

	db->mode = DB_CHANGE;
	if (open_handle(db, path, e) && sqlite3_db_readonly(db->handle, "main") == 0)
		return schema_version(db, &version, e);
	return err_fail(e, ERR_STORE,
	    "a process was killed while it changed the store, which must be mended before it can be read: "
	    "run "
	    "any command as a user who may write it");
}

static bool open_to_read(struct db *db, const char *path, struct err *e)
{
	return open_handle(db, path, e) && (!is_left_in_a_change(db) || roll_back_left(path, e));
}

static bool set_up(struct db *db, struct err *e)
{
	if (db->mode == DB_SCRATCH)
		return execute(
		    db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000", e);
	if (db->mode == DB_READ)
		return true;
	if (!execute(
		db, "PRAGMA page_size = 8192; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 0", e))
		return false;
	/* another process that fills a new store keeps its rollback journal for so long: its turn to go back
	 */
	return execute(db, "PRAGMA journal_mode = WAL", e) || e->code == ERR_CONFLICT;
}

bool db_open(const char *url, enum db_mode mode, struct db **out, struct err *e)
{
	const char *path = ""; /* SQLite's own name for a file that vanishes */
	struct stat there;
	SCOPED_DB *db = NULL;

	if (mode != DB_SCRATCH && !db_path(url, &path, e))
		return false;
	if ((mode == DB_READ || mode == DB_CHANGE) && stat(path, &there) != 0)
		return err_fail(e, ERR_IO, "there is no store at %s", path);
	db = memory_alloc(1, sizeof(*db));
	db->mode = mode;
	if (mode == DB_WRITE)
		make_private(path);
	if (!(mode == DB_READ ? open_to_read : open_handle)(db, path, e) || !set_up(db, e) ||
	    !bring_up_to_date(db, e))
		return mode == DB_SCRATCH ? false : err_within(e, "%s", path);
	*out = db;
	db = NULL;
	return true;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(db->statements[i].handle);
	for (size_t i = 0; i < OFTEN_COUNT; i++)
		sqlite3_finalize(db->often[i]);
	sqlite3_close(db->handle);
	row_touches_free(db->touches);
	free(db);
}

struct row_touches **db_touches(struct db *db)
{
	return &db->touches;
}

bool db_schema(struct db *db, int64_t *number, struct err *e)
{
	int version;

	if (!schema_version(db, &version, e))
		return false;
	*number = version;
	return true;
}

int64_t db_schema_known(void)
{
	return schema_steps[SCHEMA_STEP_COUNT - 1].number;
}

/* --- copying --- */

static int copy_pages(sqlite3_backup *copy, struct db_copying copying)
{
	int code = SQLITE_OK;

	while (code == SQLITE_OK) {
		code = sqlite3_backup_step(copy, COPY_PAGES);
		if (copying.told)
			copying.told(copying.ctx,
			    sqlite3_backup_pagecount(copy) - sqlite3_backup_remaining(copy),
			    sqlite3_backup_pagecount(copy));
	}
	return code;
}

/* The copy is no store in use: whoever opens it to read shall leave nothing beside it. */
static bool end_copy(struct db *to, const char *path, int code, struct err *e)
{
	if (code == SQLITE_DONE)
		code = sqlite3_exec(to->handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	switch (code) {
	case SQLITE_OK:
		return true;
	case SQLITE_FULL:
	case SQLITE_IOERR_WRITE: /* a limit on file sizes or a quota too */
		return err_fail(e, ERR_IO, "%s: cannot be written: the disk is full or failing", path);
	default:
		return fail(to, code, e);
	}
}

bool db_copy(struct db *db, const char *path, struct db_copying copying, struct err *e)
{
	SCOPED_DB *to = memory_alloc(1, sizeof(*to));
	sqlite3_backup *copy;
	int version, code;

	to->mode = DB_WRITE;
	if (!open_handle(to, path, e) || !execute(to, "PRAGMA synchronous = OFF", e) || !db_read_begin(db, e))
		return false;
	/* the first reading is what takes the state that all steps copy */
	if (!schema_version(db, &version, e)) {
		db_read_end(db);
		return false;
	}
	copy = sqlite3_backup_init(to->handle, "main", db->handle, "main");
	code = copy ? copy_pages(copy, copying) : sqlite3_errcode(to->handle);
	if (copy)
		sqlite3_backup_finish(copy);
	db_read_end(db);
	return end_copy(to, path, code, e);
}

bool db_check(struct db *db, struct err *e)
{
	sqlite3_stmt *query;
	int code = sqlite3_prepare_v2(db->handle, "PRAGMA integrity_check(1)", -1, &query, NULL);
	const char *says;
	bool good;

	if (code != SQLITE_OK)
		return fail(db, code, e);
	code = sqlite3_step(query);
	says = code == SQLITE_ROW ? (const char *)sqlite3_column_text(query, 0) : sqlite3_errmsg(db->handle);
	good = says && strcmp(says, "ok") == 0;
	if (!good)
		err_fail(e, ERR_STORE, "the store is damaged: %s", says ? says : "it cannot be read");
	sqlite3_finalize(query);
	return good;
}

/* $1, $2, ... must first appear in order: SQLite numbers them so, PostgreSQL by their digits. */
static void check_parameters(sqlite3_stmt *handle)
{
	int count = sqlite3_bind_parameter_count(handle);

	for (int i = 1; i <= count; i++) {
		char expected[16];

		snprintf(expected, sizeof(expected), "$%d", i);
		assert(strcmp(sqlite3_bind_parameter_name(handle, i), expected) == 0);
	}
}

struct statement *db_use(struct db *db, enum sql_id id)
{
	struct statement *s = &db->statements[id];

	s->db = db;
	s->failed = SQLITE_OK;
	db->work.uses++;
	if (s->handle) {
		sqlite3_reset(s->handle);
		sqlite3_clear_bindings(s->handle);
		return s;
	}
	s->failed = sqlite3_prepare_v3(
	    db->handle, sql_texts[id].sqlite, -1, SQLITE_PREPARE_PERSISTENT, &s->handle, NULL);
	if (s->failed == SQLITE_OK)
		check_parameters(s->handle);
	return s;
}

static void note(struct statement *s, int code)
{
	if (s->failed == SQLITE_OK)
		s->failed = code;
}

void db_bind_int(struct statement *s, int index, int64_t value)
{
	note(s, sqlite3_bind_int64(s->handle, index, value));
}

void db_bind_text(struct statement *s, int index, struct str value)
{
	note(s, sqlite3_bind_text64(
		    s->handle, index, value.ptr ? value.ptr : "", value.len, SQLITE_STATIC, SQLITE_UTF8));
}

void db_bind_blob(struct statement *s, int index, struct str value)
{
	note(s, sqlite3_bind_blob64(s->handle, index, value.ptr ? value.ptr : "", value.len, SQLITE_STATIC));
}

void db_bind_null(struct statement *s, int index)
{
	note(s, sqlite3_bind_null(s->handle, index));
}

bool db_row(struct statement *s, bool *has_row, struct err *e)
{
	int code = s->failed;

	if (code == SQLITE_OK)
		code = sqlite3_step(s->handle);
	if (code != SQLITE_ROW && code != SQLITE_DONE) {
		fail(s->db, code, e);
		sqlite3_reset(s->handle);
		return false;
	}
	*has_row = code == SQLITE_ROW;
	s->db->work.rows += *has_row;
	if (!*has_row)
		sqlite3_reset(s->handle);
	return true;
}

bool db_run(struct statement *s, struct err *e)
{
	bool has_row = true;

	while (has_row)
		if (!db_row(s, &has_row, e))
			return false;
	return true;
}

bool db_add(struct statement *s, int64_t *id, struct err *e)
{
	if (!db_run(s, e))
		return false;
	*id = sqlite3_changes(s->db->handle) ? sqlite3_last_insert_rowid(s->db->handle) : 0;
	return true;
}

int64_t db_int(struct statement *s, int column)
{
	return sqlite3_column_int64(s->handle, column);
}

struct str db_text(struct statement *s, int column)
{
	const void *text = sqlite3_column_text(s->handle, column);

	return (struct str){ text, (size_t)sqlite3_column_bytes(s->handle, column) };
}

struct str db_blob(struct statement *s, int column)
{
	const void *blob = sqlite3_column_blob(s->handle, column);

	return (struct str){ blob, (size_t)sqlite3_column_bytes(s->handle, column) };
}

bool db_is_null(struct statement *s, int column)
{
	return sqlite3_column_type(s->handle, column) == SQLITE_NULL;
}

struct db_work db_work(const struct db *db)
{
	return db->work;
}

void db_done(struct statement *s)
{
	sqlite3_reset(s->handle);
}
