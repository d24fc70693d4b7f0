/*
 * Recorded answers of the OSV service, package and version to ids of records, against what the product finds
 * in the same records as far as they are here. Each record stands for itself: aliases are put aside. Where
 * the two differ, and why, is listed by id in cases/matching/osv-answers.txt; a new difference fails, and so
 * does a listed one that is no more.
 */
#include "check.h"

#include <jansson.h>

#include "base/buf.h"
#include "base/vec.h"
#include "matching/answers.h"

static const char *const feeds[] = {
	"feeds/osv/go-vulndb-osv.tar.zst",
	"feeds/osv/pypa-osv.tar.zst",
	"feeds/osv/osv-mixed-ecosystems.tar.zst",
};

/* What the service calls an ecosystem, and how the package URL of one of its packages begins. */
static const struct {
	const char *ecosystem, *purl, *distro; /* distro: what the release is put behind; NULL: no release */
} ecosystems[] = {
	{ "Alpine", "apk/alpine/", "alpine-" },
	{ "Debian", "deb/debian/", "debian-" },
	{ "Go", "golang/", NULL },
	{ "Hackage", "hackage/", NULL },
	{ "Maven", "maven/", NULL },
	{ "NuGet", "nuget/", NULL },
	{ "Packagist", "composer/", NULL },
	{ "PyPI", "pypi/", NULL },
	{ "RubyGems", "gem/", NULL },
	{ "SwiftURL", "swift/", NULL },
	{ "Ubuntu", "deb/ubuntu/", "ubuntu-" },
	{ "crates.io", "cargo/", NULL },
	{ "npm", "npm/", NULL },
	{ "openSUSE", "rpm/opensuse/", "opensuse-" },
};

struct lines {
	char **lines;
	size_t count, room;
};

struct oracle {
	struct arena arena;
	struct answers *answers;
	struct lines ids;	  /* of the records that are here */
	struct lines differences; /* found; "query id missed" or "query id extra" */
	struct lines found;	  /* ids for the query under way */
	size_t asked, told; /* queries that could be put as a component; ids that both or one of them named */
};

static void add_line(struct lines *l, const char *format, ...) PRINTF(2, 3);
static void add_line(struct lines *l, const char *format, ...)
{
	va_list words;
	char *line;

	va_start(words, format);
	assert_true(vasprintf(&line, format, words) > 0);
	va_end(words);
	l->lines = vec_room(l->lines, &l->room, l->count + 1, sizeof(*l->lines));
	l->lines[l->count++] = line;
}

static void drop_lines(struct lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->lines[i]);
	l->count = 0;
}

static void free_lines(struct lines *l)
{
	drop_lines(l);
	free(l->lines);
	*l = (struct lines){ 0 };
}

static int by_text(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool has_line(const struct lines *sorted, const char *line)
{
	return bsearch(&line, sorted->lines, sorted->count, sizeof(*sorted->lines), by_text) != NULL;
}

static void sort_lines(struct lines *l)
{
	vec_sort(l->lines, l->count, sizeof(*l->lines), by_text);
}

static void take_record(void *ctx, const struct advisory *adv)
{
	struct oracle *o = ctx;
	struct advisory alone = *adv;

	alone.alias_count = 0;
	answers_add(o->answers, &alone);
	add_line(&o->ids, STR_FMT, STR_ARG(adv->id));
}

/* Percent-encodes what a package URL cannot hold; ':' parts a Maven name. */
static void put_encoded(struct buf *out, const char *text, bool is_name)
{
	for (; *text; text++) {
		bool plain = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
			     (*text >= '0' && *text <= '9') || strchr("-._~", *text);

		if (plain || (is_name && *text == '/'))
			buf_byte(out, *text);
		else if (is_name && *text == ':')
			buf_byte(out, '/');
		else
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)*text);
	}
}

/* The package URL of a query; false where its ecosystem has none. */
static bool put_purl(struct buf *out, const char *ecosystem, const char *name, const char *version)
{
	size_t len = strcspn(ecosystem, ":"), i = 0;
	const char *release = ecosystem[len] ? ecosystem + len + 1 : "";

	while (i < COUNT(ecosystems) && (strlen(ecosystems[i].ecosystem) != len ||
					    memcmp(ecosystems[i].ecosystem, ecosystem, len) != 0))
		i++;
	if (i == COUNT(ecosystems))
		return false;
	buf_printf(out, "pkg:%s", ecosystems[i].purl);
	put_encoded(out, name, true);
	buf_byte(out, '@');
	put_encoded(out, version, false);
	if (ecosystems[i].distro && *release) {
		buf_printf(out, "?distro=%s", ecosystems[i].distro);
		put_encoded(out, release + (*release == 'v'), false);
	}
	return true;
}

static void see_row(void *ctx, const struct scan_row *row)
{
	struct oracle *o = ctx;

	if (scan_row_counts(row))
		add_line(&o->found, STR_FMT, STR_ARG(row->vulnerability));
}

/* Compares for one query what the service said with what was found. */
static void compare(struct oracle *o, const char *query, json_t *said)
{
	struct lines expected = { 0 };
	json_t *id;
	size_t i;

	json_array_foreach(said, i, id)
	{
		if (has_line(&o->ids, json_string_value(id)))
			add_line(&expected, "%s", json_string_value(id));
	}
	sort_lines(&expected);
	sort_lines(&o->found);
	o->told += expected.count;
	for (i = 0; i < expected.count; i++)
		if (!has_line(&o->found, expected.lines[i]))
			add_line(&o->differences, "%s %s missed", query, expected.lines[i]);
	for (i = 0; i < o->found.count; i++)
		if (!has_line(&expected, o->found.lines[i]))
			add_line(&o->differences, "%s %s extra", query, o->found.lines[i]);
	free_lines(&expected);
}

static void ask(struct oracle *o, json_t *entry)
{
	SCOPED_BUF purl = buf_new(8192), query = buf_new(8192);
	json_t *asked = json_object_get(entry, "query"), *package = json_object_get(asked, "package");
	const char *name = json_string_value(json_object_get(package, "name"));
	const char *ecosystem = json_string_value(json_object_get(package, "ecosystem"));
	const char *version = json_string_value(json_object_get(asked, "version"));
	struct sbom_component words = { 0 };
	struct component component;

	if (!name || !ecosystem || !version || !put_purl(&purl, ecosystem, name, version))
		return;
	buf_printf(&query, "%s %s %s", ecosystem, name, version);
	buf_byte(&query, '\0');
	words.name = str_of(name);
	words.version = str_of(version);
	words.purl = buf_str(&purl);
	component_from_sbom(&words, &o->arena, &component);
	assert_int_equal(component.problem_count, 0);
	answers_scan(o->answers, &component, 1, see_row, o);
	compare(o, query.ptr, json_object_get(entry, "vuln_ids"));
	drop_lines(&o->found);
	o->asked++;
}

/* The lines of the list up to the cause, which stands behind " : ". */
static void read_listed(struct lines *listed)
{
	FILE *file = fopen(CHECK_SOURCE "/tests/cases/matching/osv-answers.txt", "r");
	char *line = NULL;
	size_t room = 0;

	assert_non_null(file);
	while (getline(&line, &room, file) > 0) {
		char *cause = strstr(line, " : ");

		if (line[0] == '#' || line[0] == '\n')
			continue;
		if (!cause || strlen(cause) < 8)
			fail_msg("a difference without its cause: %s", line);
		add_line(listed, "%.*s", (int)(cause - line), line);
	}
	free(line);
	fclose(file);
	sort_lines(listed);
}

/* Lines of a that are not in b. */
static size_t tell_missing(const struct lines *a, const struct lines *b, const char *what)
{
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++)
		if (!has_line(b, a->lines[i]) && ++count)
			printf("# %s: %s\n", what, a->lines[i]);
	return count;
}

static void ask_all(struct oracle *o)
{
	json_error_t why;
	json_t *queries = json_load_file(check_data("suites/osv/query-oracle.json"), 0, &why), *entry;
	size_t i;

	assert_non_null(queries);
	json_array_foreach(queries, i, entry) ask(o, entry);
	json_decref(queries);
}

static void the_service_and_we_name_the_same_records(void **state)
{
	struct oracle o = { .answers = answers_new() };
	struct lines listed = { 0 };
	size_t wrong;

	(void)state;
	for (size_t i = 0; i < COUNT(feeds); i++) {
		const char *path = check_data(feeds[i]);

		if (!path) {
			answers_free(o.answers);
			free_lines(&o.ids);
			skip();
		}
		answers_read(path, (struct picking){ &o, NULL, take_record });
	}
	sort_lines(&o.ids);
	ask_all(&o);
	sort_lines(&o.differences);
	read_listed(&listed);
	wrong = tell_missing(&o.differences, &listed, "a difference that is not listed");
	wrong += tell_missing(&listed, &o.differences, "listed, but there is no such difference");
	printf("# figure: OSV service: %zu queries, %zu of its ids are here, %zu differences, all with a "
	       "cause\n",
	    o.asked, o.told, o.differences.count);
	assert_true(o.told > 0);
	assert_int_equal(wrong, 0);
	free_lines(&listed);
	free_lines(&o.found);
	free_lines(&o.differences);
	free_lines(&o.ids);
	answers_free(o.answers);
	arena_free(&o.arena);
}

TESTS(cmocka_unit_test(the_service_and_we_name_the_same_records))
