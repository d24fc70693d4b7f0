#include "inventory/component.h"

#include <assert.h>

#include "identity/cpe.h"
#include "identity/distro.h"
#include "identity/purl.h"
#include "identity/repository.h"
#include "limits.h"

/* What a component may hold when written; the limits on its fields keep it far below. */
#define CONTENT_BYTES_MOST LIMIT_RECORD_BYTES

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

static enum support_level find_level(struct str words)
{
	for (size_t i = 0; i < COUNT(support_words); i++)
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
		.support_level = find_level(c->support_level),
		.end_of_support = c->end_of_support,
		.is_subject = c->is_subject,
		.identities = arena_alloc(arena, names, sizeof(*out->identities)),
		.problems = arena_alloc(arena, names, sizeof(*out->problems)),
	};
	if (c->purl.len > 0)
		add_purl(&b, c->purl);
	for (size_t i = 0; i < c->more_purl_count; i++)
		add_purl(&b, c->more_purls[i]);
	for (size_t i = 0; i < c->cpe_count; i++)
		add_cpe(&b, c->cpes[i]);
	if (purls == 1 && c->purl.len == 0) /* a package manager's package goes by its own advisories */
		b.repository = c->repository;
	if (b.repository.len > 0)
		add_repository(&b, b.repository, b.repository_version);
}

/* The stored form: a byte 1, then texts as varint length and bytes. */

static void put_text(struct buf *out, struct str text)
{
	buf_varint(out, text.len);
	buf_add(out, text);
}

enum identity_flag { FLAG_SOURCE = 1, FLAG_WHOLE = 2, FLAG_MENDED = 4 };

static void put_identity(struct buf *out, const struct identity *i)
{
	int flags =
	    (i->is_source ? FLAG_SOURCE : 0) | (i->is_whole ? FLAG_WHOLE : 0) | (i->mended ? FLAG_MENDED : 0);

	buf_byte(out, (char)i->kind);
	buf_byte(out, (char)i->scheme);
	buf_byte(out, (char)flags);
	put_text(out, i->package);
	put_text(out, i->version);
	put_text(out, i->qualifier);
	put_text(out, i->written);
}

void component_write(const struct component *c, struct buf *out)
{
	char date[DATE_TEXT_SIZE] = "";

	if (date_is_known(c->end_of_support))
		date_write(c->end_of_support, date);
	buf_byte(out, 1);
	put_text(out, c->name);
	put_text(out, c->version);
	put_text(out, c->kind);
	put_text(out, c->supplier);
	put_text(out, c->support);
	put_text(out, str_of(date));
	buf_varint(out, c->identity_count);
	for (size_t i = 0; i < c->identity_count; i++)
		put_identity(out, &c->identities[i]);
	buf_varint(out, c->problem_count);
	for (size_t i = 0; i < c->problem_count; i++)
		put_text(out, c->problems[i]);
}

static bool take_byte(struct str *rest, int least, int most, int *byte)
{
	int got = rest->len ? (unsigned char)rest->ptr[0] : -1;

	if (got < 0 || got < least || got > most)
		return false;
	*byte = got;
	*rest = str_from(*rest, 1);
	return true;
}

static bool take_text(struct str *rest, struct str *text)
{
	uint64_t len;

	if (!str_take_varint(rest, &len) || len > rest->len)
		return false;
	*text = str_first(*rest, (size_t)len);
	*rest = str_from(*rest, (size_t)len);
	return true;
}

/* A count of things of which each takes a byte or more. */
static bool take_count(struct str *rest, size_t *count)
{
	uint64_t n;

	if (!str_take_varint(rest, &n) || n > rest->len)
		return false;
	*count = (size_t)n;
	return true;
}

static bool take_date(struct str *rest, struct date *date)
{
	struct err ignored;
	struct str text;

	*date = DATE_NONE;
	return take_text(rest, &text) && (text.len == 0 || date_parse(text, date, &ignored));
}

static bool take_identity(struct str *rest, struct identity *i)
{
	int kind, scheme, flags;

	if (!take_byte(rest, PACKAGE_CPE, PACKAGE_GIT, &kind) ||
	    !take_byte(rest, 0, VERSION_SCHEME_COUNT - 1, &scheme) || !take_byte(rest, 0, 7, &flags))
		return false;
	i->kind = (enum package_kind)kind;
	i->scheme = (enum version_scheme)scheme;
	i->is_source = flags & FLAG_SOURCE;
	i->is_whole = flags & FLAG_WHOLE;
	i->mended = flags & FLAG_MENDED;
	return take_text(rest, &i->package) && take_text(rest, &i->version) &&
	       take_text(rest, &i->qualifier) && take_text(rest, &i->written);
}

static bool take_lists(struct str *rest, struct arena *arena, struct component *c)
{
	if (!take_count(rest, &c->identity_count))
		return false;
	c->identities = arena_alloc(arena, c->identity_count, sizeof(*c->identities));
	for (size_t i = 0; i < c->identity_count; i++)
		if (!take_identity(rest, &c->identities[i]))
			return false;
	if (!take_count(rest, &c->problem_count))
		return false;
	c->problems = arena_alloc(arena, c->problem_count, sizeof(*c->problems));
	for (size_t i = 0; i < c->problem_count; i++)
		if (!take_text(rest, &c->problems[i]))
			return false;
	return rest->len == 0;
}

bool component_read(struct str bytes, struct arena *arena, struct component *out, struct err *e)
{
	struct component c = { 0 };
	struct str rest = bytes;
	int form;

	if (!take_byte(&rest, 1, 1, &form) || !take_text(&rest, &c.name) || !take_text(&rest, &c.version) ||
	    !take_text(&rest, &c.kind) || !take_text(&rest, &c.supplier) || !take_text(&rest, &c.support) ||
	    !take_date(&rest, &c.end_of_support) || !take_lists(&rest, arena, &c))
		return err_fail(e, ERR_STORE, "component of %zu bytes is damaged", bytes.len);
	c.support_level = find_level(c.support);
	*out = c;
	return true;
}

struct sha256 component_digest(const struct component *c)
{
	SCOPED_BUF content = buf_new(CONTENT_BYTES_MOST);

	component_write(c, &content);
	assert(!buf_full(&content));
	return sha256_of(buf_str(&content));
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
