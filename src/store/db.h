/*
 * db - the thin interface to a database; SQLite serves it (db_sqlite.c).
 *
 * Statements are named in store/sql/ and prepared once for a connection. A connection belongs to one thread
 * at a time. Binding cannot fail by itself: what went wrong is reported by the step. Texts and blobs bound
 * must live until the statement has given its last row or an error, or db_done().
 */
#pragma once
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "generated/sql.h"

struct db;
struct statement;

enum db_mode {
	DB_READ,   /* must exist; refuses every change */
	DB_WRITE,  /* must exist, or is made where the place allows it */
	DB_CHANGE, /* as DB_WRITE, but must exist */
	DB_SCRATCH /* a store of this process alone, in a file that vanishes; url is ignored */
};

/* url is "sqlite:PATH" or a bare path. Brings an older schema up to date (DB_WRITE); refuses a newer one.
 * Codes: ERR_STORE, ERR_IO where there is no such store, ERR_CONFLICT where another process is changing it.
 */
MUST_CHECK bool db_open(const char *url, enum db_mode mode, struct db **out, struct err *e);
void db_close(struct db *db);

/* The statement, reset and without values; parameters count from 1. */
struct statement *db_use(struct db *db, enum sql_id id);
void db_bind_int(struct statement *s, int index, int64_t value);
void db_bind_text(struct statement *s, int index, struct str value);
void db_bind_blob(struct statement *s, int index, struct str value);
void db_bind_null(struct statement *s, int index);

/* The next row, if there is one. */
MUST_CHECK bool db_row(struct statement *s, bool *has_row, struct err *e);
/* To the end; for statements that give no rows. */
MUST_CHECK bool db_run(struct statement *s, struct err *e);
/* As db_run, for an INSERT into a table that gives its rows their ids: *id is the new row's; 0 where ON
 * CONFLICT DO NOTHING did nothing. For bulk: RETURNING takes a table of its own each time. */
MUST_CHECK bool db_add(struct statement *s, int64_t *id, struct err *e);
/* Columns count from 0; views are valid until the statement moves on. */
int64_t db_int(struct statement *s, int column);
struct str db_text(struct statement *s, int column);
struct str db_blob(struct statement *s, int column);
/* As db_text, in the arena. */
static inline struct str db_text_copy(struct statement *s, int column, struct arena *arena)
{
	return arena_copy(arena, db_text(s, column));
}
bool db_is_null(struct statement *s, int column);
/* Lets go of the row and its locks; the next db_use does so too. */
void db_done(struct statement *s);

/* The file of a store; ERR_USAGE where it lies in none. */
MUST_CHECK bool db_path(const char *url, const char **path, struct err *e);
/* The number of the newest step of its schema; of those that this program knows. */
MUST_CHECK bool db_schema(struct db *db, int64_t *number, struct err *e);
int64_t db_schema_known(void);

struct db_copying {
	void *ctx;
	void (*told)(void *ctx, int64_t done, int64_t all); /* pages; NULL: nobody is told */
};
/* Puts all of it, one state, into the file at path, which is there and empty. Others read and write
 * meanwhile. ERR_IO where the file cannot be written. */
MUST_CHECK bool db_copy(struct db *db, const char *path, struct db_copying copying, struct err *e);
/* Is it built as it must be, page by page, row by row? ERR_STORE says what is not. */
MUST_CHECK bool db_check(struct db *db, struct err *e);

/* A read transaction: what is read between them is one state. One within another is part of it. */
MUST_CHECK bool db_read_begin(struct db *db, struct err *e);
void db_read_end(struct db *db);

/* A number that is another one after anything in the store was changed through any other connection, of this
 * process or another; of one connection alone, and within a read transaction that of the state it reads. */
MUST_CHECK bool db_version(struct db *db, int64_t *version, struct err *e);
/* This connection will read for as long as a server runs: more of the store stays in its memory (16 MB). */
void db_serve(struct db *db);

/* Of store/row_seals.h: what the transaction touched; NULL: nothing yet. Goes with the connection. */
struct row_touches;
struct row_touches **db_touches(struct db *db);

/* What a connection has done so far, for who holds a cost to what it may be. */
struct db_work {
	uint64_t uses; /* statements begun */
	uint64_t rows; /* that they gave */
};
struct db_work db_work(const struct db *db);

/* Before and after a change that writes more than stands in the store: more cache; and where the store is
 * nearly empty, a rollback journal, which new pages need not pass through, in place of the write-ahead log.
 * Outside transactions. */
void db_bulk(struct db *db, bool on);

/* How long a process waits for another one that writes. */
#define DB_WAIT_MS 10000
/* This connection waits so long instead, until it is told otherwise. */
void db_wait(struct db *db, int ms);

/* Write transactions; for store/change.c and schema steps. Waits some seconds for another process, then
 * ERR_CONFLICT. */
MUST_CHECK bool db_begin(struct db *db, struct err *e);
MUST_CHECK bool db_commit(struct db *db, struct err *e);
void db_rollback(struct db *db);

static inline void db_scoped_close(struct db **db)
{
	db_close(*db);
}
#define SCOPED_DB __attribute__((cleanup(db_scoped_close))) struct db
