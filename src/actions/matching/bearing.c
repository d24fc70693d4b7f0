#include "actions/matching/bearing.h"

#include "limits.h"
#include "store/aliases.h"

struct bearings bearings_of(struct db *db, const struct source_row *sources, size_t count)
{
	struct bearings b = {
		.db = db, .heard = heard_of(db, sources, count), .sources = sources, .source_count = count
	};

	for (size_t i = 0; i < count; i++)
		if (str_eq(sources[i].name, STR("nvd-supplement")) && !source_is_off(&sources[i].off))
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

bool bearings_silent(
    const struct bearings *b, struct str name, int64_t source_id, bool *silent, struct err *e)
{
	*silent = !heard_source(&b->heard, source_id);
	if (*silent || !b->supplement_id || !str_eq(bearings_source(b, source_id), STR("nvd")))
		return true;
	return advisory_is_from(b->db, name, b->supplement_id, silent, e);
}

bool bearing_get(
    const struct bearings *b, int64_t advisory_id, struct arena *arena, struct bearing *out, struct err *e)
{
	int64_t vulnerabilities[LIMIT_ALIAS_GROUP];
	struct bearing bearing = { 0 };
	struct advisory_row row;
	bool silent;
	size_t about;

	if (!advisory_row_get(b->db, advisory_id, arena, &row, e) ||
	    !aliases_vulnerabilities(
		b->db, row.id, row.name, vulnerabilities, COUNT(vulnerabilities), &about, e) ||
	    !bearings_silent(b, row.name, row.source_id, &silent, e))
		return false;
	bearing.head =
	    (struct advisory_head){ row.id, bearings_source(b, row.source_id), row.name, row.state };
	bearing.source_id = row.source_id;
	if (about > 0 && !silent) {
		bearing.about = about;
		bearing.vulnerabilities = arena_alloc(arena, about, sizeof(*vulnerabilities));
		memcpy(bearing.vulnerabilities, vulnerabilities, about * sizeof(*vulnerabilities));
	}
	*out = bearing;
	return true;
}
