#include "matching/rebuild.h"

#include "base/number.h"

#define ORIGINAL "rpm/redhat/"
#define RELEASE "rhel-"

/* clang-format off */
/* Namespaces of package URLs, the release as identity/distro.h writes it, and the releases that are rebuilds:
 * Rocky and Alma began with 8; from 9 on there is no CentOS Linux, and CentOS Stream comes before RHEL. */
static const struct {
	const char *namespace, *release;
	int64_t first, last;
} rebuilds[] = {
	{ "rpm/rocky/",       "rocky-",     8, 99 },
	{ "rpm/rockylinux/",  "rocky-",     8, 99 },
	{ "rpm/rocky-linux/", "rocky-",     8, 99 },
	{ "rpm/almalinux/",   "almalinux-", 8, 99 },
	{ "rpm/alma/",        "almalinux-", 8, 99 },
	{ "rpm/centos/",      "centos-",    5, 8 },
	{ "rpm/oracle/",      "ol-",        5, 99 },
	{ "rpm/oraclelinux/", "ol-",        5, 99 },
	{ "rpm/ol/",          "ol-",        5, 99 },
};
/* clang-format on */

static bool is_release(struct str digits, int64_t *number)
{
	struct err ignored;

	return number_parse(digits, "release", 1, 99, number, &ignored);
}

/* 9 of "1.1.1k-7.el9_2.1"; -1 where the version does not say. */
static int64_t release_in_version(struct str version)
{
	for (size_t i = 0; i + 3 < version.len; i++) {
		struct str rest = str_from(version, i);
		size_t len = 3;
		int64_t number;

		if (!str_starts(rest, STR(".el")))
			continue;
		while (len < rest.len && char_is_digit(rest.ptr[len]))
			len++;
		if (is_release(str_from(str_first(rest, len), 3), &number))
			return number;
	}
	return -1;
}

/* 9 of "rocky-9"; where it says no release, that of the version. */
static int64_t release_of(const struct identity *package, struct str prefix)
{
	struct str text = package->qualifier;
	int64_t number;

	if (text.len == 0 || str_eq(text, str_first(prefix, prefix.len - 1)))
		return release_in_version(package->version);
	if (str_starts(text, prefix) && is_release(str_from(text, prefix.len), &number))
		return number;
	return -1;
}

static size_t find_rebuild(struct str package)
{
	size_t i = str_starts(package, STR("rpm/")) ? 0 : COUNT(rebuilds);

	while (i < COUNT(rebuilds) && !str_starts(package, str_of(rebuilds[i].namespace)))
		i++;
	return i;
}

struct str rebuild_family(struct str family)
{
	return find_rebuild(family) < COUNT(rebuilds) ? STR(ORIGINAL) : STR("");
}

bool rebuild_of(
    const struct identity *package, struct arena *arena, struct identity *original, struct str *words)
{
	size_t i = find_rebuild(package->package);
	int64_t release;

	if (package->kind != PACKAGE_PURL || i == COUNT(rebuilds))
		return false;
	release = release_of(package, str_of(rebuilds[i].release));
	if (release < rebuilds[i].first || release > rebuilds[i].last)
		return false;
	*original = *package;
	original->package = arena_printf(
	    arena, ORIGINAL STR_FMT, STR_WHOLE(str_from(package->package, strlen(rebuilds[i].namespace))));
	original->qualifier = arena_printf(arena, RELEASE "%d", (int)release);
	*words = arena_printf(
	    arena, "%s%d is built from " RELEASE "%d", rebuilds[i].release, (int)release, (int)release);
	return true;
}

size_t rebuild_names(struct str package, struct arena *arena, struct str **out)
{
	if (!str_starts(package, STR(ORIGINAL)))
		return 0;
	*out = arena_alloc(arena, COUNT(rebuilds), sizeof(**out));
	for (size_t i = 0; i < COUNT(rebuilds); i++)
		(*out)[i] = arena_printf(arena, "%s" STR_FMT, rebuilds[i].namespace,
		    STR_WHOLE(str_from(package, STR(ORIGINAL).len)));
	return COUNT(rebuilds);
}
