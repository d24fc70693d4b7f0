/*
 * changes - bare SQLite taking changed advisories: the yardstick SQ of an incremental update.
 *
 * usage: changes STORE make ADVISORIES RANGES BYTES
 *        changes STORE CHANGED
 *
 * make: a store of so many advisories, each with RANGES rows of ranges and BYTES of text; packages as many as
 * half the advisories. Then CHANGED of them, spread evenly, get other dates, text and ranges: rows by key,
 * prepared, in one durable transaction (WAL, synchronous FULL). Nothing is parsed, compared, matched or
 * recorded.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGEST_BYTES 16

static sqlite3 *db;

static void must(int code)
{
	if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
		return;
	fprintf(stderr, "changes: %s\n", sqlite3_errmsg(db));
	exit(1);
}

static sqlite3_stmt *prepare(const char *sql)
{
	sqlite3_stmt *s;

	must(sqlite3_prepare_v2(db, sql, -1, &s, NULL));
	return s;
}

static void run(sqlite3_stmt *s)
{
	must(sqlite3_step(s));
	must(sqlite3_reset(s));
}

static void execute(const char *sql)
{
	must(sqlite3_exec(db, sql, NULL, NULL, NULL));
}

/* Scattered, the same in every run. */
static sqlite3_int64 package_of(sqlite3_int64 advisory, int range, sqlite3_int64 packages)
{
	return (sqlite3_int64)(((unsigned long long)advisory * 2654435761u + (unsigned)range * 40503u) %
			       (unsigned long long)packages);
}

/* No two alike, and nothing that compresses. */
static void fill(unsigned char *text, int bytes, sqlite3_int64 seed)
{
	unsigned long long z = (unsigned long long)seed;

	for (int i = 0; i < bytes; i++) {
		z = z * 6364136223846793005u + 1442695040888963407u;
		text[i] = (unsigned char)(z >> 56);
	}
}

struct shape {
	sqlite3_int64 advisories;
	int ranges, bytes;
};

static void put_ranges(sqlite3_stmt *insert, const struct shape *shape, sqlite3_int64 advisory, int shift)
{
	for (int i = 0; i < shape->ranges; i++) {
		sqlite3_bind_int64(insert, 1, package_of(advisory, i, shape->advisories / 2 + 1));
		sqlite3_bind_int64(insert, 2, advisory);
		sqlite3_bind_int(insert, 3, i);
		sqlite3_bind_int64(insert, 4, advisory * 7 + i + shift);
		sqlite3_bind_int64(insert, 5, advisory * 9 + i + shift);
		run(insert);
	}
}

static void put_advisory(sqlite3_stmt *put, const struct shape *shape, sqlite3_int64 advisory, int shift)
{
	unsigned char *text = malloc((size_t)shape->bytes + 1);
	char name[32];

	if (!text)
		exit(1);
	fill(text, shape->bytes, advisory + shift);
	snprintf(name, sizeof(name), "CVE-%lld-%lld", 2000 + advisory % 25, advisory);
	sqlite3_bind_int64(put, 1, advisory);
	sqlite3_bind_text(put, 2, name, -1, SQLITE_STATIC);
	sqlite3_bind_int64(put, 3, 1700000000 + advisory + shift);
	sqlite3_bind_blob(
	    put, 4, text, shape->bytes < DIGEST_BYTES ? shape->bytes : DIGEST_BYTES, SQLITE_STATIC);
	sqlite3_bind_blob(put, 5, text, shape->bytes, SQLITE_STATIC);
	run(put);
	free(text);
}

#define PUT_ADVISORY "INSERT OR REPLACE INTO advisory VALUES (?, ?, ?, ?, ?)"
#define PUT_RANGE "INSERT INTO package_range VALUES (?, ?, ?, ?, ?)"

static void make(const struct shape *shape)
{
	sqlite3_stmt *advisory, *range;

	execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
	execute(
	    "CREATE TABLE advisory (id INTEGER PRIMARY KEY, name TEXT UNIQUE, modified INTEGER, digest BLOB,"
	    " text BLOB);"
	    "CREATE TABLE package_range (package INTEGER, advisory INTEGER, seq INTEGER, low INTEGER,"
	    " high INTEGER, PRIMARY KEY (package, advisory, seq)) WITHOUT ROWID;"
	    "CREATE INDEX range_by_advisory ON package_range (advisory); BEGIN");
	advisory = prepare(PUT_ADVISORY);
	range = prepare(PUT_RANGE);
	for (sqlite3_int64 i = 1; i <= shape->advisories; i++) {
		put_advisory(advisory, shape, i, 0);
		put_ranges(range, shape, i, 0);
	}
	sqlite3_finalize(advisory);
	sqlite3_finalize(range);
	execute("COMMIT");
}

static sqlite3_int64 value(const char *sql)
{
	sqlite3_stmt *s = prepare(sql);
	sqlite3_int64 found;

	must(sqlite3_step(s));
	found = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return found;
}

static void change(sqlite3_int64 count)
{
	struct shape shape = { value("SELECT max(id) FROM advisory"),
		(int)value("SELECT count(*) FROM package_range WHERE advisory = 1"),
		(int)value("SELECT length(text) FROM advisory WHERE id = 1") };
	sqlite3_stmt *advisory, *range, *drop;

	execute("PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
	advisory = prepare(PUT_ADVISORY);
	range = prepare(PUT_RANGE);
	drop = prepare("DELETE FROM package_range WHERE advisory = ?");
	for (sqlite3_int64 i = 0; i < count; i++) {
		sqlite3_int64 id = 1 + i * shape.advisories / count;

		put_advisory(advisory, &shape, id, 1);
		sqlite3_bind_int64(drop, 1, id);
		run(drop);
		put_ranges(range, &shape, id, 1);
	}
	sqlite3_finalize(advisory);
	sqlite3_finalize(range);
	sqlite3_finalize(drop);
	execute("COMMIT");
}

int main(int argc, char **argv)
{
	struct shape shape = { 0 };

	if ((argc != 3 && argc != 6) || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 2;
	if (argc == 3) {
		change(strtoll(argv[2], NULL, 10));
	} else {
		shape = (struct shape){ strtoll(argv[3], NULL, 10), (int)strtol(argv[4], NULL, 10),
			(int)strtol(argv[5], NULL, 10) };
		make(&shape);
	}
	return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
