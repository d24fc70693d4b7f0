#include "identity/distro.h"

/* clang-format off */
/* Names as in /etc/os-release (ID), the others that tools use for them, and how many numbers of the version
 * tell a release. */
static const struct {
	const char *written, *name;
	int numbers;
} distros[] = {
	{ "almalinux", "almalinux", 1 },
	{ "alma", "almalinux", 1 },
	{ "alpine", "alpine", 2 },
	{ "amazon", "amzn", 1 },
	{ "amazonlinux", "amzn", 1 },
	{ "amzn", "amzn", 1 },
	{ "azurelinux", "azurelinux", 2 },
	{ "centos", "centos", 1 },
	{ "chainguard", "chainguard", 0 },
	{ "debian", "debian", 1 },
	{ "fedora", "fedora", 1 },
	{ "mariner", "mariner", 2 },
	{ "ol", "ol", 1 },
	{ "opensuse-leap", "opensuse-leap", 2 },
	{ "opensuse.leap", "opensuse-leap", 2 },
	{ "oracle", "ol", 1 },
	{ "oraclelinux", "ol", 1 },
	{ "photon", "photon", 2 },
	{ "redhat", "rhel", 1 },
	{ "rhel", "rhel", 1 },
	{ "rocky", "rocky", 1 },
	{ "rocky linux", "rocky", 1 },
	{ "rockylinux", "rocky", 1 },
	{ "sles", "sles", 2 },
	{ "ubuntu", "ubuntu", 2 },
	{ "wolfi", "wolfi", 0 },
};

/* debian.org/releases, wiki.ubuntu.com/Releases */
static const struct {
	const char *word, *release;
} code_names[] = {
	{ "wheezy", "debian-7" },       { "jessie", "debian-8" },       { "stretch", "debian-9" },
	{ "buster", "debian-10" },      { "bullseye", "debian-11" },    { "bookworm", "debian-12" },
	{ "trixie", "debian-13" },      { "forky", "debian-14" },
	{ "precise", "ubuntu-12.04" },  { "trusty", "ubuntu-14.04" },   { "xenial", "ubuntu-16.04" },
	{ "artful", "ubuntu-17.10" },   { "bionic", "ubuntu-18.04" },   { "cosmic", "ubuntu-18.10" },
	{ "disco", "ubuntu-19.04" },    { "eoan", "ubuntu-19.10" },     { "focal", "ubuntu-20.04" },
	{ "groovy", "ubuntu-20.10" },   { "hirsute", "ubuntu-21.04" },  { "impish", "ubuntu-21.10" },
	{ "jammy", "ubuntu-22.04" },    { "kinetic", "ubuntu-22.10" },  { "lunar", "ubuntu-23.04" },
	{ "mantic", "ubuntu-23.10" },   { "noble", "ubuntu-24.04" },    { "oracular", "ubuntu-24.10" },
	{ "plucky", "ubuntu-25.04" },   { "questing", "ubuntu-25.10" },
};
/* clang-format on */

static struct str lower_copy(struct arena *arena, struct str text)
{
	char *copy = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		copy[i] = char_lower(text.ptr[i]);
	return (struct str){ copy, text.len };
}

static struct str find_code_name(struct str word)
{
	for (size_t i = 0; i < COUNT(code_names); i++)
		if (str_eq(word, str_of(code_names[i].word)))
			return str_of(code_names[i].release);
	return STR_NONE;
}

/* The first numbers parts of a dotted version; all of it where numbers is negative. */
static struct str first_numbers(struct str version, int numbers)
{
	for (size_t i = 0; i < version.len && numbers >= 0; i++)
		if (version.ptr[i] == '.' && --numbers == 0)
			return str_first(version, i);
	return version;
}

static struct str join(struct str name, struct str version, struct arena *arena)
{
	int numbers = -1;

	for (size_t i = 0; i < COUNT(distros); i++) {
		if (!str_eq(name, str_of(distros[i].written)))
			continue;
		name = str_of(distros[i].name);
		numbers = distros[i].numbers;
		break;
	}
	version = numbers == 0 ? STR_NONE : first_numbers(version, numbers);
	if (name.len == 0)
		return arena_copy(arena, version);
	if (version.len == 0)
		return arena_copy(arena, name);
	return arena_printf(arena, STR_FMT "-" STR_FMT, STR_ARG(name), STR_ARG(version));
}

static bool is_version(struct str text)
{
	return text.len > 0 && char_is_digit(text.ptr[0]);
}

/* 3.18 of "v3.18" */
static struct str without_v(struct str text)
{
	return text.len > 1 && text.ptr[0] == 'v' && char_is_digit(text.ptr[1]) ? str_from(text, 1) : text;
}

struct str distro_normalise(struct str vendor, struct str text, struct arena *arena)
{
	struct str name, version, before, release;

	version = lower_copy(arena, str_trim(text));
	str_cut_last(&version, '/', &before); /* esm-infra/trusty */
	if (version.len == 0)
		return STR_NONE;
	version = without_v(version);
	if (is_version(version))
		return join(lower_copy(arena, vendor), version, arena);
	if (!str_cut_last(&version, '-', &name)) {
		name = version;
		version = STR_NONE;
	}
	release = find_code_name(version.len > 0 ? version : name);
	return release.len > 0 ? release : join(name, without_v(version), arena);
}
