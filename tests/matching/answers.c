#include "matching/answers.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "sources/feeds/feeds.h"
#include "store/advisories.h"

struct answers {
	struct db *db;
	struct advisories *adding; /* NULL once everything is in */
};

/* What a test cannot do without. */
static void must(bool done, const struct err *e)
{
	if (done)
		return;
	printf("# %s\n", e->text);
	abort();
}

struct answers *answers_new(void)
{
	struct answers *a = memory_alloc(1, sizeof(*a));
	struct err e = { 0 };

	must(db_open("", DB_SCRATCH, &a->db, &e) && db_begin(a->db, &e), &e);
	a->adding = advisories_new(a->db, (struct instant){ 0 });
	return a;
}

void answers_free(struct answers *a)
{
	if (!a)
		return;
	advisories_free(a->adding);
	db_close(a->db);
	free(a);
}

void answers_add(struct answers *a, const struct advisory *adv)
{
	struct advisory bare = *adv;
	enum put_result result;
	struct err e = { 0 };

	bare.raw_shared = true;
	must(advisories_put(a->adding, &bare, &result, &e), &e);
}

static bool take_advisory(void *ctx, const struct advisory *adv, struct err *e)
{
	const struct picking *picking = ctx;

	(void)e;
	picking->takes(picking->ctx, adv);
	return true;
}

static bool pass_over(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)why;
	(void)e;
	return true;
}

static bool read_document(void *ctx, struct input *in, struct err *e)
{
	struct picking *picking = ctx;
	struct advisory_sink sink = { .ctx = picking, .advisory = take_advisory, .skipped = pass_over };
	const struct feed *feed;

	if (picking->opens && !picking->opens(picking->ctx, input_name(in)))
		return true;
	feed = feed_find(in);
	return !feed || feed->read(in, sink, e);
}

void answers_read(const char *path, struct picking picking)
{
	struct err e = { 0 };

	must(unpack_path(path, (struct unpack_sink){ &picking, read_document }, &e), &e);
}

static void end_adding(struct answers *a)
{
	struct err e = { 0 };

	if (!a->adding)
		return;
	must(advisories_finish(a->adding, &e) && db_commit(a->db, &e), &e);
	advisories_free(a->adding);
	a->adding = NULL;
}

static void see_rows(struct scanner *scanner, answers_see *see, void *ctx)
{
	const struct scan_row *row;
	struct err e = { 0 };

	do {
		must(scan_next(scanner, &row, &e), &e);
		if (row)
			see(ctx, row);
	} while (row);
}

void answers_scan(
    struct answers *a, const struct component *components, size_t count, answers_see *see, void *ctx)
{
	SCOPED_SCANNER *scanner = NULL;
	struct err e = { 0 };

	end_adding(a);
	must(db_read_begin(a->db, &e) && scan_open(a->db, components, count, NULL, &scanner, &e), &e);
	see_rows(scanner, see, ctx);
	must(scan_turn_to_hints(scanner, &e), &e);
	see_rows(scanner, see, ctx);
	db_read_end(a->db);
}
