/*
 * pairs - what the store keeps of matches, to be held against what bench/limit has found.
 *
 * usage: pairs STORE
 *
 * A line a component and vulnerability: tier of the surest match, the component's first CPE name (or its
 * package URL), the CVE id. What a record says is not affected is not in it, nor is any configuration asked.
 */
#include <inttypes.h>
#include <stdio.h>

#include "identity/cve_id.h"
#include "matching/kept.h"
#include "store/components.h"
#include "store/matches.h"

static enum tier surest(const struct kept *k)
{
	enum tier best = TIER_D;

	for (size_t i = 0; i < k->count; i++)
		if (k->matches[i].tier < best)
			best = k->matches[i].tier;
	return best;
}

static bool is_affected(const struct kept *k)
{
	for (size_t i = 0; i < k->count; i++)
		if (k->matches[i].range.status == STATUS_AFFECTED && !k->matches[i].outside)
			return true;
	return false;
}

static bool say_section(const struct match_section *section, const struct component *c, struct str name,
    struct arena *arena, struct err *e)
{
	struct kept k;

	if (!kept_read(section->body, section->advisory_id, c, arena, &k, e))
		return false;
	for (size_t i = 0; i < k.about && is_affected(&k); i++)
		printf("%c\t" STR_FMT "\tCVE-%" PRId64 "-%04" PRId64 "\n", surest(&k), STR_ARG(name),
		    k.vulnerabilities[i] / INT64_C(10000000000), k.vulnerabilities[i] % INT64_C(10000000000));
	return true;
}

static bool say_component(struct db *db, int64_t id, struct arena *arena, struct err *e)
{
	struct match_section *sections;
	struct match_row *rows;
	struct component c;
	struct str name;
	size_t count;

	if (!component_by_id(db, id, arena, &c, e) || !match_rows(db, id, arena, &rows, &count, e) ||
	    !match_rows_sections(rows, count, id, arena, &sections, &count, e))
		return false;
	name = component_written(&c, PACKAGE_CPE);
	if (!name.ptr)
		name = component_written(&c, PACKAGE_PURL);
	for (size_t i = 0; i < count; i++)
		if (!say_section(&sections[i], &c, name, arena, e))
			return false;
	return true;
}

/* The ids of all components, a page of the statement after the other. */
static bool all_components(struct db *db, struct id_set *ids, struct err *e)
{
	size_t before;

	do {
		struct statement *s = db_use(db, SQL_COMPONENT_PAGE);
		bool more = true;

		before = ids->count;
		db_bind_int(s, 1, before ? ids->ids[before - 1] : 0);
		while (more) {
			if (!db_row(s, &more, e))
				return false;
			if (more)
				id_set_add(ids, db_int(s, 0));
		}
	} while (ids->count > before);
	return true;
}

static bool say_all(const char *store, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_ID_SET ids = { 0 };
	SCOPED_DB *db = NULL;

	if (!db_open(store, DB_READ, &db, e) || !all_components(db, &ids, e))
		return false;
	for (size_t i = 0; i < ids.count; i++) {
		arena_reset(&arena);
		if (!say_component(db, ids.ids[i], &arena, e))
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	struct err e = { 0 };

	if (argc != 2)
		return 2;
	if (say_all(argv[1], &e))
		return 0;
	fprintf(stderr, "pairs: %s\n", e.text);
	return 1;
}
