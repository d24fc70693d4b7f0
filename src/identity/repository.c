#include "identity/repository.h"

#include "limits.h"

/* In front of an address, outermost first: "scm:git:https://user@host/...". */
static const char *const prefixes[] = { "scm:", "git:", "git+", "git|", "hg+", "svn+", "bzr+" };
static const char *const schemes[] = { "https://", "http://", "git://", "ssh://", "git+ssh://", "rsync://" };

/* Behind the name of a project: what is shown of it, and whether a commit may follow. */
static const struct {
	const char *text;
	bool commit;
} views[] = {
	{ "/-/commit/", true },
	{ "/-/tree/", true },
	{ "/commit/?id=", true },
	{ "/commit/", true },
	{ "/commits/", true },
	{ "/tree/", true },
	{ "/blob/", false },
	{ "/pull/", false },
	{ "/issues", false },
	{ "/releases", false },
	{ "/archive/", false },
};

/* Mirrors, with the same commits, of one repository. */
static const struct {
	const char *mirror, *repository;
} mirrors[] = {
	{ "git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux", REPOSITORY_KERNEL },
	{ "git.kernel.org/pub/scm/linux/kernel/git/stable/linux-stable", REPOSITORY_KERNEL },
	{ "git.kernel.org/torvalds/linux", REPOSITORY_KERNEL },
	{ "git.kernel.org/stable/linux", REPOSITORY_KERNEL },
	{ "github.com/torvalds/linux", REPOSITORY_KERNEL },
	{ "github.com/gregkh/linux", REPOSITORY_KERNEL },
	{ "kernel.googlesource.com/pub/scm/linux/kernel/git/stable/linux", REPOSITORY_KERNEL },
	{ "kernel.googlesource.com/pub/scm/linux/kernel/git/torvalds/linux", REPOSITORY_KERNEL },
};

/* Hosts on which the case of a path does not matter. */
static const char *const caseless[] = { "github.com", "gitlab.com", "bitbucket.org", "codeberg.org",
	"gitee.com" };

bool repository_is_commit(struct str text)
{
	bool letter = false;

	if (text.len < 7 || text.len > 64)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (char_hex(text.ptr[i]) < 0)
			return false;
		letter = letter || !char_is_digit(text.ptr[i]);
	}
	return letter;
}

static bool cut_prefix(struct str *url, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str prefix = str_of(list[i]);

		if (str_starts_nocase(*url, prefix)) {
			*url = str_from(*url, prefix.len);
			return true;
		}
	}
	return false;
}

/* Host and path of an address; false if it is none. */
static bool cut_address(struct str *url, bool *marked)
{
	bool addressed;
	size_t user, slash;

	*marked = false;
	while (!(addressed = cut_prefix(url, schemes, COUNT(schemes))) &&
	       cut_prefix(url, prefixes, COUNT(prefixes)))
		*marked = true;
	slash = str_index(*url, '/');
	user = str_index(*url, '@');
	if (user < slash && user < url->len) {
		*url = str_from(*url, user + 1);
		return addressed || str_index(*url, ':') < url->len;
	}
	return addressed;
}

/* Takes "@commit" or "@tag" off the end, or the view of a commit; and "#path", "?query". */
static struct str cut_commit(struct str *path)
{
	struct str commit = STR_NONE, rest = *path, before;

	if (str_cut(&rest, '#', &before)) /* "#subfolder", or npm's "#commit" */
		*path = before;
	if (!repository_is_commit(rest) || rest.len == path->len)
		rest = STR_NONE;
	commit = rest;
	for (size_t i = 0; i < COUNT(views); i++) {
		size_t at = str_find(*path, str_of(views[i].text));

		if (at == path->len)
			continue;
		rest = str_from(*path, at + strlen(views[i].text));
		commit = views[i].commit ? str_first(rest, str_index(rest, '/')) : STR_NONE;
		*path = str_first(*path, at);
		break;
	}
	rest = *path;
	if (str_cut_last(path, '@', &before)) {
		commit = *path;
		*path = before;
	}
	*path = str_first(*path, str_index(*path, '?'));
	return repository_is_commit(commit) ? commit : STR_NONE;
}

static struct str without_ends(struct str path)
{
	size_t before;

	do {
		before = path.len;
		while (path.len > 0 && path.ptr[path.len - 1] == '/')
			path.len--;
		if (str_ends(path, STR(".git")))
			path.len -= 4;
	} while (path.len < before);
	return path;
}

static struct str lower(struct str text, struct arena *arena)
{
	char *out = arena_alloc(arena, text.len + 1, 1);

	for (size_t i = 0; i < text.len; i++)
		out[i] = char_lower(text.ptr[i]);
	return (struct str){ out, text.len };
}

/* Two labels at least: "a.b". */
static bool is_host(struct str host)
{
	size_t dot = str_index(host, '.');

	return dot > 0 && dot + 1 < host.len;
}

/* "host:22/path", "host:path": "host/path"; the host, or all of it, in lower case. */
static struct str join(struct str host, struct str path, struct arena *arena)
{
	bool folds = false;
	struct str name;

	host = lower(host, arena);
	if (str_starts(host, STR("www.")) && is_host(str_from(host, 4)))
		host = str_from(host, 4);
	for (size_t i = 0; i < COUNT(caseless); i++)
		folds = folds || str_eq(host, str_of(caseless[i]));
	if (folds)
		path = lower(path, arena);
	name = arena_printf(arena, "%.*s/%.*s", (int)host.len, host.ptr, (int)path.len, path.ptr);
	for (size_t i = 0; i < COUNT(mirrors); i++)
		if (str_eq(name, str_of(mirrors[i].mirror)))
			return str_of(mirrors[i].repository);
	return name;
}

static bool is_number(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!char_is_digit(text.ptr[i]))
			return false;
	return true;
}

/* No URL has a blank or a control character in it. */
static bool is_printed(struct str url)
{
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.ptr[i] <= ' ' || url.ptr[i] == 0x7f)
			return false;
	return true;
}

bool repository_read(struct str url, struct arena *arena, struct str *repository, struct str *commit)
{
	struct str named, host, port;
	bool marked;

	url = str_trim(url);
	if (url.len > LIMIT_PURL_BYTES || !is_printed(url) || !cut_address(&url, &marked))
		return false;
	named = cut_commit(&url);
	url = without_ends(url);
	host = str_first(url, str_index(url, '/'));
	url = str_from(url, host.len + 1);
	port = host;
	if (str_cut(&port, ':', &host) && !is_number(port)) /* "host:user/project": no port, but the path */
		url =
		    (struct str){ port.ptr, url.len > 0 ? (size_t)(url.ptr + url.len - port.ptr) : port.len };
	while (url.len > 0 && url.ptr[0] == '/')
		url = str_from(url, 1);
	if (url.len == 0 || !is_host(host))
		return false;
	*repository = join(host, url, arena);
	*commit = lower(named, arena);
	return true;
}
