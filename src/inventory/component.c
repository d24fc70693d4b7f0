#include "inventory/component.h"

#include "identity/cpe.h"
#include "identity/distro.h"
#include "identity/purl.h"
#include "identity/repository.h"
#include "limits.h"

#define COMMIT_BYTES_LEAST                                                                                   \
	12 /* of a version that is taken for a commit: shorter ones may be dates or builds */

struct builder {
	const struct sbom_component *from;
	struct arena *arena;
	struct component *to; /* its identities and problems have room for all that from can give */
	struct str repository, repository_version; /* the first that a purl names */
};

/* clang-format off */
/* Words found in SBOMs, in lower case; FDA's three examples of a level of support come first. */
static const struct {
	const char *words;
	enum support_level level;
} support_words[] = {
	{ "actively maintained", SUPPORT_LEVEL_ACTIVE },
	{ "no longer maintained", SUPPORT_LEVEL_ENDED },
	{ "abandoned", SUPPORT_LEVEL_ABANDONED },
	{ "active", SUPPORT_LEVEL_ACTIVE },
	{ "maintained", SUPPORT_LEVEL_ACTIVE },
	{ "supported", SUPPORT_LEVEL_ACTIVE },
	{ "full support", SUPPORT_LEVEL_ACTIVE },
	{ "limited", SUPPORT_LEVEL_LIMITED },
	{ "limited support", SUPPORT_LEVEL_LIMITED },
	{ "security fixes only", SUPPORT_LEVEL_LIMITED },
	{ "security support", SUPPORT_LEVEL_LIMITED },
	{ "extended support", SUPPORT_LEVEL_LIMITED },
	{ "inactive", SUPPORT_LEVEL_ENDED },
	{ "deprecated", SUPPORT_LEVEL_ENDED },
	{ "not maintained", SUPPORT_LEVEL_ENDED },
	{ "unmaintained", SUPPORT_LEVEL_ENDED },
	{ "unsupported", SUPPORT_LEVEL_ENDED },
	{ "no longer supported", SUPPORT_LEVEL_ENDED },
	{ "end of support", SUPPORT_LEVEL_ENDED },
	{ "end of life", SUPPORT_LEVEL_ENDED },
	/* SupportType of SPDX 3.0 */
	{ "development", SUPPORT_LEVEL_ACTIVE },
	{ "support", SUPPORT_LEVEL_ACTIVE },
	{ "deployed", SUPPORT_LEVEL_ACTIVE },
	{ "limitedSupport", SUPPORT_LEVEL_LIMITED },
	{ "endOfSupport", SUPPORT_LEVEL_ENDED },
	{ "noSupport", SUPPORT_LEVEL_ENDED },
	{ "internal", SUPPORT_LEVEL_INTERNAL },
	{ "in-house", SUPPORT_LEVEL_INTERNAL },
};

static const char *const level_names[SUPPORT_LEVEL_COUNT] = {
	[SUPPORT_LEVEL_UNKNOWN] = "unknown",
	[SUPPORT_LEVEL_ACTIVE] = "active",
	[SUPPORT_LEVEL_LIMITED] = "limited",
	[SUPPORT_LEVEL_ENDED] = "no_longer_maintained",
	[SUPPORT_LEVEL_ABANDONED] = "abandoned",
	[SUPPORT_LEVEL_INTERNAL] = "internal",
};
/* clang-format on */

const char *support_level_name(enum support_level level)
{
	return level_names[level];
}

enum support_level support_level_of(struct str words)
{
	for (size_t i = 0; words.len && i < COUNT(support_words); i++)
		if (str_eq_nocase(words, str_of(support_words[i].words)))
			return support_words[i].level;
	return SUPPORT_LEVEL_UNKNOWN;
}

/* Identities */

static void add_problem(struct builder *b, struct err *why)
{
	const struct component *to = b->to;

	err_within(why, "component \"" STR_FMT "%s" STR_FMT "\"", STR_ARG(to->name),
	    to->version.len > 0 ? " " : "", STR_ARG(to->version));
	b->to->problems[b->to->problem_count++] = arena_copy(b->arena, str_of(why->text));
}

static int compare_identities(const struct identity *a, const struct identity *b)
{
	int sign = (a->kind > b->kind) - (a->kind < b->kind);

	sign = sign ? sign : str_cmp(a->package, b->package);
	sign = sign ? sign : str_cmp(a->version, b->version);
	sign = sign ? sign : str_cmp(a->qualifier, b->qualifier);
	return sign ? sign : a->is_source - b->is_source;
}

/* Puts it in its place, unless it is there already. */
static void add_identity(struct builder *b, const struct identity *new)
{
	struct identity *list = b->to->identities;
	size_t at = b->to->identity_count;
	struct err why = { 0 };

	if (new->version.len > LIMIT_VERSION_BYTES) {
		err_fail(
		    &why, ERR_LIMIT, "version of %zu bytes, limit %d", new->version.len, LIMIT_VERSION_BYTES);
		add_problem(b, &why);
		return;
	}
	for (size_t i = 0; i < b->to->identity_count; i++)
		if (compare_identities(&list[i], new) == 0)
			return;
	for (; at > 0 && compare_identities(&list[at - 1], new) > 0; at--)
		list[at] = list[at - 1];
	list[at] = *new;
	b->to->identity_count++;
}

static struct str purl_package(const struct purl *p, struct arena *arena)
{
	SCOPED_BUF text = buf_new(4 * LIMIT_PURL_BYTES);

	purl_write_package(p, &text);
	return arena_copy(arena, buf_str(&text));
}

static bool has_epochs(struct str type)
{
	return str_eq(type, STR("deb")) || str_eq(type, STR("rpm"));
}

/* The version with the qualifier "epoch" in front, where purl keeps it apart. */
static struct str with_epoch(const struct purl *p, struct str version, struct arena *arena)
{
	struct str epoch = purl_qualifier(p, STR("epoch"));

	if (version.len == 0 || epoch.len == 0 || str_eq(epoch, STR("0")) || !has_epochs(p->type) ||
	    str_index(version, ':') < version.len)
		return version;
	return arena_printf(arena, STR_FMT ":" STR_FMT, STR_ARG(epoch), STR_ARG(version));
}

/* The qualifier "upstream" as syft writes it: "openssl", "openssl@1.1.1k-1" or, for RPM,
 * "openssl-1.1.1k-7.el8.src.rpm". The version stays where it names none. */
static void read_upstream(struct str upstream, struct str *name, struct str *version)
{
	struct str rest = upstream, release, number;

	if (str_ends(upstream, STR(".src.rpm"))) {
		rest = str_first(upstream, upstream.len - STR(".src.rpm").len);
		if (!str_cut_last(&rest, '-', &number) || number.len == 0)
			return;
		release = rest;
		rest = number;
		if (!str_cut_last(&rest, '-', name))
			return;
		*version = (struct str){ rest.ptr, (size_t)(release.ptr + release.len - rest.ptr) };
		return;
	}
	*name = upstream;
	if (str_cut(&rest, '@', name))
		*version = rest;
}

static void add_upstream(struct builder *b, const struct purl *p, const struct identity *binary)
{
	struct str upstream = purl_qualifier(p, STR("upstream"));
	struct identity source = *binary;
	struct str version = STR_NONE;
	struct purl named = *p;

	if (upstream.len == 0 || (!has_epochs(p->type) && !str_eq(p->type, STR("apk"))))
		return;
	named.name = STR_NONE;
	read_upstream(upstream, &named.name, &version);
	if (named.name.len == 0)
		return;
	source.is_source = true;
	source.package = purl_package(&named, b->arena);
	if (version.len > 0)
		source.version = with_epoch(p, version, b->arena);
	if (!str_eq(source.package, binary->package) || !str_eq(source.version, binary->version))
		add_identity(b, &source);
}

/* purl types that are a place for sources; what is named there is host, namespace and name. */
static const struct {
	const char *type, *host;
} forges[] = {
	{ "github", "github.com" },
	{ "gitlab", "gitlab.com" },
	{ "bitbucket", "bitbucket.org" },
	{ "gitea", "gitea.com" },
	{ "codeberg", "codeberg.org" },
};

/* The repository that a purl of a forge names; empty where it is of another type. */
static struct str forge_url(const struct purl *p, struct arena *arena)
{
	for (size_t i = 0; i < COUNT(forges); i++)
		if (str_eq(p->type, str_of(forges[i].type)))
			return arena_printf(arena, "https://%s/" STR_FMT "/" STR_FMT, forges[i].host,
			    STR_ARG(p->namespace), STR_ARG(p->name));
	return STR_NONE;
}

static void add_purl(struct builder *b, struct str text)
{
	struct identity new = { .kind = PACKAGE_PURL, .is_whole = true, .written = text };
	struct err why = { 0 };
	struct str arch, url;
	struct purl p;
	bool mended;

	if (!purl_parse_lenient(text, b->arena, &p, &mended, &why)) {
		add_problem(b, &why);
		return;
	}
	arch = purl_qualifier(&p, STR("arch"));
	new.package = purl_package(&p, b->arena);
	new.version = with_epoch(&p, p.version.len > 0 ? p.version : b->to->version, b->arena);
	new.scheme = version_scheme_of_purl_type(p.type);
	new.qualifier = distro_normalise(p.namespace, purl_qualifier(&p, STR("distro")), b->arena);
	new.is_source = has_epochs(p.type) && (str_eq(arch, STR("source")) || str_eq(arch, STR("src")));
	add_identity(b, &new);
	add_upstream(b, &p, &new);
	url = forge_url(&p, b->arena);
	if (url.len == 0 && str_eq(p.type, STR("generic")))
		url = purl_qualifier(&p, STR("vcs_url"));
	if (url.len > 0 && b->repository.len == 0) {
		b->repository = url;
		b->repository_version = p.version;
	}
}

static bool says_nothing(struct str attribute)
{
	return cpe_is_any(attribute) || cpe_is_na(attribute);
}

/* The attributes behind the version; empty where none of them says anything. */
static struct str cpe_qualifier(const struct cpe *c, struct arena *arena)
{
	SCOPED_BUF text = buf_new(2 * LIMIT_CPE_BYTES);
	bool any = true;

	for (int i = CPE_UPDATE; i < CPE_ATTRIBUTE_COUNT; i++) {
		any = any && cpe_is_any(c->attribute[i]);
		if (i > CPE_UPDATE)
			buf_byte(&text, ':');
		buf_add(&text, c->attribute[i]);
	}
	return any ? STR_NONE : arena_copy(arena, buf_str(&text));
}

static struct str cpe_package(const struct cpe *c, struct arena *arena)
{
	SCOPED_BUF text = buf_new(2 * LIMIT_CPE_BYTES);

	cpe_write_package(c, &text);
	return arena_copy(arena, buf_str(&text));
}

static void add_cpe(struct builder *b, struct str text)
{
	struct identity new = { .kind = PACKAGE_CPE, .scheme = VERSION_GENERIC, .written = text };
	struct err why = { 0 };
	struct cpe c;

	if (!cpe_parse_lenient(text, b->arena, &c, &new.mended, &why)) {
		add_problem(b, &why);
		return;
	}
	new.package = cpe_package(&c, b->arena);
	new.version = cpe_unescape(c.attribute[CPE_VERSION], b->arena);
	if (cpe_is_any(c.attribute[CPE_VERSION]))
		new.version = b->to->version;
	new.qualifier = cpe_qualifier(&c, b->arena);
	new.is_whole = !says_nothing(c.attribute[CPE_PART]) && !says_nothing(c.attribute[CPE_VENDOR]) &&
		       !says_nothing(c.attribute[CPE_PRODUCT]);
	add_identity(b, &new);
}

/* What its purls and CPEs say of the version; empty if nothing. */
static struct str known_version(const struct component *c)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].version.len > 0 && !cpe_is_na(c->identities[i].version))
			return c->identities[i].version;
	return STR_NONE;
}

/* Where it comes from, for what is known by its sources. A version that is a commit is none. */
static void add_repository(struct builder *b, struct str url, struct str version)
{
	const struct sbom_component *from = b->from;
	struct identity new = {
		.kind = PACKAGE_GIT, .scheme = VERSION_GENERIC, .is_whole = true, .written = url
	};

	if (!repository_read(url, b->arena, &new.package, &new.qualifier))
		return;
	/* several are what was changed, and none of them says where it stands */
	if (new.qualifier.len == 0 && from->commit_count == 1 && repository_is_commit(from->commits[0]))
		new.qualifier = from->commits[0];
	if (version.len == 0)
		version = b->to->version.len > 0 ? b->to->version : known_version(b->to);
	if (version.len >= COMMIT_BYTES_LEAST && repository_is_commit(version)) {
		if (new.qualifier.len == 0)
			new.qualifier = version;
		version = STR_NONE;
	}
	new.version = version;
	add_identity(b, &new);
}

/* Of fewer bits anybody can make a second file; SHA-1 is what SPDX asks of every file. */
#define HASH_HEX_LEAST 40

struct str component_hash(const struct sbom_hash *h, struct arena *arena)
{
	char *text = arena_alloc(arena, h->algorithm.len + h->value.len + 2, 1);
	size_t len = 0;

	if (h->value.len < HASH_HEX_LEAST || !str_starts_nocase(h->algorithm, STR("sha")))
		return STR_NONE;
	for (size_t i = 0; i < h->algorithm.len; i++)
		text[len++] = char_upper(h->algorithm.ptr[i]);
	text[len++] = ':';
	for (size_t i = 0; i < h->value.len; i++)
		text[len++] = char_lower(h->value.ptr[i]);
	return (struct str){ text, len };
}

bool component_has_hash(const struct component *c, struct str hash)
{
	for (size_t i = 0; i < c->hash_count; i++)
		if (str_eq(c->hashes[i], hash))
			return true;
	return false;
}

/* Puts it in its place, unless it is there already. */
static void add_hash(struct builder *b, const struct sbom_hash *from)
{
	struct component *to = b->to;
	struct str hash = component_hash(from, b->arena);
	size_t at = to->hash_count;

	if (hash.len == 0 || component_has_hash(to, hash))
		return;
	for (; at > 0 && str_cmp(to->hashes[at - 1], hash) > 0; at--)
		to->hashes[at] = to->hashes[at - 1];
	to->hashes[at] = hash;
	to->hash_count++;
}

/* The name as the ecosystem writes it: group and name joined by ':' for Maven, by '/' elsewhere. */
static struct str full_name(const struct sbom_component *c, struct arena *arena)
{
	char joint = str_starts(c->purl, STR("pkg:maven/")) ? ':' : '/';

	if (c->group.len == 0 || (str_starts(c->name, c->group) && c->name.len > c->group.len &&
				     c->name.ptr[c->group.len] == joint))
		return c->name;
	return arena_printf(
	    arena, "%.*s%c%.*s", (int)c->group.len, c->group.ptr, joint, (int)c->name.len, c->name.ptr);
}

void component_from_sbom(const struct sbom_component *c, struct arena *arena, struct component *out)
{
	size_t purls = 1 + c->more_purl_count, names = 2 * purls + c->cpe_count + 1;
	struct builder b = { .from = c, .arena = arena, .to = out };

	*out = (struct component){
		.ref = c->ref,
		.name = full_name(c, arena),
		.version = str_trim(c->version),
		.kind = c->kind,
		.supplier = c->supplier,
		.support = c->support_level,
		.support_level = support_level_of(c->support_level),
		.end_of_support = c->end_of_support,
		.is_subject = c->is_subject,
		.identities = arena_alloc(arena, names, sizeof(*out->identities)),
		.problems = arena_alloc(arena, names, sizeof(*out->problems)),
		.hashes = arena_alloc(arena, c->hash_count, sizeof(*out->hashes)),
	};
	if (c->purl.len > 0)
		add_purl(&b, c->purl);
	for (size_t i = 0; i < c->more_purl_count; i++)
		add_purl(&b, c->more_purls[i]);
	for (size_t i = 0; i < c->cpe_count; i++)
		add_cpe(&b, c->cpes[i]);
	for (size_t i = 0; i < c->hash_count; i++)
		add_hash(&b, &c->hashes[i]);
	if (purls == 1 && c->purl.len == 0) /* a package manager's package goes by its own advisories */
		b.repository = c->repository;
	if (b.repository.len > 0)
		add_repository(&b, b.repository, b.repository_version);
}

/* Which of part, vendor and product a CPE leaves open. */
static struct str open_attribute(struct str package)
{
	static const char *const reasons[][2] = {
		{ "CPE part is *", "CPE part is -" },
		{ "CPE vendor is *", "CPE vendor is -" },
		{ "CPE product is *", "CPE product is -" },
	};
	size_t from = 0, n = 0;

	for (size_t i = 0; i <= package.len && n < COUNT(reasons); i++) {
		struct str piece = str_first(str_from(package, from), i - from);

		if (i < package.len && package.ptr[i] == '\\') {
			i++;
			continue;
		}
		if (i < package.len && package.ptr[i] != ':')
			continue;
		if (says_nothing(piece))
			return str_of(reasons[n][cpe_is_na(piece)]);
		from = i + 1;
		n++;
	}
	return STR("CPE names no product");
}

const struct component *components_subject(const struct component *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].is_subject)
			return &list[i];
	return NULL;
}

size_t component_count(const struct component *list, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += !list[i].is_subject;
	return found;
}

bool identity_is_usable(const struct identity *i)
{
	return i->is_whole && (i->version.len > 0 || (i->kind == PACKAGE_GIT && i->qualifier.len > 0));
}

struct str component_why_not_matchable(const struct component *c)
{
	const struct identity *open = NULL;
	bool whole = false;

	for (size_t i = 0; i < c->identity_count; i++) {
		const struct identity *one = &c->identities[i];

		if (identity_is_usable(one))
			return STR_NONE;
		whole = whole || c->identities[i].is_whole;
		if (!c->identities[i].is_whole)
			open = &c->identities[i];
	}
	if (whole)
		return STR("version missing");
	if (open)
		return open_attribute(open->package);
	return c->problem_count > 0 ? STR("its purl or CPE cannot be read") : STR("no purl, no CPE");
}

const struct identity *component_identity(const struct component *c, enum package_kind kind)
{
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].kind == kind && !c->identities[i].is_source)
			return &c->identities[i];
	return NULL;
}

struct str component_written(const struct component *c, enum package_kind kind)
{
	const struct identity *identity = component_identity(c, kind);

	return identity ? identity->written : STR_NONE;
}
