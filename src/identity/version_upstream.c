#include "identity/version_upstream.h"

/* Debian policy 5.6.12: [epoch:]upstream[-revision]; RPM has the same form. */
static struct str without_epoch(struct str version)
{
	size_t colon = str_index(version, ':');

	for (size_t i = 0; i < colon; i++)
		if (!char_is_digit(version.ptr[i]))
			return version;
	return colon < version.len ? str_from(version, colon + 1) : version;
}

static struct str without_revision(struct str version)
{
	struct str rest = version, upstream;

	return str_cut_last(&rest, '-', &upstream) && upstream.len ? upstream : version;
}

/* What maintainers write behind the upstream's version when they leave files out of its source, or go back to
 * an earlier one: "2.0+really1.9" is 1.9. */
static struct str without_marks(struct str version)
{
	static const char *const marks[] = { "dfsg", "ds", "repack", "debian", "nmu", "deb" };
	static const struct str really = { "+really", 7 };
	size_t at = str_find(version, really);

	if (at < version.len)
		return without_marks(str_from(version, at + really.len));
	for (size_t i = 1; i < version.len; i++) {
		char c = version.ptr[i];

		if (c != '+' && c != '.' && c != '~' && c != '-')
			continue;
		for (size_t k = 0; k < COUNT(marks); k++) {
			struct str rest = str_from(version, i + 1), mark = str_of(marks[k]);

			if (str_starts_nocase(rest, mark) &&
			    (rest.len == mark.len || !char_is_alpha(rest.ptr[mark.len])))
				return str_first(version, i);
		}
	}
	return version;
}

/* apk: the build behind "-r" */
static struct str without_build(struct str version)
{
	struct str rest = version, before;

	if (!str_cut_last(&rest, '-', &before) || rest.len < 2 || rest.ptr[0] != 'r')
		return version;
	for (size_t i = 1; i < rest.len; i++)
		if (!char_is_digit(rest.ptr[i]))
			return version;
	return before;
}

struct str version_upstream(enum version_scheme scheme, struct str version)
{
	if (scheme == VERSION_DPKG)
		return without_marks(without_revision(without_epoch(version)));
	if (scheme == VERSION_RPM)
		return without_revision(without_epoch(version));
	if (scheme == VERSION_APK)
		return without_build(version);
	return version;
}
