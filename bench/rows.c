/*
 * rows - bare SQLite writing rows of five integers in one transaction: the yardstick SQ of bench/run.
 *
 * usage: rows STORE COUNT
 *
 * Prepared, durable (WAL, synchronous FULL), keyed by the first two, in their order.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void must(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
		fprintf(stderr, "rows: %s\n", sqlite3_errmsg(db));
		exit(1);
	}
}

int main(int argc, char **argv)
{
	long count = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
	sqlite3_stmt *insert;
	sqlite3 *db;

	if (count <= 0 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 2;
	must(db, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
	must(db, "CREATE TABLE pair (component INTEGER, advisory INTEGER, a INTEGER, b INTEGER, c INTEGER,"
		 " PRIMARY KEY (component, advisory)) WITHOUT ROWID; BEGIN");
	if (sqlite3_prepare_v2(db, "INSERT INTO pair VALUES (?, ?, ?, ?, ?)", -1, &insert, NULL) != SQLITE_OK)
		return 1;
	for (long i = 0; i < count; i++) {
		sqlite3_bind_int64(insert, 1, i / 75);
		sqlite3_bind_int64(insert, 2, i % 75 * 1000);
		for (int k = 3; k <= 5; k++)
			sqlite3_bind_int64(insert, k, i * k);
		if (sqlite3_step(insert) != SQLITE_DONE)
			return 1;
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	must(db, "COMMIT");
	return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
