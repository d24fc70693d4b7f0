#include "actions/finding_list.h"

#include "actions/scan.h"
#include "actions/where.h"
#include "store/aliases.h"
#include "store/components.h"
#include "store/devices.h"

struct listing {
	struct db *db;
	const struct finding_query *query;
	struct finding_sink sink;
	struct positions *positions;
	int64_t only;	     /* the vulnerability asked for; 0: all */
	struct id_set lists; /* that can hold it, where one is asked for */
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

static bool give_rows(
    struct listing *l, struct scanner *scanner, const struct component *components, struct err *e)
{
	const struct scan_row *row;

	for (;;) {
		if (!scan_next(scanner, &row, e))
			return false;
		if (!row)
			return true;
		if (finding_component_is(l->query->component, &components[row->finding.component]) &&
		    !l->sink.row(l->sink.ctx, components, row, e))
			return false;
	}
}

static bool list_release(
    struct listing *l, const struct device *device, const struct release *release, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_SCANNER *scanner = NULL;
	struct positions_place at = { .device = device, .release = release };
	struct component *components;

	if (!release->list_id || (l->only && !id_set_has(&l->lists, release->list_id)))
		return true;
	if (!components_of_list(l->db, release->list_id, &arena, &components, &at.count, e))
		return false;
	at.components = components;
	if (!positions_at(l->positions, &at, e) ||
	    !scan_open(l->db, components, at.count, l->only, &scanner, e))
		return false;
	scan_use(scanner, l->positions);
	return give_rows(l, scanner, components, e);
}

static bool list_device(struct listing *l, const struct device *device, bool *found, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct release *releases;
	size_t count;

	if (!release_list(l->db, device->id, &arena, &releases, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (l->query->release.len && !str_eq(releases[i].version, l->query->release))
			continue;
		*found = true;
		if (!list_release(l, device, &releases[i], e))
			return err_within(
			    e, STR_FMT " " STR_FMT, STR_ARG(device->name), STR_ARG(releases[i].version));
	}
	return true;
}

static bool list_devices(struct listing *l, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	const struct finding_query *q = l->query;
	struct device *devices, one;
	size_t count = 1;
	bool found = false;

	if (q->device.len) {
		if (!device_get(l->db, q->device, &arena, &one, e))
			return false;
		devices = &one;
	} else if (!device_list(l->db, &arena, &devices, &count, e)) {
		return false;
	}
	for (size_t i = 0; i < count; i++)
		if (!list_device(l, &devices[i], &found, e))
			return false;
	if (q->release.len && !found)
		return err_fail(e, ERR_INPUT, "there is no release \"" STR_FMT "\" of %s" STR_FMT "%s",
		    STR_ARG(q->release), q->device.len ? "device \"" : "any device", STR_ARG(q->device),
		    q->device.len ? "\"" : "");
	return true;
}

bool finding_list_within(
    struct db *db, const struct finding_query *query, struct finding_sink sink, struct err *e)
{
	SCOPED_POSITIONS *positions = NULL;
	struct listing l = { .db = db, .query = query, .sink = sink };
	bool done = true;

	if (!positions_open(db, query->today, &positions, e))
		return false;
	l.positions = positions;
	if (query->vulnerability.len) {
		if (!aliases_find(db, query->vulnerability, &l.only, e))
			return false;
		if (!l.only)
			return err_fail(e, ERR_INPUT, "no record in the store is about \"" STR_FMT "\"",
			    STR_ARG(query->vulnerability));
		done = where_lists(db, l.only, &l.lists, e) &&
		       where_answers(db, l.only, query->vulnerability, &l.lists, e);
	}
	done = done && list_devices(&l, e);
	id_set_clear(&l.lists);
	return done;
}

bool finding_list(struct db *db, const struct finding_query *query, struct finding_sink sink, struct err *e)
{
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = finding_list_within(db, query, sink, e);
	db_read_end(db);
	return done;
}
