/*
 * store_folder - a folder of its own for each test of the store, and what stands in a store as one digest.
 */
#pragma once
#include "check.h"

#include <ftw.h>
#include <sqlite3.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/crypto.h"

static char folder[256];

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static void remove_folder(void)
{
	if (*folder)
		nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Before each test; the one before has its folder taken away. */
static int make_folder(void **state)
{
	const char *place = getenv("TMPDIR");

	(void)state;
	if (*folder)
		remove_folder();
	else
		atexit(remove_folder);
	snprintf(folder, sizeof(folder), "%s/aftercare-test-XXXXXX", place && *place ? place : P_tmpdir);
	return mkdtemp(folder) ? 0 : -1;
}

#define IN_FOLDER(test) cmocka_unit_test_setup(test, make_folder)

/* A path in the folder; good until 8 further ones were asked for. */
static inline const char *in_folder(const char *name)
{
	static char paths[8][512];
	static int next;

	next = (next + 1) % 8;
	snprintf(paths[next], sizeof(paths[next]), "%s/%s", folder, name);
	return paths[next];
}

static inline const char *write_file(const char *name, struct str content)
{
	const char *path = in_folder(name);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(content.ptr, 1, content.len, file), content.len);
	assert_int_equal(fclose(file), 0);
	return path;
}

static inline void run_sql(const char *path, const char *sql, char *message, size_t size)
{
	sqlite3 *db;
	char *why = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db, sql, NULL, NULL, &why);
	snprintf(message, size, "%s", why ? why : "");
	sqlite3_free(why);
	sqlite3_close(db);
}

static inline long count_sql(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *query;
	long count;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(query), SQLITE_ROW);
	count = (long)sqlite3_column_int64(query, 0);
	sqlite3_finalize(query);
	sqlite3_close(db);
	return count;
}

/* Every row of every table but those that tell of imports rather than of what was imported. */
static inline void digest_of_store(const char *path, char hex[SHA256_HEX_SIZE])
{
	SCOPED_BUF all = buf_new(64 * 1024 * 1024);
	sqlite3 *db;
	sqlite3_stmt *tables, *rows;
	struct sha256 digest;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db,
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN"
		" ('source', 'feed_file', 'trail', 'trail_head') AND name NOT LIKE 'sqlite%' ORDER BY name",
		-1, &tables, NULL),
	    SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		char sql[256];

		snprintf(sql, sizeof(sql), "SELECT * FROM \"%s\" ORDER BY 1, 2",
		    (const char *)sqlite3_column_text(tables, 0));
		assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &rows, NULL), SQLITE_OK);
		while (sqlite3_step(rows) == SQLITE_ROW)
			for (int i = 0; i < sqlite3_column_count(rows); i++) {
				const void *value = sqlite3_column_blob(rows, i);

				buf_varint(&all, (uint64_t)sqlite3_column_type(rows, i));
				buf_text(&all, (struct str){ value, (size_t)sqlite3_column_bytes(rows, i) });
			}
		sqlite3_finalize(rows);
	}
	sqlite3_finalize(tables);
	sqlite3_close(db);
	assert_false(buf_full(&all));
	digest = sha256_of(buf_str(&all));
	sha256_hex(&digest, hex);
}
