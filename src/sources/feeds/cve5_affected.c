#include "sources/feeds/cve5_affected.h"

#include "base/vec.h"
#include "identity/repository.h"
#include "limits.h"
#include "sources/feeds/cpe_row.h"
#include "sources/feeds/git_row.h"
#include "sources/feeds/purl_row.h"

/* One element of affected[]. */
struct entry {
	struct str vendor, product, collection, package, purl, repository;
	bool default_affected, default_unaffected;
};

/* Registries that a collectionURL points to; package names are divided at the last separator. */
static const struct registry {
	const char *host, *type, *namespace;
	char separator; /* between namespace and name in packageName; 0: there is none */
	bool distribution;
} registries[] = {
	{ "registry"
	  ".npmjs.org",
	    "npm", "", '/', false },
	{ "www.npmjs.com", "npm", "", '/', false },
	{ "npmjs.com", "npm", "", '/', false },
	{ "pypi.org", "pypi", "", 0, false },
	{ "pypi.python.org", "pypi", "", 0, false },
	{ "repo.maven.apache.org", "maven", "", ':', false },
	{ "repo1.maven.org", "maven", "", ':', false },
	{ "mvnrepository.com", "maven", "", ':', false },
	{ "central.sonatype.com", "maven", "", ':', false },
	{ "rubygems.org", "gem", "", 0, false },
	{ "crates.io", "cargo", "", 0, false },
	{ "packagist.org", "composer", "", '/', false },
	{ "nuget.org", "nuget", "", 0, false },
	{ "www.nuget.org", "nuget", "", 0, false },
	{ "pkg.go.dev", "golang", "", '/', false },
	{ "hex.pm", "hex", "", 0, false },
	{ "repo.hex.pm", "hex", "", 0, false },
	{ "pub.dev", "pub", "", 0, false },
	{ "hackage.haskell.org", "hackage", "", 0, false },
	{ "cran.r-project.org", "cran", "", 0, false },
	{ "access.redhat.com/downloads/content/package-browser", "rpm", "redhat", 0, true },
	{ "packages.fedoraproject.org", "rpm", "fedora", 0, true },
};

static bool has_room(struct draft *d, struct json *j)
{
	if (d->advisory.affected_count < LIMIT_ADVISORY_ROWS)
		return true;
	json_refuse(j, "more than %d ranges of versions", LIMIT_ADVISORY_ROWS);
	return false;
}

/* The scheme a piece has for this kind of package: CPE versions are generic whatever the record says. */
static enum version_scheme scheme_for(const struct affected *name, const struct cve5_piece *piece)
{
	if (piece->scheme == VERSION_LITERAL)
		return VERSION_LITERAL;
	if (name->kind == PACKAGE_CPE)
		return VERSION_GENERIC;
	if (name->kind == PACKAGE_PURL && piece->scheme == VERSION_GENERIC)
		return name->scheme;
	return piece->scheme;
}

/* Commits are the repository's, versions everybody's; but the kernel goes by its name. */
static bool bears(const struct affected *name, const struct cve5_piece *piece)
{
	if (piece->scheme == VERSION_LITERAL)
		return name->kind == PACKAGE_GIT;
	return name->kind != PACKAGE_GIT || !str_eq(name->package, STR(REPOSITORY_KERNEL));
}

/* The pieces as rows of one package. */
static void add_rows(
    const struct cve5_versions *v, const struct affected *name, struct draft *d, struct json *j)
{
	for (size_t i = 0; i < v->count; i++) {
		const struct cve5_piece *piece = &v->at[i];
		struct affected row = *name;

		if (!bears(name, piece))
			continue;
		row.status = piece->status;
		row.fixed = piece->fixed;
		row.not_applicable = false;
		version_span_put(
		    &piece->span, piece->is_open ? VERSION_LITERAL : scheme_for(name, piece), &row);
		if (version_span_is_empty(&row))
			continue;
		if (!has_room(d, j))
			return;
		*draft_affected(d) = row;
	}
}

/* --- CPE names --- */

/* Does the entry say no more than "affected"? */
static bool is_all(const struct cve5_versions *v)
{
	return v->count == 1 && v->at[0].span.low.len == 0 && v->at[0].span.high.len == 0;
}

static bool is_known(struct cve5_affected *a, const struct affected *name)
{
	for (size_t i = 0; i < a->name_count; i++)
		if (str_eq(a->names[i].package, name->package) &&
		    str_eq(a->names[i].qualifier, name->qualifier))
			return true;
	a->names = vec_room(a->names, &a->name_room, a->name_count + 1, sizeof(*a->names));
	a->names[a->name_count++] = *name;
	return false;
}

/* Names that cannot be read are left out: vendor and product say the same. */
static void add_cpes(struct cve5_affected *a, struct draft *d, struct json *j, struct arena *record)
{
	bool all = is_all(&a->versions);

	a->name_count = 0;
	for (size_t i = 0; i < a->cpe_count && has_room(d, j); i++) {
		struct affected name = { .config = -1 };
		struct err e;

		if (!cpe_row(a->cpes[i], record, &name, &e))
			continue;
		if (all && name.low.len > 0) /* only the name says which version */
			*draft_affected(d) = name;
		else if (!is_known(a, &name))
			add_rows(&a->versions, &name, d, j);
	}
}

/* --- package URLs --- */

static const struct registry *find_registry(struct str url)
{
	size_t scheme = str_find(url, STR("://"));

	if (scheme == url.len)
		return NULL;
	url = str_from(url, scheme + 3);
	for (size_t i = 0; i < COUNT(registries); i++) {
		struct str host = str_of(registries[i].host);

		if (str_starts_nocase(url, host) && (url.len == host.len || url.ptr[host.len] == '/'))
			return &registries[i];
	}
	return NULL;
}

/* Enterprise Linux where one of the CPE names is that; else the product of the first. */
static struct str platform_release(struct cve5_affected *a, struct arena *record)
{
	struct str release = STR_NONE;

	for (size_t i = 0; i < a->cpe_count; i++) {
		struct str product = cpe_row_product(a->cpes[i], record);

		if (str_has(a->cpes[i], STR(":redhat:enterprise_linux:")))
			return product;
		if (release.len == 0)
			release = product;
	}
	return release;
}

static bool find_package(struct cve5_affected *a, const struct entry *entry, const struct registry *registry,
    struct arena *record, struct affected *row)
{
	struct str name = entry->package, version, namespace;

	if (entry->purl.len > 0 && purl_row_text(entry->purl, record, row, &version)) {
		if (is_all(&a->versions) && version.len > 0) /* only the purl says which version */
			a->versions.at[0].span = (struct version_span){ version, version, true, true };
		return true;
	}
	if (!registry)
		return false;
	namespace = str_of(registry->namespace);
	if (registry->separator)
		str_cut_last(&name, registry->separator, &namespace);
	if (!purl_row_parts(str_of(registry->type), namespace, name, record, row))
		return false;
	if (registry->distribution)
		row->qualifier = platform_release(a, record);
	return true;
}

/* --- names --- */

static bool find_name(const struct entry *entry, struct arena *record, struct affected *row)
{
	if (version_span_is_unsaid(entry->vendor) || version_span_is_unsaid(entry->product))
		return false;
	row->kind = PACKAGE_NAME;
	row->scheme = VERSION_GENERIC;
	row->package = draft_name(entry->vendor, entry->product, record);
	return true;
}

/* --- reading --- */

/* "Enterprise Linux 9, curl: unaffected": the distribution's word on the whole of its package. Of a product
 * whose release cannot be told it would silence the others. */
static void add_unaffected(
    const struct entry *entry, const struct affected *package, struct draft *d, struct json *j)
{
	if (!entry->default_unaffected || package->qualifier.len == 0 || !has_room(d, j))
		return;
	*draft_affected(d) = *package;
	d->advisory.affected[d->advisory.affected_count - 1].status = STATUS_UNAFFECTED;
}

static void add_entry(
    struct cve5_affected *a, const struct entry *entry, struct draft *d, struct json *j, struct arena *record)
{
	const struct registry *registry = entry->package.len > 0 ? find_registry(entry->collection) : NULL;
	struct affected package = { .config = -1 }, name = { .config = -1 };
	bool of_distribution = registry && registry->distribution, silent = a->versions.count == 0,
	     has_package;

	cve5_versions_settle(&a->versions, entry->default_affected);
	if (a->versions.count == 0 && !(of_distribution && silent))
		return;
	has_package = find_package(a, entry, registry, record, &package);
	if (has_package && a->versions.count == 0)
		add_unaffected(entry, &package, d, j);
	else if (has_package)
		add_rows(&a->versions, &package, d, j);
	if (a->versions.count == 0 || (has_package && of_distribution))
		return;
	add_cpes(a, d, j, record);
	if (find_name(entry, record, &name))
		add_rows(&a->versions, &name, d, j);
	name = (struct affected){ .config = -1 };
	if (entry->repository.len > 0 && git_row(entry->repository, record, &name))
		add_rows(&a->versions, &name, d, j);
}

static void read_cpes(struct cve5_affected *a, struct json *j, struct arena *record)
{
	struct str text;

	while (json_next_item(j)) {
		if (!json_text(j, &text))
			continue;
		if (a->cpe_count == LIMIT_ADVISORY_CPES) {
			json_refuse(j, "more than %d CPE names", LIMIT_ADVISORY_CPES);
			return;
		}
		a->cpes = vec_room(a->cpes, &a->cpe_room, a->cpe_count + 1, sizeof(*a->cpes));
		a->cpes[a->cpe_count++] = arena_copy(record, text);
	}
}

static void read_default(struct json *j, struct entry *entry)
{
	struct str text;

	if (!json_text(j, &text))
		return;
	entry->default_affected = str_eq(text, STR("affected"));
	entry->default_unaffected = str_eq(text, STR("unaffected"));
}

static void read_entry(struct cve5_affected *a, struct json *j, struct draft *d, struct arena *record)
{
	struct entry entry = { 0 };
	struct str key;

	a->cpe_count = 0;
	cve5_versions_clear(&a->versions);
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("vendor")))
			draft_read_text(j, record, &entry.vendor);
		else if (str_eq(key, STR("product")))
			draft_read_text(j, record, &entry.product);
		else if (str_eq(key, STR("collectionURL")))
			draft_read_text(j, record, &entry.collection);
		else if (str_eq(key, STR("packageName")))
			draft_read_text(j, record, &entry.package);
		else if (str_eq(key, STR("packageURL")))
			draft_read_text(j, record, &entry.purl);
		else if (str_eq(key, STR("repo")))
			draft_read_text(j, record, &entry.repository);
		else if (str_eq(key, STR("defaultStatus")))
			read_default(j, &entry);
		else if (str_eq(key, STR("cpes")))
			read_cpes(a, j, record);
		else if (str_eq(key, STR("versions")))
			cve5_versions_read(&a->versions, j, record);
		else
			json_skip(j);
	}
	if (!json_failed(j))
		add_entry(a, &entry, d, j, record);
}

static bool is_open(const struct affected *row)
{
	return row->kind == PACKAGE_GIT && row->scheme == VERSION_LITERAL && row->low.len == 0;
}

/* Where versions tell what is affected, "some commits between" says nothing more. */
static void drop_open(struct advisory *a)
{
	size_t kept = 0;
	bool told = false;

	for (size_t i = 0; i < a->affected_count; i++)
		told =
		    told || (a->affected[i].kind != PACKAGE_GIT && a->affected[i].status == STATUS_AFFECTED);
	for (size_t i = 0; told && i < a->affected_count; i++)
		if (!is_open(&a->affected[i]))
			a->affected[kept++] = a->affected[i];
	if (told)
		a->affected_count = kept;
}

void cve5_affected_read(struct cve5_affected *a, struct json *j, struct draft *d, struct arena *record)
{
	while (json_next_item(j))
		read_entry(a, j, d, record);
	drop_open(&d->advisory);
}

void cve5_affected_free(struct cve5_affected *a)
{
	free(a->cpes);
	free(a->names);
	cve5_versions_free(&a->versions);
	*a = (struct cve5_affected){ 0 };
}
