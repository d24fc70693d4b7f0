/* The shipped rules against the names that real records use. */
#include "check.h"

#include "base/vec.h"
#include "formats/unpack.h"
#include "matching/alias.h"
#include "sources/feeds/feeds.h"

#define RULE_NAMES_MOST 64

struct wanted {
	struct alias_name name;
	bool seen;
};

struct table {
	struct wanted *names; /* CPE and plain names of all rules, sorted */
	size_t count, room;
};

static int by_name(const void *left, const void *right)
{
	const struct wanted *a = left, *b = right;
	int sign = (a->name.kind > b->name.kind) - (a->name.kind < b->name.kind);

	return sign ? sign : str_cmp(a->name.package, b->name.package);
}

static void list_names(struct table *t)
{
	for (size_t rule = 0; rule < alias_shipped_count(); rule++) {
		struct alias_name names[RULE_NAMES_MOST];
		const char *why;
		size_t count = alias_shipped(rule, names, COUNT(names), &why);

		for (size_t i = 0; i < count; i++) {
			if (names[i].kind == PACKAGE_PURL)
				continue;
			t->names = vec_room(t->names, &t->room, t->count + 1, sizeof(*t->names));
			t->names[t->count++] = (struct wanted){ names[i], false };
		}
	}
	vec_sort(t->names, t->count, sizeof(*t->names), by_name);
}

static void see(struct table *t, const struct affected *row)
{
	struct wanted key = { { row->kind, row->package }, false };
	struct wanted *found = bsearch(&key, t->names, t->count, sizeof(key), by_name);

	if (found)
		found->seen = true;
}

static bool see_advisory(void *ctx, const struct advisory *a, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < a->affected_count; i++)
		see(ctx, &a->affected[i]);
	for (size_t i = 0; i < a->config_count; i++)
		for (size_t k = 0; k < a->configs[i].count; k++)
			if (a->configs[i].nodes[k].op == CONFIG_LEAF)
				see(ctx, &a->configs[i].nodes[k].leaf);
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
	const struct feed *feed = feed_find(in);
	struct advisory_sink sink = { .ctx = ctx, .advisory = see_advisory, .skipped = pass_over };

	return !feed || feed->read(in, sink, e);
}

/* Words of the table that no record of the data has are marked there with "~". */
static bool is_marked(struct alias_name name)
{
	FILE *file = fopen(CHECK_SOURCE "/src/matching/aliases.txt", "r");
	char line[8192];
	bool marked = false;

	assert_non_null(file);
	while (!marked && fgets(line, sizeof(line), file)) {
		struct str rest = str_of(line), word;

		while (!marked && str_next(&rest, ' ', &word))
			marked =
			    word.len > 1 && word.ptr[0] == '~' && str_eq(str_from(word, 1), name.package);
	}
	fclose(file);
	return marked;
}

static void their_names_stand_in_real_records(void **state)
{
	static const char *const files[] = { "feeds/nvd-2.0/nvdcve-2.0-2002.json.zst",
		"feeds/nvd-overrides/anchore-nvd-overrides-2026-08-21.tar.zst",
		"feeds/cve5/vulnrichment-2024-10-24.tar.zst" };
	SCOPED_ARENA arena = { 0 };
	struct table t = { 0 };
	size_t seen = 0;

	(void)state;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
	printf("# skipped: the table is the same there, and reading all feeds is slow\n");
	skip();
#endif
	list_names(&t);
	for (size_t i = 0; i < COUNT(files); i++) {
		struct str file = str_of(check_data(files[i])), folder;
		struct err e = { 0 };

		if (!file.ptr) {
			free(t.names);
			skip();
		}
		assert_true(str_cut_last(&file, '/', &folder));
		assert_true(
		    unpack_path(arena_text(&arena, folder), (struct unpack_sink){ &t, read_document }, &e));
	}
	for (size_t i = 0; i < t.count; i++) {
		CASE(t.names[i].name.package.ptr);
		assert_true(t.names[i].seen || is_marked(t.names[i].name));
		seen += t.names[i].seen;
	}
	CASE(NULL);
	printf("# %zu rules, %zu of %zu CPE and plain names found in records\n", alias_shipped_count(), seen,
	    t.count);
	free(t.names);
}

TESTS(cmocka_unit_test(their_names_stand_in_real_records))
