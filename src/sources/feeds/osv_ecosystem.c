#include "sources/feeds/osv_ecosystem.h"

#include "identity/distro.h"
#include "sources/feeds/draft.h"
#include "sources/feeds/purl_row.h"

/* How a package name divides into namespace and name. */
enum naming {
	WHOLE, /* "requests" */
	SLASH, /* "github.com/user/module", "@scope/name": at the last slash */
	COLON  /* "org.group:artifact" */
};

static const struct ecosystem {
	const char *name, *type, *namespace;
	enum naming naming;
	const char *distro; /* what distro_normalise() calls it; NULL: no distribution */
} ecosystems[] = {
	{ "AlmaLinux", "rpm", "almalinux", WHOLE, "almalinux" },
	{ "Alpaquita", "apk", "alpaquita", WHOLE, "alpaquita" },
	{ "Alpine", "apk", "alpine", WHOLE, "alpine" },
	{ "Android", "generic", "android", WHOLE, NULL },
	{ "Azure Linux", "rpm", "azurelinux", WHOLE, "azurelinux" },
	{ "BellSoft Hardened Containers", "apk", "bellsoft-hardened-containers", WHOLE, "bellsoft" },
	{ "Bioconductor", "bioconductor", "", WHOLE, NULL },
	{ "Bitnami", "bitnami", "", WHOLE, NULL },
	{ "CRAN", "cran", "", WHOLE, NULL },
	{ "Chainguard", "apk", "chainguard", WHOLE, "chainguard" },
	{ "ConanCenter", "conan", "", WHOLE, NULL },
	{ "Debian", "deb", "debian", WHOLE, "debian" },
	{ "Echo", "deb", "echo", WHOLE, "echo" },
	{ "GHC", "generic", "ghc", WHOLE, NULL },
	{ "GitHub Actions", "githubactions", "", SLASH, NULL },
	{ "Go", "golang", "", SLASH, NULL },
	{ "Hackage", "hackage", "", WHOLE, NULL },
	{ "Hex", "hex", "", SLASH, NULL },
	{ "Homebrew", "brew", "", WHOLE, NULL },
	{ "Julia", "julia", "", WHOLE, NULL },
	{ "Mageia", "rpm", "mageia", WHOLE, "mageia" },
	{ "Maven", "maven", "", COLON, NULL },
	{ "MinimOS", "apk", "minimos", WHOLE, "minimos" },
	{ "NuGet", "nuget", "", WHOLE, NULL },
	{ "OSS-Fuzz", "generic", "", WHOLE, NULL },
	{ "Packagist", "composer", "", SLASH, NULL },
	{ "Photon OS", "rpm", "photon", WHOLE, "photon" },
	{ "Pub", "pub", "", WHOLE, NULL },
	{ "PyPI", "pypi", "", WHOLE, NULL },
	{ "Red Hat", "rpm", "redhat", WHOLE, "redhat" },
	{ "Rocky Linux", "rpm", "rocky", WHOLE, "rocky" },
	{ "RubyGems", "gem", "", WHOLE, NULL },
	{ "SUSE", "rpm", "suse", WHOLE, "sles" },
	{ "SwiftURL", "swift", "", SLASH, NULL },
	{ "Ubuntu", "deb", "ubuntu", WHOLE, "ubuntu" },
	{ "VSCode", "vscode-extension", "", SLASH, NULL },
	{ "Wolfi", "apk", "wolfi", WHOLE, "wolfi" },
	{ "crates.io", "cargo", "", WHOLE, NULL },
	{ "npm", "npm", "", SLASH, NULL },
	{ "opam", "opam", "", WHOLE, NULL },
	{ "openEuler", "rpm", "openeuler", WHOLE, "openeuler" },
	{ "openSUSE", "rpm", "opensuse", WHOLE, "opensuse" },
};

/* Prefixes of ids; OSV schema, "id, modified fields". */
static const struct database {
	const char *prefix, *name;
	bool notice;
} databases[] = {
	{ "ALBA", "almalinux", true },
	{ "ALEA", "almalinux", true },
	{ "ALPINE", "alpine", true },
	{ "ALSA", "almalinux", true },
	{ "ASB", "android", false },
	{ "AZL", "azurelinux", true },
	{ "BELL", "bellsoft", true },
	{ "BIT", "bitnami", false },
	{ "CGA", "chainguard", true },
	{ "CVE", "cve", false },
	{ "DEBIAN", "debian", true },
	{ "DLA", "debian", true },
	{ "DSA", "debian", true },
	{ "DTSA", "debian", true },
	{ "ECHO", "echo", true },
	{ "EEF", "erlang", false },
	{ "GHSA", "ghsa", false },
	{ "GO", "go", false },
	{ "HSEC", "haskell", false },
	{ "JLSEC", "julia", false },
	{ "LSN", "ubuntu", true },
	{ "MAL", "malicious", false },
	{ "MGASA", "mageia", true },
	{ "MINI", "minimos", true },
	{ "OESA", "openeuler", true },
	{ "OSV", "oss-fuzz", false },
	{ "PHSA", "photon", true },
	{ "PSF", "psf", false },
	{ "PUB", "android", false },
	{ "PYSEC", "pypa", false },
	{ "RHBA", "redhat", true },
	{ "RHEA", "redhat", true },
	{ "RHSA", "redhat", true },
	{ "RLSA", "rocky", true },
	{ "ROOT", "root", true },
	{ "RSEC", "r", false },
	{ "RUSTSEC", "rustsec", false },
	{ "RXSA", "rocky", true },
	{ "SUSE", "suse", true },
	{ "UBUNTU", "ubuntu", true },
	{ "USN", "ubuntu", true },
	{ "openSUSE", "suse", true },
};

static const struct database *find_database(struct str id)
{
	struct str prefix = str_first(id, str_index(id, '-'));

	for (size_t i = 0; i < COUNT(databases); i++)
		if (str_eq_nocase(prefix, str_of(databases[i].prefix)))
			return &databases[i];
	return NULL;
}

struct str osv_ecosystem_source(struct str id, struct arena *record)
{
	const struct database *d = find_database(id);
	struct str prefix = str_first(id, str_index(id, '-'));

	if (d)
		return arena_printf(record, "osv:%s", d->name);
	return arena_printf(record, "osv:" STR_FMT, STR_ARG(draft_lower(prefix, record)));
}

bool osv_ecosystem_is_notice(struct str id)
{
	const struct database *d = find_database(id);

	return d && d->notice;
}

static const struct ecosystem *find_ecosystem(struct str name)
{
	for (size_t i = 0; i < COUNT(ecosystems); i++)
		if (str_eq(name, str_of(ecosystems[i].name)))
			return &ecosystems[i];
	return NULL;
}

/* --- releases of distributions --- */

/* "Linux Enterprise Server 15 SP4", "Linux Enterprise Module for Basesystem 15 SP5": 15.4, 15.5. */
static struct str suse_release(struct str text, struct arena *record)
{
	struct str words = text, word, version = STR_NONE, pack = STR_NONE;

	while (str_next(&words, ' ', &word)) {
		if (word.len > 0 && char_is_digit(word.ptr[0]))
			version = word;
		else if (version.len > 0 && str_starts(word, STR("SP")))
			pack = str_from(word, 2);
		if (version.len > 0 && pack.len > 0)
			break;
	}
	if (version.len == 0)
		return STR_NONE;
	if (pack.len > 0)
		version = arena_printf(record, STR_FMT "." STR_FMT, STR_ARG(version), STR_ARG(pack));
	return distro_normalise(STR("sles"), version, record);
}

/* "Leap 15.5", "Tumbleweed" */
static struct str opensuse_release(struct str text, struct arena *record)
{
	if (str_starts_nocase(text, STR("Leap ")))
		return distro_normalise(STR("opensuse-leap"), str_from(text, 5), record);
	if (str_eq_nocase(text, STR("Tumbleweed")))
		return STR("opensuse-tumbleweed");
	return distro_normalise(STR("opensuse"), text, record);
}

/* "enterprise_linux:8::baseos", "openshift:4.12::el8": what matters is the Enterprise Linux it is built for.
 */
static struct str redhat_release(struct str text, struct arena *record)
{
	struct str piece, first = STR_NONE;
	bool is_linux = str_starts(text, STR("enterprise_linux")) || str_starts(text, STR("rhel_"));

	while (str_next(&text, ':', &piece)) {
		if (str_starts(piece, STR("el")) && piece.len > 2 && char_is_digit(piece.ptr[2]))
			return distro_normalise(STR("redhat"), str_from(piece, 2), record);
		if (first.len == 0 && is_linux && piece.len > 0 && char_is_digit(piece.ptr[0]))
			first = piece;
	}
	return distro_normalise(STR("redhat"), first, record);
}

/* The piece with the number in "Pro:14.04:LTS", "12", "v3.18". */
static struct str numbered_release(struct str distro, struct str text, struct arena *record)
{
	struct str piece, whole = text;

	while (str_next(&text, ':', &piece)) {
		size_t at = piece.len > 1 && piece.ptr[0] == 'v' ? 1 : 0;

		if (piece.len > 0 && char_is_digit(piece.ptr[at]))
			return distro_normalise(distro, piece, record);
	}
	return distro_normalise(distro, whole, record);
}

static struct str find_release(const struct ecosystem *eco, struct str text, struct arena *record)
{
	struct str distro = str_of(eco->distro);

	if (distro.len == 0 || text.len == 0)
		return STR_NONE;
	if (str_eq(distro, STR("sles")))
		return suse_release(text, record);
	if (str_eq(distro, STR("opensuse")))
		return opensuse_release(text, record);
	if (str_eq(distro, STR("redhat")))
		return redhat_release(text, record);
	return numbered_release(distro, text, record);
}

/* --- packages --- */

static bool put_known(
    const struct ecosystem *eco, struct str name, struct arena *record, struct affected *row)
{
	struct str namespace = str_of(eco->namespace);

	if (eco->naming != WHOLE)
		str_cut_last(&name, eco->naming == SLASH ? '/' : ':', &namespace);
	return purl_row_parts(str_of(eco->type), namespace, name, record, row);
}

void osv_ecosystem_package(
    struct str ecosystem, struct str name, struct str purl, struct arena *record, struct affected *row)
{
	struct str base, version, suffix = ecosystem;
	const struct ecosystem *eco;

	if (str_starts(suffix, STR("Root:"))) /* Root's rebuilds of other ecosystems' packages */
		suffix = str_from(suffix, 5);
	if (!str_cut(&suffix, ':', &base)) {
		base = suffix;
		suffix = STR_NONE;
	}
	if (str_eq(base, STR("Linux")) && str_eq(name, STR("Kernel"))) {
		purl_row_parts(STR("generic"), STR_NONE, STR("linux"), record, row);
		return;
	}
	eco = find_ecosystem(base);
	if (eco && put_known(eco, name, record, row)) {
		row->qualifier = find_release(eco, suffix, record);
	} else if (!purl_row_text(purl, record, row, &version)) {
		row->kind = PACKAGE_NAME;
		row->package = draft_lower(draft_pair(base, ':', name, record), record);
		row->scheme = VERSION_GENERIC;
	}
}

/* --- the way back --- */

static bool has_family(const struct ecosystem *eco, struct str family)
{
	struct str type, namespace = family;

	if (!str_cut(&namespace, '/', &type) || !str_eq(type, str_of(eco->type)))
		return false;
	if (str_ends(namespace, STR("/")))
	namespace.len--;
	return str_eq(namespace, str_of(eco->namespace));
}

struct str osv_ecosystem_of(enum package_kind kind, struct str family)
{
	if (kind == PACKAGE_GIT)
		return STR("GIT");
	if (kind != PACKAGE_PURL)
		return STR_NONE;
	for (size_t i = 0; i < COUNT(ecosystems); i++)
		if (has_family(&ecosystems[i], family))
			return str_of(ecosystems[i].name);
	return STR_NONE;
}
