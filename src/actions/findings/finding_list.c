#include "actions/findings/finding_list.h"

#include <stdlib.h>

#include "actions/fielded.h"
#include "actions/matching/scan.h"
#include "actions/matching/where.h"
#include "base/memory.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/vulnerabilities.h"

struct finding_walk {
	struct db *db;
	const struct finding_query *query;
	struct positions *positions;
	int64_t only;	     /* the vulnerability asked for; 0: all */
	struct id_set lists; /* that can hold it, where one is asked for */
	bool component_found;
	struct id_set kev; /* where no other findings are wanted */
	bool only_kev;
	struct str from, from_version; /* where the next release begins */
};

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

static bool give_rows(const struct finding_walk *l, struct scanner *scanner,
    const struct component *components, struct finding_sink sink, const bool *enough, struct err *e)
{
	const struct scan_row *row;

	while (!*enough) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			return true;
		if (finding_component_is(l->query->component, &components[row->finding.component]) &&
		    !sink.row(sink.ctx, components, row, e))
			return false;
	}
	return true;
}

/* A release that is asked for by its name, and of which nothing is known, has not "no findings". */
static bool has_list(const struct finding_walk *l, const struct release *release, bool *has, struct err *e)
{
	*has = release->list_id != 0;
	if (*has || !l->query->device.len || !l->query->release.len)
		return true;
	return err_fail(e, ERR_INPUT, "the release has no SBOM: nothing is known of what is in it");
}

bool finding_walk_release(struct finding_walk *l, const struct device *device, const struct release *release,
    struct finding_sink sink, const bool *enough, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_SCANNER *scanner = NULL;
	struct positions_place at = { .device = device, .release = release };
	struct component *components;
	bool can_have = !l->only || id_set_has(&l->lists, release->list_id), has;

	if (!has_list(l, release, &has, e))
		return false;
	if (!has || (!can_have && l->component_found))
		return true;
	if (!components_of_list(l->db, release->list_id, &arena, &components, &at.count, e))
		return false;
	l->component_found =
	    l->component_found || finding_has_component(l->query->component, components, at.count);
	if (!can_have)
		return true;
	at.components = components;
	if (!positions_at(l->positions, &at, e) ||
	    !scan_open(l->db, components, at.count, l->only, &scanner, e) ||
	    !scan_use_kept(scanner, release->list_id, e))
		return false;
	scan_use(scanner, l->positions);
	if (l->only_kev)
		scan_describe_only(scanner, &l->kev);
	scan_seek(scanner, l->from, l->from_version);
	l->from = l->from_version = STR_NONE;
	return give_rows(l, scanner, components, sink, enough, e);
}

static bool find_vulnerability(struct finding_walk *w, struct err *e)
{
	struct str name = w->query->vulnerability;

	if (!name.len)
		return true;
	if (!aliases_find(w->db, name, &w->only, e))
		return false;
	if (!w->only)
		return err_fail(
		    e, ERR_INPUT, "no record in the store is about \"" STR_FMT "\"", STR_ARG(name));
	return where_lists(w->db, w->only, &w->lists, e) && where_answers(w->db, w->only, name, &w->lists, e);
}

bool finding_walk_open(
    struct db *db, const struct finding_query *query, struct finding_walk **out, struct err *e)
{
	SCOPED_FINDING_WALK *w = memory_alloc(1, sizeof(*w));

	w->db = db;
	w->query = query;
	w->component_found = query->component.len == 0;
	if (!positions_open(db, query->today, &w->positions, e) || !find_vulnerability(w, e))
		return false;
	*out = w;
	w = NULL;
	return true;
}

void finding_walk_from(struct finding_walk *w, struct str component, struct str version)
{
	w->from = component;
	w->from_version = version;
}

bool finding_walk_only_kev(struct finding_walk *w, struct err *e)
{
	w->only_kev = true;
	return vulnerability_kev_ids(w->db, &w->kev, e);
}

void finding_walk_close(struct finding_walk *w)
{
	if (!w)
		return;
	positions_close(w->positions);
	id_set_clear(&w->lists);
	id_set_clear(&w->kev);
	free(w);
}

bool finding_walk_end(const struct finding_walk *w, struct err *e)
{
	return w->component_found || finding_no_component(w->query->component, e);
}

struct listing {
	struct finding_walk *walk;
	struct finding_sink sink;
};

static bool list_release(void *ctx, const struct device *device, const struct release *release, struct err *e)
{
	static const bool never;
	struct listing *l = ctx;

	return finding_walk_release(l->walk, device, release, l->sink, &never, e);
}

bool finding_list(struct db *db, const struct finding_query *query, struct finding_sink sink, struct err *e)
{
	SCOPED_FINDING_WALK *walk = NULL;
	struct fielded_query which = { query->device, query->release };
	struct listing l = { .sink = sink };

	if (!finding_walk_open(db, query, &walk, e))
		return false;
	l.walk = walk;
	return fielded_walk(db, which, (struct fielded_visit){ &l, list_release, NULL }, e) &&
	       finding_walk_end(walk, e);
}
