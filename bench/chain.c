/*
 * chain - what reading an audit trail and hashing its chain takes at best: bare SQLite gives the rows, bare
 * libcrypto hashes each behind the one before. Nothing else is asked of an entry.
 *
 * usage: chain STORE
 *
 * Prints seconds and the entries that hold.
 */
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ENTRY_MOST 65536 /* bytes; none of the benchmark's has a thousand */
#define DIGEST_BYTES 32

struct chain {
	EVP_MD_CTX *hash;
	unsigned char entry[ENTRY_MOST], last[DIGEST_BYTES];
	size_t used;
};

static void must(int done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "chain: %s\n", what);
	exit(1);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void add(struct chain *c, const void *bytes, size_t count)
{
	must(count <= ENTRY_MOST - c->used, "an entry is too long");
	if (count)
		memcpy(c->entry + c->used, bytes, count);
	c->used += count;
}

static void add_number(struct chain *c, int64_t n)
{
	uint64_t bytes = __builtin_bswap64((uint64_t)n);

	add(c, &bytes, sizeof(bytes));
}

static void add_field(struct chain *c, sqlite3_stmt *row, int column)
{
	const unsigned char *text = sqlite3_column_text(row, column);
	int count = sqlite3_column_bytes(row, column);
	unsigned char present = text != NULL;

	add(c, &present, 1);
	add_number(c, count);
	add(c, text, (size_t)count);
}

/* The columns stand in the order in which they are hashed; the digest is the last. */
static int holds(struct chain *c, sqlite3_stmt *row)
{
	static const char head[] = "aftercare trail 1";
	unsigned char digest[EVP_MAX_MD_SIZE];

	c->used = 0;
	add(c, head, sizeof(head));
	add(c, c->last, sizeof(c->last));
	add_number(c, sqlite3_column_int64(row, 0));
	add_number(c, sqlite3_column_int64(row, 1));
	for (int column = 2; column < 8; column++)
		add_field(c, row, column);
	must(EVP_DigestInit_ex(c->hash, NULL, NULL) == 1 &&
		 EVP_DigestUpdate(c->hash, c->entry, c->used) == 1 &&
		 EVP_DigestFinal_ex(c->hash, digest, NULL) == 1,
	    "libcrypto");
	memcpy(c->last, digest, sizeof(c->last));
	return sqlite3_column_bytes(row, 8) == DIGEST_BYTES &&
	       memcmp(sqlite3_column_blob(row, 8), digest, DIGEST_BYTES) == 0;
}

int main(int argc, char **argv)
{
	static struct chain c;
	sqlite3 *db;
	sqlite3_stmt *rows;
	long long good = 0;
	double since;

	must(argc == 2, "usage: chain STORE");
	must(sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK,
	    "no store");
	c.hash = EVP_MD_CTX_new();
	must(c.hash && EVP_DigestInit_ex(c.hash, EVP_sha256(), NULL) == 1, "libcrypto");
	since = now();
	must(sqlite3_prepare_v2(db,
		 "SELECT number, at, who, what, object, old, new, why, digest FROM trail ORDER BY number", -1,
		 &rows, NULL) == SQLITE_OK,
	    sqlite3_errmsg(db));
	while (sqlite3_step(rows) == SQLITE_ROW)
		good += holds(&c, rows);
	printf("%.6f %lld\n", now() - since, good);
	sqlite3_finalize(rows);
	sqlite3_close(db);
	EVP_MD_CTX_free(c.hash);
	return 0;
}
