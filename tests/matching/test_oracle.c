/*
 * What import and scan find, against a matcher that knows no store, no packing, no keys and no index: every
 * component against every row of every record as the reader gave it, versions compared side by side, and each
 * configuration walked as the tree that it is, over the whole release.
 */
#include "check.h"

#include "actions/feeds/import_feed.h"
#include "actions/matching/scan.h"
#include "actions/sboms/load_sbom.h"
#include "base/vec.h"
#include "formats/unpack.h"
#include "identity/version_compare.h"
#include "matching/plain_ways.h"
#include "sources/feeds/feeds.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
static const char *const years[] = { "2003" };
enum { SYNTHETIC = 60 };
#else
static const char *const years[] = { "2005", "2017", "2018", "2021" };
enum { SYNTHETIC = 300 };
#endif

struct world {
	struct arena arena;
	struct plain_rules rules;
	struct ways *ways; /* of each component */
	struct advisory *advisories;
	size_t advisory_count, advisory_room;
	struct component *components;
	size_t component_count, component_room;
};

/* What was found, a line each: "component CVE state". */
struct lines {
	char **lines;
	size_t count, room;
};

static bool keep_advisory(void *ctx, const struct advisory *a, struct err *e)
{
	struct world *w = ctx;
	struct advisory bare = *a;

	(void)e;
	bare.raw = STR("");
	w->advisories = vec_room(w->advisories, &w->advisory_room, w->advisory_count + 1, sizeof(*a));
	w->advisories[w->advisory_count++] = advisory_copy(&bare, &w->arena);
	return true;
}

static bool keep_nothing(void *ctx, const struct err *why, struct err *e)
{
	(void)ctx;
	(void)why;
	(void)e;
	return true;
}

static bool read_feed(void *ctx, struct input *in, struct err *e)
{
	const struct feed *feed = feed_find(in);
	struct advisory_sink sink = { .ctx = ctx, .advisory = keep_advisory, .skipped = keep_nothing };

	assert_non_null(feed);
	return feed->read(in, sink, e);
}

static bool is_text(struct str s, const char *text)
{
	return str_eq(s, str_of(text));
}

static struct component *new_component(struct world *w, size_t identities)
{
	struct component *c;

	w->components =
	    vec_room(w->components, &w->component_room, w->component_count + 1, sizeof(*w->components));
	c = &w->components[w->component_count++];
	*c = (struct component){ .identities = arena_alloc(&w->arena, identities, sizeof(*c->identities)),
		.identity_count = identities };
	return c;
}

/* The same as a package of Debian, where a rule says that the two are one: what it is to be compared with is
 * in the version, between what Debian adds. */
static void add_packaged(struct world *w, const struct affected *row, struct str version, size_t number)
{
	for (size_t i = 0; i < w->rules.count; i++) {
		struct str deb = STR("");
		bool names_row = false;

		for (size_t k = 0; k < w->rules.rules[i].count; k++) {
			names_row |= str_eq(w->rules.rules[i].names[k], row->package);
			if (str_starts(w->rules.rules[i].names[k], STR("distro/")))
				deb = str_from(w->rules.rules[i].names[k], 7);
			else if (str_starts(w->rules.rules[i].names[k], STR("deb/*/")))
				deb = str_from(w->rules.rules[i].names[k], 6);
		}
		if (names_row && deb.len) {
			struct component *c = new_component(w, 1);

			c->name = arena_printf(&w->arena, "packaged %04zu", number);
			c->version =
			    arena_printf(&w->arena, "2:%.*s-1+deb12u1", (int)version.len, version.ptr);
			c->identities[0] = (struct identity){ .kind = PACKAGE_PURL,
				.package = arena_printf(&w->arena, "deb/debian/%.*s", (int)deb.len, deb.ptr),
				.version = c->version,
				.scheme = VERSION_DPKG,
				.is_whole = true };
			return;
		}
	}
}

/* A component that names the package of a row, in a version that stands at one of its bounds. */
static void add_synthetic(struct world *w, const struct affected *row, size_t number)
{
	struct str version = number % 2 && row->low.len ? row->low : row->high.len ? row->high : row->low;
	struct component *c;

	if (version.len && !row->not_applicable && number % 2)
		add_packaged(w, row, version, number);
	if (number % 7 == 0)
		version = STR("");
	else if (number % 11 == 0 || (row->not_applicable && number % 2))
		version = STR("-");
	else if (version.len == 0)
		version = STR("1.2.3");
	c = new_component(w, 1);
	c->name = arena_printf(&w->arena, "synthetic %04zu", number);
	c->version = version;
	c->identities[0] = (struct identity){ .kind = PACKAGE_CPE,
		.package = row->package,
		.version = version,
		.scheme = VERSION_GENERIC,
		.qualifier = number % 3 ? row->qualifier : STR(""),
		.is_whole = true };
}

/* Rows and legs of configurations from all over the records. */
static void add_synthetics(struct world *w)
{
	size_t step = w->advisory_count / SYNTHETIC + 1, made = 0;

	for (size_t i = 0; i < w->advisory_count; i += step) {
		const struct advisory *a = &w->advisories[i];

		made++;
		if (a->config_count && made % 3 == 0) {
			const struct config *config = &a->configs[made % a->config_count];
			const struct config_node *node = &config->nodes[made % config->count];

			if (node->op == CONFIG_LEAF)
				add_synthetic(w, &node->leaf, made);
		}
		if (a->affected_count)
			add_synthetic(w, &a->affected[made % a->affected_count], made);
	}
}

static void add_sbom(struct world *w, const char *path)
{
	SCOPED_LOADED_SBOM sbom = { 0 };
	struct err e = { 0 };

	assert_true(load_sbom(path, &w->arena, &sbom, &e));
	for (size_t i = 0; i < sbom.count; i++) {
		w->components = vec_room(
		    w->components, &w->component_room, w->component_count + 1, sizeof(*w->components));
		w->components[w->component_count++] = sbom.components[i];
	}
}

/* ---- the plain matcher ---- */

static int compare_versions(enum version_scheme scheme, struct str a, struct str b)
{
	char left[VERSION_COMPARE_BYTES], right[VERSION_COMPARE_BYTES];
	int sign;

	snprintf(left, sizeof(left), "%.*s", (int)a.len, a.ptr);
	snprintf(right, sizeof(right), "%.*s", (int)b.len, b.ptr);
	if (!version_compare(scheme, left, right, &sign))
		assert_true(version_compare(VERSION_GENERIC, left, right, &sign));
	return sign;
}

/* NISTIR 7696 table 6-2 and what is said of NVD's ranges: 2 meets, 1 cannot be confirmed, 0 does not. */
static int plain_version(const struct affected *row, struct str version)
{
	int sign;

	if (!row->low.len && !row->high.len && !row->not_applicable)
		return 2;
	if (version.len == 0)
		return 1;
	if (is_text(version, "-"))
		return row->not_applicable ? 2 : !(row->low.len && str_eq(row->low, row->high));
	if (row->not_applicable)
		return 0;
	if (row->low.len) {
		sign = compare_versions(row->scheme, row->low, version);
		if (sign > 0 || (sign == 0 && !row->low_inclusive))
			return 0;
	}
	if (row->high.len) {
		sign = compare_versions(row->scheme, version, row->high);
		if (sign > 0 || (sign == 0 && !row->high_inclusive))
			return 0;
	}
	return 2;
}

static struct str attribute_of(struct str qualifier, int wanted)
{
	size_t start = 0, i;
	int at = 0;

	for (i = 0; i < qualifier.len; i++) {
		if (qualifier.ptr[i] == '\\') {
			i++;
		} else if (qualifier.ptr[i] == ':') {
			if (at++ == wanted)
				return (struct str){ qualifier.ptr + start, i - start };
			start = i + 1;
		}
	}
	return at == wanted && qualifier.len ? str_from(qualifier, start) : STR("*");
}

static int plain_qualifier(struct str row, struct str component)
{
	int result = 2;

	for (int i = 0; i < 7; i++) {
		struct str source = attribute_of(row, i), target = attribute_of(component, i);

		if (is_text(source, "*") || str_eq(source, target))
			continue;
		if (!is_text(target, "*"))
			return 0;
		if (i == 0)
			result = 1; /* an update that the component does not state */
	}
	return result;
}

static int plain_meets(const struct affected *row, const struct way *way)
{
	int version, qualifier;

	if (way->kind != row->kind || !str_eq(way->package, row->package))
		return 0;
	version = plain_version(row, way->version);
	qualifier = plain_qualifier(row->qualifier, way->qualifier);
	return version < qualifier ? version : qualifier;
}

/* What is made for another language or system than the component's ecosystem; the kinds that occur here. */
static bool is_for_another(const struct affected *row, struct str ecosystem)
{
	static const char *const pairs[] = { "deb:wordpress", "deb:joomla\\!", "deb:drupal", "deb:windows",
		"deb:macos", "deb:mac_os_x", "deb:iphone_os", "deb:ipados", "deb:android", "nuget:wordpress",
		"nuget:joomla\\!", "nuget:drupal", "nuget:node.js", "nuget:python", "nuget:ruby", "nuget:php",
		"nuget:go", "nuget:rust", "nuget:perl" };
	struct str target = attribute_of(row->qualifier, 4);

	for (size_t i = 0; row->kind == PACKAGE_CPE && i < COUNT(pairs); i++) {
		struct str wrong = str_of(pairs[i]), type;

		if (str_cut(&wrong, ':', &type) && str_eq(type, ecosystem) && str_eq(wrong, target))
			return true;
	}
	return false;
}

/* 2 yes, 1 unknown, 0 no. */
static int plain_leg(const struct world *w, const struct config_node *node)
{
	bool there = false, open = false;

	for (size_t i = 0; i < w->component_count; i++)
		for (size_t k = 0; k < w->ways[i].count; k++) {
			const struct way *way = &w->ways[i].ways[k];
			int meets;

			if (way->kind != node->leaf.kind || !str_eq(way->package, node->leaf.package))
				continue;
			there = true;
			meets = plain_meets(&node->leaf, way);
			if (meets == 2 || (meets == 1 && node->vulnerable))
				return 2;
			open |= meets == 1 || (node->leaf.not_applicable && node->leaf.package.ptr[0] == 'h');
		}
	return !there || open ? 1 : 0;
}

static int plain_node(const struct world *w, const struct config *config, size_t at)
{
	const struct config_node *node = &config->nodes[at];
	int answer = node->op == CONFIG_AND ? 2 : 0;

	if (node->op == CONFIG_LEAF)
		answer = plain_leg(w, node);
	for (size_t child = at + 1; node->op != CONFIG_LEAF && child < at + node->span;
	     child += config->nodes[child].span) {
		int said = plain_node(w, config, child);

		if (node->op == CONFIG_AND ? said < answer : said > answer)
			answer = said;
	}
	return node->negate ? 2 - answer : answer;
}

static void add_line(struct lines *l, size_t component, struct str vulnerability, const char *state)
{
	char *line;

	assert_true(asprintf(&line, "%zu " STR_FMT " %s", component, STR_ARG(vulnerability), state) > 0);
	l->lines = vec_room(l->lines, &l->room, l->count + 1, sizeof(*l->lines));
	l->lines[l->count++] = line;
}

/* What one record says of one component; NVD's rows all say "affected". */
static void plain_match(const struct world *w, const struct advisory *a, size_t component, struct lines *out)
{
	const struct ways *ways = &w->ways[component];
	int best = 0;

	for (size_t i = 0; i < a->affected_count && best < 2; i++)
		for (size_t k = 0; k < ways->count && best < 2; k++) {
			const struct affected *row = &a->affected[i];
			int platform = 2;

			if (!plain_meets(row, &ways->ways[k]) || is_for_another(row, ways->ecosystem))
				continue;
			if (row->config >= 0)
				platform = plain_node(w, &a->configs[row->config], 0);
			best = platform > best ? platform : best;
		}
	if (best == 0)
		return;
	if (a->state == ADVISORY_WITHDRAWN)
		add_line(out, component, a->id, "withdrawn");
	else
		add_line(out, component, a->id, best == 2 ? "affected" : "platform_not_in_sbom");
}

/* ---- and the product ---- */

static void scan_all(const struct world *w, const char *const *paths, size_t count, struct lines *out)
{
	SCOPED_DB *db = NULL;
	SCOPED_SCANNER *scanner = NULL;
	const struct scan_row *row;
	struct import_report report;
	struct err e = { 0 };

	assert_true(db_open("", DB_SCRATCH, &db, &e));
	assert_true(import_feeds_scratch(
	    db, paths, count, (struct instant){ 0 }, (struct import_talk){ 0 }, &report, &e));
	assert_int_equal(report.records[PUT_NEW], w->advisory_count);
	assert_true(db_read_begin(db, &e));
	assert_true(scan_open(db, w->components, w->component_count, NULL, &scanner, &e));
	while (scan_next(scanner, &row, &e) && row)
		add_line(
		    out, row->finding.component, row->vulnerability, finding_state_name(row->finding.state));
	assert_string_equal(e.text, "");
	db_read_end(db);
}

static int by_text(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static size_t differences(const struct lines *plain, const struct lines *product)
{
	size_t i = 0, k = 0, count = 0;

	while (i < plain->count || k < product->count) {
		int sign = i == plain->count	 ? 1
			   : k == product->count ? -1
						 : strcmp(plain->lines[i], product->lines[k]);

		if (sign != 0 && count++ < 20)
			printf("# %s: %s\n", sign < 0 ? "missed by the product" : "only in the product",
			    sign < 0 ? plain->lines[i] : product->lines[k]);
		i += sign <= 0;
		k += sign >= 0;
	}
	return count;
}

static void free_lines(struct lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->lines[i]);
	free(l->lines);
}

static void import_and_scan_find_what_brute_force_finds(void **state)
{
	struct world w = { 0 };
	struct lines plain = { 0 }, product = { 0 };
	const char *paths[COUNT(years)];
	const char *sbom;

	(void)state;
	for (size_t i = 0; i < COUNT(years); i++) {
		struct str name = arena_printf(&w.arena, "feeds/nvd-2.0/nvdcve-2.0-%s.json.zst", years[i]);
		const char *path = check_data(arena_text(&w.arena, name));
		struct err e = { 0 };

		if (!path) {
			arena_free(&w.arena);
			skip();
		}
		paths[i] = arena_text(&w.arena, str_of(path));
		assert_true(unpack_path(paths[i], (struct unpack_sink){ &w, read_feed }, &e));
	}
	sbom = check_data("sbom/medical/extended.sbom.json");
	assert_non_null(sbom);
	plain_rules_read(CHECK_SOURCE "/src/matching/aliases.txt", &w.rules, &w.arena);
	add_sbom(&w, sbom);
	add_synthetics(&w);
	w.ways = calloc(w.component_count, sizeof(*w.ways));
	assert_non_null(w.ways);
	for (size_t i = 0; i < w.component_count; i++)
		plain_ways_list(&w.rules, &w.components[i], &w.arena, &w.ways[i]);
	for (size_t i = 0; i < w.advisory_count; i++)
		for (size_t k = 0; k < w.component_count; k++)
			plain_match(&w, &w.advisories[i], k, &plain);
	scan_all(&w, paths, COUNT(paths), &product);
	vec_sort(plain.lines, plain.count, sizeof(*plain.lines), by_text);
	vec_sort(product.lines, product.count, sizeof(*product.lines), by_text);
	printf("# %zu components, %zu records, %zu findings\n", w.component_count, w.advisory_count,
	    plain.count);
	assert_true(plain.count > w.component_count / 2);
	assert_int_equal(differences(&plain, &product), 0);
	free_lines(&plain);
	free_lines(&product);
	for (size_t i = 0; i < w.component_count; i++)
		free(w.ways[i].ways);
	free(w.ways);
	free(w.rules.rules);
	free(w.advisories);
	free(w.components);
	arena_free(&w.arena);
}

TESTS(cmocka_unit_test(import_and_scan_find_what_brute_force_finds))
