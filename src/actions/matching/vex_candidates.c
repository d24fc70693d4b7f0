#include "actions/matching/vex_candidates.h"

#include "identity/cpe.h"
#include "store/components.h"
#include "store/packages.h"

static bool add_package(
    struct db *db, enum package_kind kind, struct str package, struct id_set *out, struct err *e)
{
	int64_t id;

	if (!packages_find(db, kind, package, &id, e))
		return false;
	return id == 0 || components_of_package(db, id, out, e);
}

static struct str last_part(struct str text)
{
	size_t at = str_last_index(text, '/');

	text = at < text.len ? str_from(text, at + 1) : text;
	at = str_last_index(text, ':');
	return at < text.len ? str_from(text, at + 1) : text;
}

/* A product tree's "vendor:product" as the CPE names that it may stand for. */
static bool add_cpe_names(
    struct db *db, struct str name, struct arena *arena, struct id_set *out, struct err *e)
{
	static const char parts[] = { 'a', 'o', 'h' };
	struct str product = name, vendor;

	if (!str_cut(&product, ':', &vendor))
		return true;
	vendor = cpe_escape(vendor, arena);
	product = cpe_escape(product, arena);
	for (size_t i = 0; i < COUNT(parts); i++)
		if (!add_package(db, PACKAGE_CPE,
			arena_printf(arena, "%c:" STR_FMT ":" STR_FMT, parts[i], STR_WHOLE(vendor),
			    STR_WHOLE(product)),
			out, e))
			return false;
	return true;
}

/* By the package, or by the CPE names of a product tree's name; and by the bare name. */
static bool add_row(
    struct db *db, const struct affected *row, struct arena *arena, struct id_set *out, struct err *e)
{
	bool added = row->kind == PACKAGE_NAME ? add_cpe_names(db, row->package, arena, out, e)
					       : add_package(db, row->kind, row->package, out, e);

	return added && components_named(db, last_part(row->package), arena, out, e);
}

static bool add_product(
    struct db *db, const struct statement_product *p, struct arena *arena, struct id_set *out, struct err *e)
{
	for (size_t i = 0; i < p->row_count; i++)
		if (!add_row(db, &p->rows[i], arena, out, e))
			return false;
	for (size_t i = 0; i < p->hash_count; i++)
		if (!components_of_hash(db, component_hash(&p->hashes[i], arena), out, e))
			return false;
	return p->name.len == 0 || components_named(db, p->name, arena, out, e);
}

bool vex_candidates(
    struct db *db, const struct vex_statement *said, struct arena *arena, struct id_set *out, struct err *e)
{
	for (size_t i = 0; i < said->product_count; i++) {
		const struct statement_product *p = &said->products[i];

		if (!add_product(db, p, arena, out, e))
			return false;
		for (size_t k = 0; k < p->subcomponent_count; k++)
			if (!add_product(db, &p->subcomponents[k], arena, out, e))
				return false;
	}
	return true;
}
