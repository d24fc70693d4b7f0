/*
 * parts - what the smallest pieces of work take: a version, a CPE name, a package URL, a CVSS vector.
 *
 * usage: parts WORK FILE
 *
 * WORK is key, compare, strverscmp, cpe, match, purl or cvss; FILE has a text a line. Prints the seconds that
 * one text takes, and a sum over the answers, which another program for the same work must come to as well.
 * The least of some rounds: what else the machine does is no part of it.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "assessment/cvss.h"
#include "identity/cpe.h"
#include "identity/purl.h"
#include "identity/version_key.h"
#include "inventory/component.h"
#include "matching/match.h"

enum { ROUNDS = 7, RANGES = 64 };

struct texts {
	struct arena arena;
	struct str *lines;
	struct str *keys; /* of versions */
	struct identity *identities;
	struct sought **sought; /* of CPE names, with the ranges they are held against */
	struct range ranges[RANGES];
	size_t count, room;
};

/* What one round comes to; scratch is the work's own. */
struct sum {
	uint64_t total;
	size_t items;
	struct arena scratch;
};

static void keys(struct texts *t, struct sum *sum)
{
	SCOPED_BUF key = buf_new(1024 * 1024);
	struct err e;

	for (size_t i = 0; i < t->count; i++) {
		buf_clear(&key);
		sum->total += version_key(VERSION_GENERIC, t->lines[i], &key, &e);
	}
	sum->items = t->count;
}

static void compare(struct texts *t, struct sum *sum)
{
	for (size_t i = 1; i < t->count; i++)
		sum->total += str_cmp(t->keys[i - 1], t->keys[i]) < 0;
	sum->items = t->count - 1;
}

static void compare_plainly(struct texts *t, struct sum *sum)
{
	for (size_t i = 1; i < t->count; i++)
		sum->total += strverscmp(t->lines[i - 1].ptr, t->lines[i].ptr) < 0;
	sum->items = t->count - 1;
}

static void parse_cpes(struct texts *t, struct sum *sum)
{
	struct cpe cpe;
	struct err e;

	for (size_t i = 0; i < t->count; i++) {
		arena_reset(&sum->scratch);
		sum->total += cpe_parse(t->lines[i], &sum->scratch, &cpe, &e);
	}
	sum->items = t->count;
}

static void match_cpes(struct texts *t, struct sum *sum)
{
	for (size_t i = 0; i < t->count; i++)
		for (size_t k = 0; k < RANGES; k++)
			sum->total += match_sought_meets(&t->identities[i], t->sought[i], &t->ranges[k],
					  &t->arena) != MEETS_NOT;
	sum->items = t->count * RANGES;
}

static void parse_purls(struct texts *t, struct sum *sum)
{
	struct purl purl;
	struct err e;

	for (size_t i = 0; i < t->count; i++) {
		arena_reset(&sum->scratch);
		sum->total += purl_parse(t->lines[i], &sum->scratch, &purl, &e) ? purl.name.len : 0;
	}
	sum->items = t->count;
}

static void score(struct texts *t, struct sum *sum)
{
	struct cvss_scores scores;
	struct cvss cvss;
	struct err e;

	for (size_t i = 0; i < t->count; i++)
		if (cvss_parse(t->lines[i], &cvss, &e)) {
			cvss_score(&cvss, &scores);
			sum->total += (uint64_t)scores.base;
		}
	sum->items = t->count;
}

static void make_keys(struct texts *t)
{
	SCOPED_BUF key = buf_new(1024 * 1024);
	struct err e;

	t->keys = arena_alloc(&t->arena, t->count, sizeof(*t->keys));
	for (size_t i = 0; i < t->count; i++) {
		buf_clear(&key);
		if (version_key(VERSION_GENERIC, t->lines[i], &key, &e))
			t->keys[i] = arena_copy(&t->arena, buf_str(&key));
	}
}

/* Each name as a component's identity; the ranges of some as records have them, up to their version. */
static void make_identities(struct texts *t)
{
	struct err e;

	t->identities = arena_alloc(&t->arena, t->count, sizeof(*t->identities));
	t->sought = arena_alloc(&t->arena, t->count, sizeof(*t->sought));
	for (size_t i = 0; i < t->count; i++) {
		struct cpe cpe;

		if (!cpe_parse(t->lines[i], &t->arena, &cpe, &e))
			continue;
		t->identities[i] = (struct identity){ .kind = PACKAGE_CPE,
			.version = cpe_unescape(cpe.attribute[CPE_VERSION], &t->arena),
			.scheme = VERSION_GENERIC };
		t->sought[i] = match_seek(&t->identities[i], &t->arena);
	}
	for (size_t k = 0; k < RANGES; k++) {
		struct affected up_to = { .kind = PACKAGE_CPE,
			.scheme = VERSION_GENERIC,
			.high = t->identities[k * t->count / RANGES].version,
			.config = -1 };

		t->ranges[k] = range_of(&up_to, 1, &t->arena);
	}
}

static const struct work {
	const char *name;
	void (*prepare)(struct texts *t);
	void (*run)(struct texts *t, struct sum *sum);
} works[] = {
	{ "key", NULL, keys },
	{ "compare", make_keys, compare },
	{ "strverscmp", NULL, compare_plainly },
	{ "cpe", NULL, parse_cpes },
	{ "match", make_identities, match_cpes },
	{ "purl", NULL, parse_purls },
	{ "cvss", NULL, score },
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void measure(const struct work *work, struct texts *t)
{
	struct sum sum = { 0 };
	double least = 0;

	if (work->prepare)
		work->prepare(t);
	for (int round = 0; round < ROUNDS; round++) {
		double since = now(), took;

		sum.total = 0;
		work->run(t, &sum);
		took = (now() - since) / (double)sum.items;
		if (round == 0 || took < least)
			least = took;
	}
	printf("%.12f %" PRIu64 "\n", least, sum.total);
	arena_free(&sum.scratch);
}

/* Each with a closing NUL, which strverscmp wants. */
static bool read_lines(const char *path, struct texts *t)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;
	ssize_t len;

	if (!file)
		return false;
	while ((len = getline(&line, &room, file)) > 0) {
		struct str text = { line, (size_t)len - (line[len - 1] == '\n') };

		t->lines = arena_room(&t->arena, t->lines, t->count, &t->room, sizeof(*t->lines));
		t->lines[t->count++] = (struct str){ arena_text(&t->arena, text), text.len };
	}
	free(line);
	return fclose(file) == 0 && t->count > RANGES;
}

int main(int argc, char **argv)
{
	struct texts t = { 0 };

	if (argc != 3 || !read_lines(argv[2], &t))
		return 2;
	for (size_t i = 0; i < COUNT(works); i++)
		if (strcmp(works[i].name, argv[1]) == 0)
			measure(&works[i], &t);
	arena_free(&t.arena);
	return 0;
}
