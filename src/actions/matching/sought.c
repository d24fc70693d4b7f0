#include "actions/matching/sought.h"

#include <stdlib.h>

#include "actions/matching/heard.h"
#include "base/vec.h"
#include "store/vulnerabilities.h"

struct ids {
	int64_t *list;
	size_t count, room;
};

static void add(struct ids *to, int64_t id)
{
	to->list = vec_room(to->list, &to->room, to->count + 1, sizeof(*to->list));
	to->list[to->count++] = id;
}

static bool add_packages(const struct advisory_row *advisory, struct ids *packages, struct err *e)
{
	SCOPED_ID_SET of = { 0 };

	if (!id_set_read(advisory->packages, &of))
		return err_fail(
		    e, ERR_STORE, "the package list of advisory %lld is damaged", (long long)advisory->id);
	for (size_t i = 0; i < of.count; i++)
		add(packages, of.ids[i]);
	return true;
}

static bool add_about(const struct heard *heard, int64_t vulnerability_id, struct arena *arena,
    struct ids *advisories, struct ids *packages, struct err *e)
{
	struct advisory_row *rows;
	size_t count;

	arena_reset(arena);
	if (!vulnerability_advisories(heard->db, vulnerability_id, arena, &rows, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!heard_source(heard, rows[i].source_id))
			continue;
		add(advisories, rows[i].id);
		if (!add_packages(&rows[i], packages, e))
			return false;
	}
	return true;
}

bool sought_find(struct db *db, const int64_t *ids, size_t count, struct sought *out, struct err *e)
{
	SCOPED_ARENA arena = { 0 }, lasting = { 0 };
	struct ids advisories = { 0 }, packages = { 0 };
	struct source_row *sources;
	struct heard heard;
	size_t source_count;
	bool done = true;

	if (!sources_list(db, &lasting, &sources, &source_count, e))
		return false;
	heard = heard_of(db, sources, source_count);
	id_set_fill(&out->vulnerabilities, ids, count);
	for (size_t i = 0; i < count && done; i++)
		done = add_about(&heard, ids[i], &arena, &advisories, &packages, e);
	id_set_fill(&out->advisories, advisories.list, advisories.count);
	id_set_fill(&out->packages, packages.list, packages.count);
	free(advisories.list);
	free(packages.list);
	return done;
}

void sought_clear(struct sought *s)
{
	id_set_clear(&s->vulnerabilities);
	id_set_clear(&s->advisories);
	id_set_clear(&s->packages);
}
