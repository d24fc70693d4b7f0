/*
 * trail - an audit trail of a million entries, made, and what verifying it consists of: reading and hashing.
 *
 * usage: trail STORE make ENTRIES
 *        trail STORE read | hash
 *
 * make: a store with so many entries of about 450 bytes. Each of the others prints seconds and the entries it
 * took: read only reads, hash seals entries that are in memory, one after the other.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "records/trail.h"
#include "store/change.h"
#include "store/trails.h"

#define HASHED_MOST                                                                                          \
	100000 /* of the first entries, again and again: all would not fit into the caches either */

static void must(bool done, const struct err *e)
{
	if (done)
		return;
	fprintf(stderr, "trail: %s\n", e->text);
	exit(1);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void make(struct db *db, long entries)
{
	struct change_by by = { STR("m.sato"), { INT64_C(1782000000000000) }, STR("quarterly review"),
		STR_NONE, NULL, 0 };
	char object[32], old[160], new[160];
	struct change *change;
	struct err e = { 0 };

	must(change_open(db, &by, &change, &e), &e);
	for (long i = 0; i < entries; i++) {
		snprintf(object, sizeof(object), "casefile %ld", i % 10000 + 1);
		snprintf(old, sizeof(old),
		    "{\"record\":%ld,\"kind\":\"assessment\",\"facts\":{\"on\":\"2026-03-02\","
		    "\"exploitability\":"
		    "\"medium\",\"severity\":\"serious\"},\"more\":{}}",
		    i);
		snprintf(new, sizeof(new),
		    "{\"record\":%ld,\"kind\":\"assessment\",\"facts\":{\"on\":\"2026-03-04\","
		    "\"exploitability\":"
		    "\"low\",\"severity\":\"serious\"},\"more\":{}}",
		    i + 1);
		must(change_note(change, "bench.assessment", str_of(object), str_of(old), str_of(new), &e),
		    &e);
	}
	must(change_close(&change, &e), &e);
}

static bool take_read(void *ctx, const struct trail_entry *entry, struct err *e)
{
	long long *entries = ctx;

	(void)e;
	*entries += entry->number > 0;
	return true;
}

struct kept {
	struct arena arena;
	struct trail_entry *entries;
	size_t count;
};

static bool take_kept(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct kept *k = ctx;
	struct trail_entry *to;

	(void)e;
	if (k->count == HASHED_MOST)
		return true;
	to = &k->entries[k->count++];
	*to = *entry;
	to->who = arena_copy(&k->arena, entry->who);
	to->what = arena_copy(&k->arena, entry->what);
	to->object = arena_copy(&k->arena, entry->object);
	to->old = arena_copy(&k->arena, entry->old);
	to->new = arena_copy(&k->arena, entry->new);
	to->why = arena_copy(&k->arena, entry->why);
	return true;
}

static void hash(struct db *db)
{
	struct sha256_stream *stream = sha256_open();
	struct kept k = { 0 };
	struct err e = { 0 };
	double since;
	long good = 0;

	k.entries = arena_alloc(&k.arena, HASHED_MOST, sizeof(*k.entries));
	must(trail_read(db, STR_NONE, (struct trail_sink){ &k, take_kept }, &e), &e);
	since = now();
	for (size_t i = 0; i < k.count; i++) {
		struct sha256 seal = trail_seal_next(stream, &k.entries[i]);

		good += memcmp(&seal, &k.entries[i].digest, sizeof(seal)) == 0;
	}
	printf("%.6f %ld\n", now() - since, good);
	sha256_drop(stream);
	arena_free(&k.arena);
}

static void read_only(struct db *db)
{
	struct err e = { 0 };
	double since = now();
	long long entries = 0;

	must(trail_read(db, STR_NONE, (struct trail_sink){ &entries, take_read }, &e), &e);
	printf("%.6f %lld\n", now() - since, entries);
}

int main(int argc, char **argv)
{
	struct db *db;
	struct err e = { 0 };

	if (argc < 3)
		return 2;
	must(db_open(argv[1], DB_WRITE, &db, &e), &e);
	if (strcmp(argv[2], "make") == 0 && argc == 4)
		make(db, strtol(argv[3], NULL, 10));
	else if (strcmp(argv[2], "hash") == 0)
		hash(db);
	else
		read_only(db);
	db_close(db);
	return 0;
}
