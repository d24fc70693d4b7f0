#include "actions/matching/bearing.h"

#include "limits.h"
#include "store/aliases.h"

struct bearings bearings_of(struct db *db, const struct source_row *sources, size_t count)
{
	struct bearings b = { .db = db, .sources = sources, .source_count = count };

	for (size_t i = 0; i < count; i++)
		if (str_eq(sources[i].name, STR("nvd-supplement")))
			b.supplement_id = sources[i].id;
	return b;
}

struct str bearings_source(const struct bearings *b, int64_t source_id)
{
	for (size_t i = 0; i < b->source_count; i++)
		if (b->sources[i].id == source_id)
			return b->sources[i].name;
	return STR("unknown");
}

bool bearings_superseded(
    const struct bearings *b, struct str name, int64_t source_id, bool *superseded, struct err *e)
{
	*superseded = false;
	if (!b->supplement_id || !str_eq(bearings_source(b, source_id), STR("nvd")))
		return true;
	return advisory_is_from(b->db, name, b->supplement_id, superseded, e);
}

bool bearing_get(
    const struct bearings *b, int64_t advisory_id, struct arena *arena, struct bearing *out, struct err *e)
{
	int64_t vulnerabilities[LIMIT_ALIAS_GROUP];
	struct bearing bearing = { 0 };
	struct advisory_row row;
	bool superseded;
	size_t about;

	if (!advisory_row_get(b->db, advisory_id, arena, &row, e) ||
	    !aliases_vulnerabilities(
		b->db, row.id, row.name, vulnerabilities, COUNT(vulnerabilities), &about, e) ||
	    !bearings_superseded(b, row.name, row.source_id, &superseded, e))
		return false;
	bearing.head =
	    (struct advisory_head){ row.id, bearings_source(b, row.source_id), row.name, row.state };
	bearing.source_id = row.source_id;
	if (about > 0 && !superseded) {
		bearing.about = about;
		bearing.vulnerabilities = arena_alloc(arena, about, sizeof(*vulnerabilities));
		memcpy(bearing.vulnerabilities, vulnerabilities, about * sizeof(*vulnerabilities));
	}
	*out = bearing;
	return true;
}
