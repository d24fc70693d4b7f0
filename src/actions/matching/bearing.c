#include "actions/matching/bearing.h"

#include "limits.h"
#include "store/aliases.h"
#include "store/asked.h"

struct bearings bearings_of(struct db *db, const struct source_row *sources, size_t count)
{
	struct bearings b = {
		.db = db, .heard = heard_of(db, sources, count), .sources = sources, .source_count = count
	};

	for (size_t i = 0; i < count; i++) {
		if (str_eq(sources[i].name, STR("nvd-supplement")) && !source_is_off(&sources[i].off))
			b.supplement_id = sources[i].id;
		else if (str_eq(sources[i].name, STR("nvd")))
			b.nvd_id = sources[i].id;
	}
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

static void take_head(const struct bearings *b, struct statement *s, struct arena *arena, struct bearing *out)
{
	out->source_id = db_int(s, 2);
	out->head.source = bearings_source(b, out->source_id);
	out->head.name = db_text_copy(s, 1, arena);
	out->head.state = (enum advisory_state)db_int(s, 3);
	/* else as bearings_silent() */
	out->silent = db_int(s, 4) || !heard_source(&b->heard, out->source_id);
}

/* Names that are empty are of those that are not there. */
static bool read_heads(
    const struct bearings *b, struct bearing *bearings, size_t count, struct arena *arena, struct err *e)
{
	SCOPED_ARENA asking = { 0 };
	struct statement *s = db_use(b->db, SQL_ADVISORY_BEARINGS);
	struct asked ids = asked_begin(&asking, count);
	bool more;

	for (size_t i = 0; i < count; i++)
		asked_add_id(&ids, bearings[i].head.id);
	db_bind_int(s, 1, b->nvd_id);
	db_bind_int(s, 2, b->supplement_id);
	db_bind_text(s, 3, asked_end(&ids));
	for (;;) {
		if (!db_row(s, &more, e))
			return false;
		if (!more)
			return true;
		take_head(b, s, arena, &bearings[db_int(s, 0)]);
	}
}

static bool find_about(const struct bearings *b, struct arena *arena, struct bearing *out, struct err *e)
{
	int64_t vulnerabilities[LIMIT_ALIAS_GROUP];
	size_t about;

	if (out->head.name.len == 0)
		return err_fail(e, ERR_STORE, "advisory %lld is missing", (long long)out->head.id);
	if (!aliases_vulnerabilities(
		b->db, out->head.id, out->head.name, vulnerabilities, COUNT(vulnerabilities), &about, e))
		return false;
	if (about == 0 || out->silent)
		return true;
	out->about = about;
	out->vulnerabilities = arena_alloc(arena, about, sizeof(*vulnerabilities));
	memcpy(out->vulnerabilities, vulnerabilities, about * sizeof(*vulnerabilities));
	return true;
}

bool bearings_get(const struct bearings *b, const int64_t *advisory_ids, size_t count, struct arena *arena,
    struct bearing *out, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		out[i] = (struct bearing){ .head.id = advisory_ids[i] };
	if (!read_heads(b, out, count, arena, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!find_about(b, arena, &out[i], e))
			return false;
	return true;
}

bool bearing_get(
    const struct bearings *b, int64_t advisory_id, struct arena *arena, struct bearing *out, struct err *e)
{
	return bearings_get(b, &advisory_id, 1, arena, out, e);
}
