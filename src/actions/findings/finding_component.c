#include "actions/findings/finding_component.h"

#include "identity/purl.h"
#include "limits.h"
#include "store/components.h"
#include "store/packages.h"

/* "pkg:npm/a@1?x=y#z" names "pkg:npm/a" and "pkg:npm/a@1". */
static bool purl_is(struct str words, struct str written)
{
	if (!str_starts(written, words))
		return false;
	return written.len == words.len || str_index(STR("@?#"), written.ptr[words.len]) < 3;
}

bool finding_component_is(struct str words, const struct component *c)
{
	if (words.len == 0 || str_eq(words, c->name))
		return true;
	if (str_starts(words, c->name) && words.len > c->name.len && words.ptr[c->name.len] == '@' &&
	    str_eq(str_from(words, c->name.len + 1), c->version))
		return true;
	for (size_t i = 0; i < c->identity_count; i++)
		if (c->identities[i].kind == PACKAGE_PURL && purl_is(words, c->identities[i].written))
			return true;
	return false;
}

bool finding_has_component(struct str words, const struct component *components, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (finding_component_is(words, &components[i]))
			return true;
	return words.len == 0;
}

bool finding_no_component(struct str words, struct err *e)
{
	return err_fail(
	    e, ERR_INPUT, "no release that is asked for has a component \"" STR_FMT "\"", STR_ARG(words));
}

static bool ids_of_purl(
    struct db *db, struct str words, struct arena *arena, struct id_set *ids, struct err *e)
{
	SCOPED_BUF package = buf_new(LIMIT_PURL_BYTES);
	struct purl purl;
	int64_t id;

	if (!purl_parse(words, arena, &purl, e))
		return false;
	purl_write_package(&purl, &package);
	if (!packages_find(db, PACKAGE_PURL, buf_str(&package), &id, e))
		return false;
	return id == 0 || components_of_package(db, id, ids, e);
}

bool finding_component_ids(
    struct db *db, struct str words, struct arena *arena, struct id_set *out, struct err *e)
{
	struct str name = words, before;

	if (str_starts(words, STR("pkg:")))
		return ids_of_purl(db, words, arena, out, e);
	if (!components_named(db, words, arena, out, e))
		return false;
	while (str_cut_last(&name, '@', &before)) { /* either part may have one */
		if (before.len && !components_named(db, before, arena, out, e))
			return false;
		name = before;
	}
	return true;
}
