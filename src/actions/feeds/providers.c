#include "actions/feeds/providers.h"

#include "actions/config_file.h"
#include "formats/json_tree.h"
#include "limits.h"
#include "transfer/fetch.h"

#define NAME_MOST 40

const char *const provider_kinds[PROVIDER_KIND_COUNT] = {
	[PROVIDER_DOCUMENTS] = "documents",
	[PROVIDER_NVD] = "nvd",
	[PROVIDER_CVE] = "cve",
	[PROVIDER_OSV] = "osv",
	[PROVIDER_CSAF] = "csaf",
};

/* In the order in which they are asked: what says most in the fewest bytes comes first. */
static const struct {
	const char *name;
	enum provider_kind kind;
	const char *url, *everything;
} shipped[] = {
	{ "kev", PROVIDER_DOCUMENTS,
	    "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json", NULL },
	{ "epss", PROVIDER_DOCUMENTS, "https://epss.empiricalsecurity.com/epss_scores-current.csv.gz", NULL },
	{ "nvd", PROVIDER_NVD, "https://nvd.nist.gov/feeds/json/cve/2.0/", NULL },
	{ "cisa-csaf", PROVIDER_CSAF, "https://www.cisa.gov/sites/default/files/csaf/provider-metadata.json",
	    NULL },
	{ "osv", PROVIDER_OSV, "https://osv-vulnerabilities.storage.googleapis.com/", NULL },
	{ "cve", PROVIDER_CVE, "https://raw.githubusercontent.com/CVEProject/cvelistV5/main/cves/",
	    "https://github.com/CVEProject/cvelistV5/archive/refs/heads/main.zip" },
};

static void take_shipped(size_t i, struct arena *arena, struct provider *out)
{
	*out = (struct provider){ .name = str_of(shipped[i].name),
		.kind = shipped[i].kind,
		.url = str_of(shipped[i].url),
		.everything = str_of(shipped[i].everything) };
	if (out->kind != PROVIDER_DOCUMENTS)
		return;
	out->items = arena_alloc(arena, 1, sizeof(*out->items));
	out->items[0] = out->url;
	out->item_count = 1;
}

void providers_shipped(struct arena *arena, struct providers *out)
{
	*out = (struct providers){ arena_alloc(arena, COUNT(shipped), sizeof(*out->items)), COUNT(shipped) };
	for (size_t i = 0; i < COUNT(shipped); i++)
		take_shipped(i, arena, &out->items[i]);
}

const struct provider *provider_find(const struct providers *all, struct str name)
{
	for (size_t i = 0; i < all->count; i++)
		if (str_eq(all->items[i].name, name))
			return &all->items[i];
	return NULL;
}

/* --- a file of them --- */

static bool is_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!(name.ptr[i] >= 'a' && name.ptr[i] <= 'z') && !char_is_digit(name.ptr[i]) &&
		    name.ptr[i] != '-')
			return false;
	return name.len > 0 && name.len <= NAME_MOST;
}

static bool take_kind(struct str word, enum provider_kind *out, struct err *e)
{
	for (size_t i = 0; i < PROVIDER_KIND_COUNT; i++)
		if (str_eq(word, str_of(provider_kinds[i]))) {
			*out = (enum provider_kind)i;
			return true;
		}
	return err_fail(e, ERR_INPUT,
	    "kind: expected documents, nvd, cve, osv or csaf, found \"" STR_FMT "\"", STR_ARG(word));
}

static bool take_address(
    const struct json_node *node, const char *key, bool folder, struct str *out, struct err *e)
{
	*out = json_node_text(node);
	if (!fetch_is_safe(*out))
		return err_fail(
		    e, ERR_INPUT, "%s: expected an https address, found \"" STR_FMT "\"", key, STR_ARG(*out));
	return !folder || str_ends(*out, STR("/")) ||
	       err_fail(e, ERR_INPUT, "%s: the address of a folder ends in /", key);
}

static bool take_items(
    const struct json_node *list, const char *key, struct arena *arena, struct provider *p, struct err *e)
{
	if (!list)
		return true;
	if (list->kind != JSON_ARRAY || list->count == 0 || list->count > LIMIT_PROVIDER_ITEMS)
		return err_fail(e, ERR_INPUT, "%s: expected a list of 1 to %d", key, LIMIT_PROVIDER_ITEMS);
	p->items = arena_alloc(arena, list->count, sizeof(*p->items));
	for (const struct json_node *one = list->first; one; one = one->next) {
		struct str *item = &p->items[p->item_count++];

		*item = json_node_text(one);
		if (p->kind == PROVIDER_DOCUMENTS ? !take_address(one, key, false, item, e) : item->len == 0)
			return p->kind == PROVIDER_DOCUMENTS
				   ? false
				   : err_fail(e, ERR_INPUT, "%s: expected names of ecosystems", key);
	}
	return true;
}

/* A key of another kind says something that would be passed over. */
static bool check_keys(const struct json_node *node, enum provider_kind kind, struct err *e)
{
	static const char *const keys[PROVIDER_KIND_COUNT] = {
		[PROVIDER_DOCUMENTS] = "name|kind|documents",
		[PROVIDER_NVD] = "name|kind|url",
		[PROVIDER_CVE] = "name|kind|url|everything",
		[PROVIDER_OSV] = "name|kind|url|ecosystems",
		[PROVIDER_CSAF] = "name|kind|url",
	};

	for (const struct json_node *one = node->first; one; one = one->next)
		if (!str_is_among(one->key, keys[kind]))
			return err_fail(e, ERR_INPUT, "a provider of kind %s has no \"" STR_FMT "\"",
			    provider_kinds[kind], STR_ARG(one->key));
	return true;
}

static bool take_described(
    const struct json_node *node, struct arena *arena, struct provider *p, struct err *e)
{
	bool folder;

	if (!take_kind(json_node_field(node, STR("kind")), &p->kind, e) || !check_keys(node, p->kind, e))
		return false;
	if (p->kind == PROVIDER_DOCUMENTS)
		return take_items(json_node_get(node, STR("documents")), "documents", arena, p, e) &&
		       (p->item_count || err_fail(e, ERR_INPUT, "documents: expected their addresses"));
	folder = p->kind != PROVIDER_CSAF;
	return take_address(json_node_get(node, STR("url")), "url", folder, &p->url, e) &&
	       (p->kind != PROVIDER_CVE || take_address(json_node_get(node, STR("everything")), "everything",
					       false, &p->everything, e)) &&
	       take_items(json_node_get(node, STR("ecosystems")), "ecosystems", arena, p, e);
}

/* One that is shipped is named; any other is described. */
static bool take_provider(
    const struct json_node *node, struct arena *arena, struct provider *p, struct err *e)
{
	p->name = json_node_field(node, STR("name"));
	if (!is_name(p->name))
		return err_fail(e, ERR_INPUT,
		    "name: expected lower-case letters, digits and hyphens, found \"" STR_FMT "\"",
		    STR_ARG(p->name));
	for (size_t i = 0; i < COUNT(shipped) && node->count == 1; i++)
		if (str_eq(p->name, str_of(shipped[i].name))) {
			take_shipped(i, arena, p);
			return true;
		}
	return take_described(node, arena, p, e) || err_within(e, STR_FMT, STR_ARG(p->name));
}

static bool take(const struct json_node *root, struct arena *arena, struct providers *out, struct err *e)
{
	const struct json_node *list = json_node_get(root, STR("providers"));

	if (!list || list->kind != JSON_ARRAY || list->count == 0 || list->count > LIMIT_PROVIDERS)
		return err_fail(e, ERR_INPUT, "providers: expected a list of 1 to %d", LIMIT_PROVIDERS);
	*out = (struct providers){ arena_alloc(arena, list->count, sizeof(*out->items)), 0 };
	for (const struct json_node *one = list->first; one; one = one->next) {
		struct provider p = { 0 };

		if (!take_provider(one, arena, &p, e))
			return err_within(e, "providers[%zu]", one->place);
		if (provider_find(out, p.name))
			return err_fail(e, ERR_INPUT, "providers[%zu]: there is a \"" STR_FMT "\" already",
			    one->place, STR_ARG(p.name));
		out->items[out->count++] = p;
	}
	return true;
}

bool providers_read(const char *path, struct arena *arena, struct providers *out, struct err *e)
{
	const struct json_node *root;

	return config_file_read(path, "providers", arena, &root, e) &&
	       (take(root, arena, out, e) || err_within(e, "%s", path));
}
